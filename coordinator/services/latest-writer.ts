/**
 * A server stream that always has the newest to say: while its reader is slow, what is said in
 * between is left out, and only the newest is kept.
 */

interface Writable<Response> {
  /** False when it is full, until it drains. */
  write(response: Response): boolean;
  on(event: 'drain', listener: () => void): unknown;
}

export class LatestWriter<Response> {
  readonly #call: Writable<Response>;
  readonly #read: () => Response;
  #isFull = false;
  #isStale = false;

  /** `read` gives the newest whenever there is room for it. */
  constructor(call: Writable<Response>, read: () => Response) {
    this.#call = call;
    this.#read = read;
    call.on('drain', () => {
      this.#isFull = false;
      if (this.#isStale) this.changed();
    });
  }

  changed(): void {
    this.#isStale = this.#isFull;
    if (!this.#isFull) this.#isFull = !this.#call.write(this.#read());
  }
}
