/**
 * The last words of a host on its stderr, for the operator's log: V8 says there why it aborts,
 * Node why it did not start. The text may come from a guest, so it is capped and cleaned.
 */
import type { Readable } from 'node:stream';

const tailBytesMax = 4 * 1024;
/** A host that says more is not listened to any further: its writes fail from then on. */
const totalBytesMax = 64 * 1024;

export class StderrTail {
  #tail = Buffer.alloc(0);

  constructor(stream: Readable) {
    let totalBytes = 0;
    stream.on('data', (chunk: Buffer) => {
      this.#tail = Buffer.concat([this.#tail, chunk]).subarray(-tailBytesMax);
      totalBytes += chunk.length;
      if (totalBytes > totalBytesMax) stream.destroy();
    });
    stream.on('error', () => stream.destroy());
  }

  /** Without control characters, which would write on the operator's terminal. */
  text(): string {
    return this.#tail
      .toString('utf8')
      .replaceAll(/[^\n\P{C}]/gu, '')
      .trim();
  }
}
