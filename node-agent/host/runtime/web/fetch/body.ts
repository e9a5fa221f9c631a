/**
 * What requests and responses carry: https://fetch.spec.whatwg.org/#bodies. Bytes stay bytes until
 * somebody asks for a stream of them.
 */
import { byteStreamOf } from '../blob/part.ts';
import { loadPart } from '../kit.ts';
import { type ReadableStream, TransformStream } from '../streams/part.ts';
import { joinBytes } from './multipart.ts';

type Stream = InstanceType<typeof ReadableStream>;

export class Body {
  /** Undefined for a body that was a stream from the start, or was used up as bytes. */
  #bytes: Uint8Array | undefined;
  #stream: Stream | undefined;

  constructor(source: Uint8Array | Stream) {
    if (source instanceof Uint8Array) this.#bytes = source;
    else this.#stream = source;
  }

  get stream(): Stream {
    if (this.#stream !== undefined) return this.#stream;
    const stream = byteStreamOf(this.#bytes ?? new Uint8Array());
    this.#stream = stream;
    // Used up before anybody saw it: as if a reader had been left behind.
    if (this.#bytes === undefined) void stream.getReader().cancel();
    return stream;
  }

  get isUsed(): boolean {
    if (this.#stream !== undefined) return isDisturbed(this.#stream);
    return this.#bytes === undefined;
  }

  get isUnusable(): boolean {
    return this.isUsed || this.#stream?.locked === true;
  }

  /** What it has as bytes, where no stream was made of them. */
  get plainBytes(): Uint8Array | undefined {
    return this.#stream === undefined ? this.#bytes : undefined;
  }

  clone(): Body {
    if (this.#stream === undefined && this.#bytes !== undefined) return new Body(this.#bytes);
    const [own, other] = this.stream.tee();
    this.#bytes = undefined;
    this.#stream = own;
    return new Body(other.pipeThrough(new TransformStream({ transform: cloneChunk })));
  }

  /** Hands its content on: this one is used up. */
  take(): Body {
    const { plainBytes } = this;
    if (plainBytes === undefined) return new Body(this.stream.pipeThrough(new TransformStream()));
    this.#bytes = undefined;
    return new Body(plainBytes);
  }

  async readAll(): Promise<Uint8Array> {
    const { plainBytes } = this;
    if (plainBytes !== undefined) {
      this.#bytes = undefined;
      return plainBytes;
    }
    const reader = this.stream.getReader();
    const chunks: Uint8Array[] = [];
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return joinBytes(chunks);
      if (!(value instanceof Uint8Array))
        throw new TypeError('The body has a chunk that is no bytes');
      chunks.push(value);
    }
  }
}

function cloneChunk(chunk: unknown, controller: { enqueue(chunk: unknown): void }): void {
  const clone = loadPart('structured-clone')['structuredClone'] as (value: unknown) => unknown;
  controller.enqueue(clone(chunk));
}

/** The package keeps this where it can be seen; the standard has no way to ask. */
function isDisturbed(stream: Stream): boolean {
  return (stream as unknown as { readonly _disturbed: boolean })._disturbed;
}
