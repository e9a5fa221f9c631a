/** TextEncoder: https://encoding.spec.whatwg.org/#interface-textencoder */
import { encodeInto, utf8Bytes } from '../utf8.ts';
import { asInterface, requireArguments, toUsvString } from '../webidl.ts';

class TextEncoderClass {
  // So that the getter refuses what is no TextEncoder.
  readonly #encoding = 'utf-8';

  get encoding(): string {
    return this.#encoding;
  }

  encode(input: string = ''): Uint8Array {
    void this.#encoding;
    return utf8Bytes(toUsvString(input));
  }

  encodeInto(source: string, destination: Uint8Array): { read: number; written: number } {
    void this.#encoding;
    requireArguments(arguments.length, 2, 'encodeInto');
    const text = toUsvString(source);
    if (Object.prototype.toString.call(destination) !== '[object Uint8Array]') {
      throw new TypeError('The text could not be encoded: its destination is no Uint8Array');
    }
    return encodeInto(text, destination);
  }
}

export const TextEncoder = asInterface(TextEncoderClass, 'TextEncoder');
