/** Bytes that come in pieces of any size, in one place: a list of tiny pieces would weigh far more. */

const initialBytes = 16 * 1024;

export class GrowingBytes {
  #buffer = Buffer.allocUnsafeSlow(initialBytes);
  #length = 0;

  push(piece: Uint8Array): void {
    const needed = this.#length + piece.length;
    if (needed > this.#buffer.length) {
      const grown = Buffer.allocUnsafeSlow(Math.max(needed, this.#buffer.length * 2));
      this.#buffer.copy(grown, 0, 0, this.#length);
      this.#buffer = grown;
    }
    this.#buffer.set(piece, this.#length);
    this.#length = needed;
  }

  all(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }
}
