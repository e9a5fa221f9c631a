/**
 * Stands in for the global TextEncoder and TextDecoder where whatwg-url is bundled: URLs are mostly
 * ASCII, and need neither the part that has these nor what a guest may have put in their place.
 */
import { loadPart } from '../kit.ts';
import { utf8Bytes } from '../utf8.ts';

const asciiAtOnceMax = 4_096;

class UrlTextEncoder {
  encode(text: string): Uint8Array {
    return utf8Bytes(text.toWellFormed());
  }
}

class UrlTextDecoder {
  #decoder: { decode(bytes: Uint8Array): string } | undefined;

  decode(bytes: Uint8Array): string {
    if (bytes.length <= asciiAtOnceMax && bytes.every((byte) => byte < 0x80)) {
      return String.fromCharCode(...bytes);
    }
    const { TextDecoder } = loadPart('encoding') as typeof globalThis;
    this.#decoder ??= new TextDecoder('utf-8', { ignoreBOM: true });
    return this.#decoder.decode(bytes);
  }
}

export { UrlTextDecoder as TextDecoder, UrlTextEncoder as TextEncoder };
