/** TextEncoderStream and TextDecoderStream: https://encoding.spec.whatwg.org/#streams */
import { TransformStream } from 'web-streams-polyfill';
import { bytesOf, TextDecoder } from '../encoding/part.ts';
import { utf8Bytes } from '../utf8.ts';
import { asInterface, toDomString } from '../webidl.ts';

class TextEncoderStreamClass {
  readonly #transform: TransformStream<unknown, Uint8Array>;
  /** The first half of a pair, at the end of a chunk. */
  #half = '';

  constructor() {
    this.#transform = new TransformStream({
      transform: (chunk, controller) => {
        const text = this.#half + toDomString(chunk);
        const last = text.charCodeAt(text.length - 1);
        const isHalf = last >= 0xd800 && last < 0xdc00;
        this.#half = isHalf ? text.slice(-1) : '';
        const whole = isHalf ? text.slice(0, -1) : text;
        if (whole !== '') controller.enqueue(utf8Bytes(whole.toWellFormed()));
      },
      flush: (controller) => {
        if (this.#half !== '') controller.enqueue(utf8Bytes('\ufffd'));
      },
    });
  }

  get encoding(): string {
    void this.#transform;
    return 'utf-8';
  }

  get readable(): object {
    return this.#transform.readable;
  }

  get writable(): object {
    return this.#transform.writable;
  }
}

class TextDecoderStreamClass {
  readonly #decoder: InstanceType<typeof TextDecoder>;
  readonly #transform: TransformStream<unknown, string>;

  constructor(label?: string, options?: object) {
    const decoder = new TextDecoder(label, options);
    this.#decoder = decoder;
    this.#transform = new TransformStream({
      transform: (chunk, controller) => {
        const text = decoder.decode(bytesOf(chunk), { stream: true });
        if (text !== '') controller.enqueue(text);
      },
      flush: (controller) => {
        const text = decoder.decode();
        if (text !== '') controller.enqueue(text);
      },
    });
  }

  get encoding(): string {
    return this.#decoder.encoding;
  }

  get fatal(): boolean {
    return this.#decoder.fatal;
  }

  get ignoreBOM(): boolean {
    return this.#decoder.ignoreBOM;
  }

  get readable(): object {
    return this.#transform.readable;
  }

  get writable(): object {
    return this.#transform.writable;
  }
}

export const TextEncoderStream = asInterface(TextEncoderStreamClass, 'TextEncoderStream');
export const TextDecoderStream = asInterface(TextDecoderStreamClass, 'TextDecoderStream');
