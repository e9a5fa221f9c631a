/** Blob: https://w3c.github.io/FileAPI/#blob-section. Its bytes never change, so slices share them. */
import { bytesOf, TextDecoder } from '../encoding/part.ts';
import { addPlatformPrototype } from '../kit.ts';
import { ReadableStream } from '../streams/part.ts';
import { utf8Bytes } from '../utf8.ts';
import { asInterface, toDictionary, toUsvString, toWrappedInteger } from '../webidl.ts';

const streamChunkBytes = 65_536;

let bytesOfBlob: (blob: BlobClass) => Uint8Array;
let isBlobObject: (value: object) => value is BlobClass;
let blobOf: (bytes: Uint8Array, type: string) => BlobClass;

class BlobClass {
  #bytes: Uint8Array;
  #type: string;

  static {
    bytesOfBlob = (blob) => blob.#bytes;
    isBlobObject = (value): value is BlobClass => #bytes in value;
    blobOf = (bytes, type) => {
      const blob = new BlobClass();
      blob.#bytes = bytes;
      blob.#type = type;
      return blob;
    };
  }

  constructor(parts: Iterable<unknown> = [], options: object = {}) {
    const given = toParts(parts);
    const { endings = 'transparent', type = '' } = toDictionary(options, 'The options');
    const endingsText = String(endings);
    if (endingsText !== 'transparent' && endingsText !== 'native') {
      throw new TypeError(`The endings are neither transparent nor native: ${endingsText}`);
    }
    this.#type = plainType(String(type));
    this.#bytes = join(given, endingsText === 'native');
  }

  get size(): number {
    return this.#bytes.length;
  }

  get type(): string {
    return this.#type;
  }

  slice(start?: number, end?: number, contentType: unknown = ''): BlobClass {
    const { length } = this.#bytes;
    const from = place(start, 0, length);
    const to = place(end, length, length);
    return blobOf(this.#bytes.subarray(from, Math.max(from, to)), plainType(String(contentType)));
  }

  stream(): InstanceType<typeof ReadableStream> {
    return byteStreamOf(this.#bytes);
  }

  // oxlint-disable-next-line require-await -- so that what is no Blob is rejected, not thrown
  async text(): Promise<string> {
    return new TextDecoder('utf-8', { ignoreBOM: false }).decode(this.#bytes);
  }

  // oxlint-disable-next-line require-await -- the same
  async arrayBuffer(): Promise<ArrayBuffer> {
    return this.#bytes.slice().buffer;
  }

  // oxlint-disable-next-line require-await -- the same
  async bytes(): Promise<Uint8Array> {
    return this.#bytes.slice();
  }
}

export function byteStreamOf(bytes: Uint8Array): InstanceType<typeof ReadableStream> {
  let at = 0;
  return new ReadableStream({
    type: 'bytes',
    pull(controller) {
      if (at < bytes.length) {
        controller.enqueue(bytes.slice(at, at + streamChunkBytes));
        at += streamChunkBytes;
      }
      if (at < bytes.length) return;
      controller.close();
      controller.byobRequest?.respond(0);
    },
  });
}

type Part = Uint8Array | BlobClass | string;

function toParts(parts: unknown): Part[] {
  if ((typeof parts !== 'object' && typeof parts !== 'function') || parts === null) {
    throw new TypeError('The parts of a Blob are no sequence');
  }
  if (typeof (parts as Partial<Iterable<unknown>>)[Symbol.iterator] !== 'function') {
    throw new TypeError('The parts of a Blob are no sequence');
  }
  const given: Part[] = [];
  for (const part of parts as Iterable<unknown>) given.push(toPart(part));
  return given;
}

function toPart(part: unknown): Part {
  if (typeof part === 'object' && part !== null) {
    if (isBlobObject(part)) return part;
    if (isBufferSource(part)) return bytesOf(part);
  }
  return toUsvString(part);
}

export function isBufferSource(value: object): boolean {
  if (ArrayBuffer.isView(value)) return true;
  return /^\[object (Shared)?ArrayBuffer\]$/.test(Object.prototype.toString.call(value));
}

function join(parts: readonly Part[], isNative: boolean): Uint8Array {
  const chunks = parts.map((part) => {
    if (typeof part === 'string') {
      return utf8Bytes(isNative ? part.replaceAll(/\r\n|\r/g, '\n') : part);
    }
    return isBlobObject(part) ? bytesOfBlob(part) : part;
  });
  const joined = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    joined.set(chunk, at);
    at += chunk.length;
  }
  return joined;
}

/** Lowercase, or empty where it has characters beyond what is printed. */
function plainType(type: string): string {
  return /^[ -~]*$/.test(type) ? type.toLowerCase() : '';
}

/** A place as `slice` has it, [Clamp] long long. */
function place(given: unknown, otherwise: number, length: number): number {
  if (given === undefined) return otherwise;
  const number = Number(given);
  const whole = Number.isNaN(number) ? 0 : Math.round(number);
  return whole < 0 ? Math.max(0, length + whole) : Math.min(whole, length);
}

addPlatformPrototype(BlobClass.prototype, {
  clone: (blob: BlobClass) => blobOf(bytesOfBlob(blob), blob.type),
});
export const Blob = asInterface(BlobClass, 'Blob');
export type Blob = BlobClass;
/** Throws for what is no Blob. */
export const bytesOfBlobObject = (blob: Blob): Uint8Array => bytesOfBlob(blob);

export function isBlob(value: unknown): value is Blob {
  return typeof value === 'object' && value !== null && isBlobObject(value);
}

/** As [EnforceRange]-less `long long`. */
export function toLongLong(value: unknown): number {
  return toWrappedInteger(value, 64, true);
}
