/**
 * A binary heap that knows where each item is, so that one can be taken out from anywhere, or moved
 * when its rank has changed, in O(log n).
 */
export class IndexedHeap<Item> {
  readonly #isBefore: (a: Item, b: Item) => boolean;
  readonly #items: Item[] = [];
  readonly #indexes = new Map<Item, number>();

  /** `isBefore` is a strict order, and does not change for items inside but before `moved`. */
  constructor(isBefore: (a: Item, b: Item) => boolean) {
    this.#isBefore = isBefore;
  }

  get size(): number {
    return this.#items.length;
  }

  /** The first; undefined where there is none. */
  get first(): Item | undefined {
    return this.#items[0];
  }

  /** In no order. */
  get all(): readonly Item[] {
    return [...this.#items];
  }

  /** One that is not inside. */
  push(item: Item): void {
    this.#items.push(item);
    this.#rise(item, this.#items.length - 1);
  }

  /** False where it is not inside. */
  remove(item: Item): boolean {
    const index = this.#indexes.get(item);
    if (index === undefined) return false;
    this.#indexes.delete(item);
    const last = this.#items.pop();
    if (last !== undefined && last !== item) this.#settle(last, index);
    return true;
  }

  /** Its rank is another now. */
  moved(item: Item): void {
    const index = this.#indexes.get(item);
    if (index !== undefined) this.#settle(item, index);
  }

  /** Puts an item into a place that it may rise or sink from. */
  #settle(item: Item, index: number): void {
    const parent = this.#items[(index - 1) >> 1];
    if (index > 0 && parent !== undefined && this.#isBefore(item, parent)) this.#rise(item, index);
    else this.#sink(item, index);
  }

  #rise(item: Item, from: number): void {
    let index = from;
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = this.#items[above];
      if (parent === undefined || !this.#isBefore(item, parent)) break;
      this.#put(parent, index);
      index = above;
    }
    this.#put(item, index);
  }

  #sink(item: Item, from: number): void {
    let index = from;
    for (;;) {
      let below = 2 * index + 1;
      let child = this.#items[below];
      if (child === undefined) break;
      const other = this.#items[below + 1];
      if (other !== undefined && this.#isBefore(other, child)) {
        child = other;
        below++;
      }
      if (!this.#isBefore(child, item)) break;
      this.#put(child, index);
      index = below;
    }
    this.#put(item, index);
  }

  #put(item: Item, index: number): void {
    this.#items[index] = item;
    this.#indexes.set(item, index);
  }
}
