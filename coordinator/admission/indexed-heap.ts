/**
 * A binary heap whose items know where they are, so that one can be taken out from anywhere, or moved
 * when its rank has changed, in O(log n). They carry their index themselves: a table of them would be
 * most of what a heap costs.
 */

interface HeapOrder<Item> {
  /** A strict order; it does not change for items inside but before `moved`. */
  isBefore(a: Item, b: Item): boolean;
  /** -1 where it is not inside. */
  indexOf(item: Item): number;
  setIndex(item: Item, index: number): void;
}

export class IndexedHeap<Item> {
  readonly #order: HeapOrder<Item>;
  readonly #items: Item[] = [];

  constructor(order: HeapOrder<Item>) {
    this.#order = order;
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
    const index = this.#order.indexOf(item);
    if (index < 0) return false;
    this.#order.setIndex(item, -1);
    const last = this.#items.pop();
    if (last !== undefined && last !== item) this.#settle(last, index);
    return true;
  }

  /** Its rank is another now. */
  moved(item: Item): void {
    const index = this.#order.indexOf(item);
    if (index >= 0) this.#settle(item, index);
  }

  /** Puts an item into a place that it may rise or sink from. */
  #settle(item: Item, index: number): void {
    const parent = this.#items[(index - 1) >> 1];
    if (index > 0 && parent !== undefined && this.#order.isBefore(item, parent))
      this.#rise(item, index);
    else this.#sink(item, index);
  }

  #rise(item: Item, from: number): void {
    let index = from;
    while (index > 0) {
      const above = (index - 1) >> 1;
      const parent = this.#items[above];
      if (parent === undefined || !this.#order.isBefore(item, parent)) break;
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
      if (other !== undefined && this.#order.isBefore(other, child)) {
        child = other;
        below++;
      }
      if (!this.#order.isBefore(child, item)) break;
      this.#put(child, index);
      index = below;
    }
    this.#put(item, index);
  }

  #put(item: Item, index: number): void {
    this.#items[index] = item;
    this.#order.setIndex(item, index);
  }
}
