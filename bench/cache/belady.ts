/** What could be hit at best: whoever is asked for last goes first (Belady, 1966). Needs the future. */

interface Held {
  readonly key: string;
  /** When it is asked for next. */
  readonly nextAt: number;
}

export function beladyHits(keys: readonly string[], countMax: number): number {
  const nextAt = nextUses(keys);
  const held = new Map<string, number>();
  /** Of all that are held, and some that are not any more, the one asked for last on top. */
  const heap = new LatestFirst();
  let hits = 0;
  for (const [at, key] of keys.entries()) {
    if (held.has(key)) hits++;
    else if (held.size >= countMax) dropLatest(heap, held);
    const next = nextAt[at] ?? Infinity;
    held.set(key, next);
    heap.push({ key, nextAt: next });
  }
  return hits;
}

function nextUses(keys: readonly string[]): number[] {
  const nextAt = keys.map(() => Infinity);
  const last = new Map<string, number>();
  for (let at = keys.length - 1; at >= 0; at--) {
    const key = keys[at] ?? '';
    nextAt[at] = last.get(key) ?? Infinity;
    last.set(key, at);
  }
  return nextAt;
}

function dropLatest(heap: LatestFirst, held: Map<string, number>): void {
  for (let top = heap.pop(); top; top = heap.pop())
    if (held.get(top.key) === top.nextAt) {
      held.delete(top.key);
      return;
    }
}

/** A binary heap. */
class LatestFirst {
  readonly #items: Held[] = [];

  push(item: Held): void {
    const items = this.#items;
    let at = items.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.#nextAt(parent) >= item.nextAt) break;
      items[at] = items[parent] as Held;
      at = parent;
    }
    items[at] = item;
  }

  pop(): Held | undefined {
    const items = this.#items;
    const [top] = items;
    const last = items.pop();
    if (items.length === 0 || !last) return top;
    let at = 0;
    for (let child = 1; child < items.length; child = 2 * at + 1) {
      if (this.#nextAt(child + 1) > this.#nextAt(child)) child++;
      if (this.#nextAt(child) <= last.nextAt) break;
      items[at] = items[child] as Held;
      at = child;
    }
    items[at] = last;
    return top;
  }

  #nextAt(at: number): number {
    return this.#items[at]?.nextAt ?? -1;
  }
}
