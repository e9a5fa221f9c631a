/**
 * Reads one frame's fields. Whoever wrote them may be hostile: every length is held against the
 * bytes that are really there before anything is allocated, and every number has its range.
 */
import { FrameError } from './frame-error.ts';

export class ByteReader {
  readonly #buffer: Buffer;
  #position: number;
  readonly #end: number;

  constructor(buffer: Buffer, start = 0, end = buffer.length) {
    this.#buffer = buffer;
    this.#position = start;
    this.#end = end;
  }

  get bytesLeft(): number {
    return this.#end - this.#position;
  }

  u8(): number {
    return this.#buffer[this.#advance(1)] as number;
  }

  u32(): number {
    return this.#buffer.readUInt32LE(this.#advance(4));
  }

  /** A number that names a run or a code: never 0. */
  id(): number {
    const value = this.u32();
    if (value === 0) throw new FrameError('An id could not be read: 0');
    return value;
  }

  count(): number {
    const value = this.#buffer.readDoubleLE(this.#advance(8));
    if (!Number.isSafeInteger(value) || value < 0) {
      throw new FrameError(`A count could not be read: ${value}`);
    }
    return value;
  }

  flag(): boolean {
    const value = this.u8();
    if (value > 1) throw new FrameError(`A flag could not be read: ${value}`);
    return value === 1;
  }

  oneOf<Word extends string>(words: readonly Word[]): Word {
    const index = this.u8();
    const word = words[index];
    if (word === undefined) throw new FrameError(`A word could not be read: number ${index}`);
    return word;
  }

  text(): string {
    const length = this.u32();
    const start = this.#advance(length);
    return this.#buffer.toString('utf8', start, start + length);
  }

  /** A copy: what is kept of a frame does not keep all that came with it. */
  bytes(): Uint8Array {
    const length = this.u32();
    const start = this.#advance(length);
    return new Uint8Array(this.#buffer.subarray(start, start + length));
  }

  optionalText(): string | undefined {
    return this.flag() ? this.text() : undefined;
  }

  /** A list whose every item takes at least `itemBytesMin`, so its length cannot be a lie. */
  list<Item>(itemBytesMin: number, read: () => Item): Item[] {
    const length = this.u32();
    if (length * itemBytesMin > this.bytesLeft) {
      throw new FrameError(`A list could not be read: ${length} items in ${this.bytesLeft} bytes`);
    }
    return Array.from({ length }, read);
  }

  finish(): void {
    if (this.bytesLeft > 0) throw new FrameError(`A frame has bytes left over: ${this.bytesLeft}`);
  }

  #advance(bytes: number): number {
    const start = this.#position;
    if (bytes > this.#end - start) {
      throw new FrameError(
        `A frame ended early: ${bytes} bytes wanted, ${this.#end - start} there`,
      );
    }
    this.#position = start + bytes;
    return start;
  }
}
