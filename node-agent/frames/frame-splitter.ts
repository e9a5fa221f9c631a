/**
 * Cuts a stream of bytes into frames, whatever the chunks they arrive in. A frame that lies
 * whole inside a chunk is read in place; only one that spans chunks is put together.
 */
import { FrameError } from './frame-error.ts';

const headerBytes = 4;

export class FrameSplitter {
  readonly #frameBytesMax: number;
  readonly #onFrame: (buffer: Buffer, start: number, end: number) => void;
  /** Chunks of an unfinished frame, oldest first, and how many bytes they hold together. */
  #held: Buffer[] = [];
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
    this.#held.push(chunk);
    this.#heldBytes += chunk.length;
    if (this.#heldBytes < headerBytes || this.#heldBytes < this.#neededBytes()) return;
    const joined = Buffer.concat(this.#held, this.#heldBytes);
    this.#held = [];
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
    if (position < buffer.length) {
      this.#held = [buffer.subarray(position)];
      this.#heldBytes = buffer.length - position;
    }
  }

  /** The whole length of the frame that is held in part; its header is there. */
  #neededBytes(): number {
    let first = this.#held[0] as Buffer;
    if (first.length < headerBytes) {
      first = Buffer.concat(this.#held, this.#heldBytes);
      this.#held = [first];
    }
    return headerBytes + this.#checkedLength(first.readUInt32LE(0));
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
