/** Messages of one length, out of a stream of bytes. */
export class WholeMessages {
  readonly #bytes: number;
  readonly #take: (message: Buffer) => void;
  #held = Buffer.alloc(0);

  constructor(bytes: number, take: (message: Buffer) => void) {
    this.#bytes = bytes;
    this.#take = take;
  }

  push(chunk: Buffer): void {
    let rest = this.#held.length === 0 ? chunk : Buffer.concat([this.#held, chunk]);
    for (; rest.length >= this.#bytes; rest = rest.subarray(this.#bytes))
      this.#take(rest.subarray(0, this.#bytes));
    this.#held = Buffer.from(rest);
  }
}
