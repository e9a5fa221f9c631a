/** Work that is done one after the other where it is about the same thing, and at once elsewhere. */

export class Turns {
  /** By key: the end of the last one, for the next to wait for. */
  readonly #last = new Map<string, Promise<unknown>>();

  /** One that fails is no reason for the next to fail. */
  take<Result>(key: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const turn = before
      .catch(() => {})
      .then(work)
      .finally(() => {
        if (this.#last.get(key) === turn) this.#last.delete(key);
      });
    this.#last.set(key, turn);
    return turn;
  }

  /** Resolves when all that has been begun is over, however it ended. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#last.values());
  }
}
