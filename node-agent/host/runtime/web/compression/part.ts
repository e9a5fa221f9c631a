/**
 * CompressionStream and DecompressionStream: https://compression.spec.whatwg.org/. The work is done
 * in the context, by a port of zlib: what a bomb unfolds to is the guest's own memory and time.
 */
import {
  type Z_FlushMode,
  ZStream,
  zlibDeflate,
  zlibDeflateInit2,
  zlibInflate,
  zlibInflateInit2,
} from 'pako';
import { bytesOf } from '../encoding/part.ts';
import { TransformStream } from '../streams/part.ts';
import { asInterface, requireArguments, toDomString } from '../webidl.ts';

const outputBytes = 65_536;
const noFlush = 0;
const finish = 4;
const streamEnd = 1;
const bufferError = -5;

/** As zlib's `windowBits` says which format it is. */
const windowBits: Readonly<Record<string, number>> = { deflate: 15, 'deflate-raw': -15, gzip: 31 };

type Enqueue = (bytes: Uint8Array) => void;

/** One run of zlib, in either direction. */
abstract class Codec {
  protected readonly stream = new ZStream();

  protected abstract step(flush: Z_FlushMode): number;
  abstract end(enqueue: Enqueue): void;

  push(bytes: Uint8Array, enqueue: Enqueue, flush: Z_FlushMode = noFlush): number {
    const { stream } = this;
    stream.input = bytes;
    stream.next_in = 0;
    stream.avail_in = bytes.length;
    for (;;) {
      stream.output = new Uint8Array(outputBytes);
      stream.next_out = 0;
      stream.avail_out = outputBytes;
      const status = this.step(flush);
      if (stream.next_out > 0) enqueue(stream.output.slice(0, stream.next_out));
      if (status < 0 && status !== bufferError)
        throw new TypeError('The data is not of this format');
      if (status === streamEnd || stream.avail_out > 0) return status;
    }
  }
}

class Deflater extends Codec {
  constructor(format: string) {
    super();
    zlibDeflateInit2(this.stream, -1, 8, windowBits[format] as number, 8, 0);
  }

  protected step(flush: Z_FlushMode): number {
    return zlibDeflate(this.stream, flush);
  }

  end(enqueue: Enqueue): void {
    this.push(new Uint8Array(), enqueue, finish);
  }
}

class Inflater extends Codec {
  #hasEnded = false;

  constructor(format: string) {
    super();
    zlibInflateInit2(this.stream, windowBits[format] as number);
  }

  protected step(flush: Z_FlushMode): number {
    return zlibInflate(this.stream, flush);
  }

  override push(bytes: Uint8Array, enqueue: Enqueue): number {
    if (bytes.length === 0) return 0;
    if (this.#hasEnded) throw new TypeError('There is data after the end');
    const status = super.push(bytes, enqueue);
    this.#hasEnded = status === streamEnd;
    if (this.#hasEnded && this.stream.avail_in > 0)
      throw new TypeError('There is data after the end');
    return status;
  }

  end(): void {
    if (!this.#hasEnded) throw new TypeError('The data ends too early');
  }
}

type Transform = InstanceType<typeof TransformStream>;

function transformOf(format: string, make: (format: string) => Codec): Transform {
  if (!Object.hasOwn(windowBits, format)) throw new TypeError(`The format is not known: ${format}`);
  const codec = make(format);
  return new TransformStream({
    transform: (chunk, controller) => {
      const bytes = toBytes(chunk);
      codec.push(bytes, (output) => controller.enqueue(output));
    },
    flush: (controller) => codec.end((output) => controller.enqueue(output)),
  });
}

/** A copy, as what is being worked on must not change. */
function toBytes(chunk: unknown): Uint8Array {
  const bytes = bytesOf(chunk);
  if (Object.prototype.toString.call(bytes.buffer) !== '[object ArrayBuffer]') {
    throw new TypeError('A chunk lies in shared memory');
  }
  return bytes.slice();
}

class CompressionStreamClass {
  readonly #transform: Transform;

  constructor(format: string) {
    requireArguments(arguments.length, 1, 'CompressionStream');
    this.#transform = transformOf(toDomString(format), (name) => new Deflater(name));
  }

  get readable(): object {
    return this.#transform.readable;
  }

  get writable(): object {
    return this.#transform.writable;
  }
}

class DecompressionStreamClass {
  readonly #transform: Transform;

  constructor(format: string) {
    requireArguments(arguments.length, 1, 'DecompressionStream');
    this.#transform = transformOf(toDomString(format), (name) => new Inflater(name));
  }

  get readable(): object {
    return this.#transform.readable;
  }

  get writable(): object {
    return this.#transform.writable;
  }
}

export const CompressionStream = asInterface(CompressionStreamClass, 'CompressionStream');
export const DecompressionStream = asInterface(DecompressionStreamClass, 'DecompressionStream');
