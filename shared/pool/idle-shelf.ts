/**
 * The resources nobody uses, found by who used them last. The most recently used of a key is
 * taken first (it is the warmest), the least recently used of all is given away first.
 */
import type { PoolEntry } from './pool-entry.ts';

export class IdleShelf<R extends object> {
  /** Those never used, oldest first. */
  readonly #fresh = new Set<PoolEntry<R>>();
  /** Used ones in the order in which they were put back, over all keys. */
  readonly #used = new Set<PoolEntry<R>>();
  /** The same by key; no key has an empty list. */
  readonly #byKey = new Map<string, PoolEntry<R>[]>();

  get size(): number {
    return this.#fresh.size + this.#used.size;
  }

  get freshCount(): number {
    return this.#fresh.size;
  }

  put(entry: PoolEntry<R>): void {
    if (entry.key === undefined) {
      this.#fresh.add(entry);
      return;
    }
    this.#used.add(entry);
    const ofKey = this.#byKey.get(entry.key);
    if (ofKey) ofKey.push(entry);
    else this.#byKey.set(entry.key, [entry]);
  }

  /** The one that `key` used most recently; of those that are preferred, where there are any. */
  takeOwn(key: string, isPreferred?: (resource: R) => boolean): PoolEntry<R> | undefined {
    const ofKey = this.#byKey.get(key);
    const preferred = isPreferred && ofKey?.findLast(({ resource }) => isPreferred(resource));
    const entry = preferred ?? ofKey?.at(-1);
    if (entry) this.remove(entry);
    return entry;
  }

  takeFresh(): PoolEntry<R> | undefined {
    const [entry] = this.#fresh;
    if (entry) this.#fresh.delete(entry);
    return entry;
  }

  /** The one that has lain here longest of those a key has used, and that may be taken. */
  takeLeastRecent(
    mayTake: (entry: PoolEntry<R>) => boolean = () => true,
  ): PoolEntry<R> | undefined {
    for (const entry of this.#used) {
      if (!mayTake(entry)) continue;
      this.remove(entry);
      return entry;
    }
    return undefined;
  }

  /** How many each key has here that it used since then. */
  usedSince(sinceMsMin: number): ReadonlyMap<string, number> {
    const counts = new Map<string, number>();
    for (const [key, entries] of this.#byKey) {
      const count = entries.filter((entry) => idleSinceMs(entry) > sinceMsMin).length;
      if (count > 0) counts.set(key, count);
    }
    return counts;
  }

  /** How many have lain here since then or longer, and those never used. */
  countRested(sinceMsMax: number): number {
    let count = this.#fresh.size;
    for (const entry of this.#used) {
      if (idleSinceMs(entry) > sinceMsMax) break;
      count++;
    }
    return count;
  }

  remove(entry: PoolEntry<R>): void {
    if (this.#fresh.delete(entry) || !this.#used.delete(entry)) return;
    const key = entry.key ?? '';
    const others = (this.#byKey.get(key) ?? []).filter((other) => other !== entry);
    if (others.length > 0) this.#byKey.set(key, others);
    else this.#byKey.delete(key);
  }

  /** Every entry, to be looked at; a copy, so that it may be taken from meanwhile. */
  entries(): readonly PoolEntry<R>[] {
    return [...this.#used, ...this.#fresh];
  }
}

export function idleSinceMs<R extends object>({ phase }: PoolEntry<R>): number {
  return phase.name === 'idle' ? phase.sinceMs : Number.POSITIVE_INFINITY;
}
