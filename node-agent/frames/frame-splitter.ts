/**
 * Cuts a stream of bytes into frames, whatever the chunks they arrive in. A frame that lies
 * whole inside a chunk is read in place; one that spans chunks is put together in a buffer that
 * grows with what has arrived: however small the chunks, holding them costs twice their bytes.
 */
import { FrameError } from './frame-error.ts';

const headerBytes = 4;
const nothing = Buffer.alloc(0);

export class FrameSplitter {
  readonly #frameBytesMax: number;
  readonly #onFrame: (buffer: Buffer, start: number, end: number) => void;
  /** An unfinished frame is at the start of it; the rest is room. */
  #held = nothing;
  #heldBytes = 0;

  constructor(
    frameBytesMax: number,
    onFrame: (buffer: Buffer, start: number, end: number) => void,
  ) {
    this.#frameBytesMax = frameBytesMax;
    this.#onFrame = onFrame;
  }

  /** @throws FrameError, after which the splitter must not be used again. */
  push(chunk: Buffer): void {
    if (this.#heldBytes === 0) {
      this.#split(chunk);
      return;
    }
    this.#hold(chunk);
    if (this.#heldBytes < headerBytes) return;
    if (this.#heldBytes < headerBytes + this.#checkedLength(this.#held.readUInt32LE(0))) return;
    const joined = this.#held.subarray(0, this.#heldBytes);
    this.#held = nothing;
    this.#heldBytes = 0;
    this.#split(joined);
  }

  #split(buffer: Buffer): void {
    let position = 0;
    while (buffer.length - position >= headerBytes) {
      const end = position + headerBytes + this.#checkedLength(buffer.readUInt32LE(position));
      if (end > buffer.length) break;
      this.#onFrame(buffer, position + headerBytes, end);
      position = end;
    }
    if (position < buffer.length) this.#hold(buffer.subarray(position));
  }

  #hold(bytes: Buffer): void {
    const needed = this.#heldBytes + bytes.length;
    if (needed > this.#held.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(needed, 2 * this.#held.length));
      this.#held.copy(larger, 0, 0, this.#heldBytes);
      this.#held = larger;
    }
    bytes.copy(this.#held, this.#heldBytes);
    this.#heldBytes = needed;
  }

  #checkedLength(bodyBytes: number): number {
    if (bodyBytes === 0) throw new FrameError('A frame could not be read: it is empty');
    if (headerBytes + bodyBytes > this.#frameBytesMax) {
      throw new FrameError(
        `A frame is longer than ${this.#frameBytesMax} bytes: ${headerBytes + bodyBytes}`,
      );
    }
    return bodyBytes;
  }
}
