/** Things that come one by one, for tests that wait for the next: nothing is missed, and order kept. */
export class Arrivals<T> {
  readonly #came: T[] = [];
  readonly #waiting: ((item: T) => void)[] = [];

  /** How many came that nobody has asked for. */
  get pending(): number {
    return this.#came.length;
  }

  add(item: T): void {
    const waiting = this.#waiting.shift();
    if (waiting) waiting(item);
    else this.#came.push(item);
  }

  /** The next one, whether it has come or is to come. */
  next(): Promise<T> {
    if (this.#came.length > 0) return Promise.resolve(this.#came.shift() as T);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  async take(count: number): Promise<T[]> {
    const taken: T[] = [];
    while (taken.length < count) taken.push(await this.next());
    return taken;
  }
}
