/**
 * TextDecoder: https://encoding.spec.whatwg.org/#interface-textdecoder. The decoders are a
 * package's; the tables of the encodings of East Asia are a part of their own.
 */
import { normalizeEncoding, TextDecoder as PackageDecoder } from '@exodus/bytes/encoding-lite.js';
import { loadPart } from '../kit.ts';
import { asInterface, toDictionary, toDomString } from '../webidl.ts';

interface Decoder {
  readonly encoding: string;
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;
  decode(input?: Uint8Array, options?: { stream: boolean }): string;
}

const withTables = ['big5', 'euc-kr', 'euc-jp', 'iso-2022-jp', 'shift_jis', 'gbk', 'gb18030'];

class TextDecoderClass {
  readonly #decoder: Decoder;

  constructor(label: string = 'utf-8', options?: TextDecoderOptions) {
    const name = normalizeEncoding(toDomString(label));
    const { fatal, ignoreBOM } = toDictionary(options, 'The options');
    if (name === null || name === 'replacement') {
      throw new RangeError(`The encoding is not known: ${label}`);
    }
    const Constructor = withTables.includes(name)
      ? (loadPart('encoding-tables')['TextDecoder'] as typeof PackageDecoder)
      : PackageDecoder;
    this.#decoder = new Constructor(name, {
      fatal: Boolean(fatal),
      ignoreBOM: Boolean(ignoreBOM),
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

  decode(input?: ArrayBuffer | ArrayBufferView, options?: { stream?: boolean }): string {
    const decoder = this.#decoder;
    const bytes = input === undefined ? new Uint8Array() : bytesOf(input);
    const { stream } = toDictionary(options, 'The options');
    return decoder.decode(bytes, { stream: Boolean(stream) });
  }
}

interface TextDecoderOptions {
  readonly fatal?: boolean;
  readonly ignoreBOM?: boolean;
}

/** A view of the source's bytes; none of a detached buffer. Throws a TypeError for anything else. */
export function bytesOf(source: unknown): Uint8Array {
  if (ArrayBuffer.isView(source)) {
    return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  }
  const kind = Object.prototype.toString.call(source);
  if (kind !== '[object ArrayBuffer]' && kind !== '[object SharedArrayBuffer]') {
    throw new TypeError('What is to be decoded is neither a buffer nor a view of one');
  }
  const buffer = source as ArrayBuffer;
  return buffer.detached ? new Uint8Array() : new Uint8Array(buffer);
}

export const TextDecoder = asInterface(TextDecoderClass, 'TextDecoder');
