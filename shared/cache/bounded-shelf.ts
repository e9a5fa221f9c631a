/** Values by key, bounded in number and weight; the one used longest ago goes first. */

export interface ShelfBounds {
  readonly countMax: number;
  /** Of all weights together. */
  readonly weightMax: number;
}

interface Shelved<Value> {
  readonly value: Value;
  readonly weight: number;
}

export class BoundedShelf<Value> {
  readonly #bounds: ShelfBounds;
  /** The one used longest ago comes first. */
  readonly #shelved = new Map<string, Shelved<Value>>();
  /** To use it again changes nothing: what is used in a row costs a look each. */
  #newest: Shelved<Value> | undefined;
  #weight = 0;

  constructor(bounds: ShelfBounds) {
    this.#bounds = bounds;
  }

  get count(): number {
    return this.#shelved.size;
  }

  get weight(): number {
    return this.#weight;
  }

  /** Does not count as use. */
  has(key: string): boolean {
    return this.#shelved.has(key);
  }

  /** Counts as use. */
  get(key: string): Value | undefined {
    const found = this.#shelved.get(key);
    if (!found || found === this.#newest) return found?.value;
    this.#shelved.delete(key);
    this.#shelved.set(key, found);
    this.#newest = found;
    return found.value;
  }

  put(key: string, value: Value, weight: number): void {
    this.delete(key);
    const shelved = { value, weight };
    this.#shelved.set(key, shelved);
    this.#newest = shelved;
    this.#weight += weight;
    const { countMax, weightMax } = this.#bounds;
    for (const [oldest] of this.#shelved) {
      if (this.#shelved.size <= countMax && this.#weight <= weightMax) return;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const found = this.#shelved.get(key);
    if (!found) return;
    this.#shelved.delete(key);
    if (found === this.#newest) this.#newest = undefined;
    this.#weight -= found.weight;
  }
}
