/**
 * Follows whichever of two policies does better. S3-FIFO and W-TinyLFU fail in different places (a
 * loop larger than the store leaves the one without a hit; a change of what is wanted keeps the
 * other busy with the past), and which place one is in shows only while it goes on. Both are kept
 * here as shadows, of keys without values, that see every request and are judged by their hits of
 * late. What the store holds is what the leader would hold, and for a while after a change of leader
 * what the one before it held, until there is no room.
 *
 * The cost is two small records for each key.
 */
import type { EvictionPolicy, OnEvicted } from './eviction-policy.ts';
import { S3Fifo } from './s3-fifo.ts';
import { WTinyLfu } from './w-tiny-lfu.ts';

/** The lead that takes over, in hits, for each key that the store is expected to hold. */
const leadPerKey = 0.02;
const leadMin = 16;
/** The lead is halved after so many requests for each such key: the past counts less. */
const requestsPerKey = 16;

type Shadow = 'recent' | 'frequent';

export class LeadingPolicy implements EvictionPolicy {
  readonly #onEvicted: OnEvicted;
  readonly #recent: S3Fifo;
  readonly #frequent: WTinyLfu;
  readonly #weights = new Map<string, number>();
  /** Held, though the leader would not: the first to go. */
  readonly #leftovers = new Set<string>();
  readonly #leadToTakeOver: number;
  readonly #requestsUntilHalved: number;
  #weight = 0;
  #weightMax: number;
  #leader: Shadow = 'recent';
  /** Of `recent` in hits of late; negative where `frequent` is ahead. */
  #lead = 0;
  #requests = 0;

  constructor(weightMax: number, keysExpected: number, onEvicted: OnEvicted) {
    this.#weightMax = weightMax;
    this.#onEvicted = onEvicted;
    this.#leadToTakeOver = Math.max(leadMin, keysExpected * leadPerKey);
    this.#requestsUntilHalved = Math.max(leadMin, keysExpected) * requestsPerKey;
    this.#recent = new S3Fifo(weightMax, (key) => this.#left('recent', key));
    this.#frequent = new WTinyLfu(weightMax, keysExpected, (key) => this.#left('frequent', key));
  }

  get leader(): Shadow {
    return this.#leader;
  }

  get weight(): number {
    return this.#weight;
  }

  has(key: string): boolean {
    return this.#weights.has(key);
  }

  touch(key: string): boolean {
    const weight = this.#weights.get(key);
    const isInRecent = this.#recent.touch(key);
    const isInFrequent = this.#frequent.touch(key);
    this.#judge(isInRecent, isInFrequent);
    if (weight === undefined) return false;
    // It is there without being fetched, and a shadow that lacks it would now have fetched it.
    if (!isInRecent) this.#recent.insert(key, weight);
    if (!isInFrequent) this.#frequent.insert(key, weight);
    if (this.#leftovers.size > 0 && this.#shadow.has(key)) this.#leftovers.delete(key);
    return true;
  }

  insert(key: string, weight: number): void {
    this.#forget(key);
    this.#weights.set(key, weight);
    this.#weight += weight;
    if (!this.#recent.has(key)) this.#recent.insert(key, weight);
    if (!this.#frequent.has(key)) this.#frequent.insert(key, weight);
    if (!this.#shadow.has(key)) this.#leftovers.add(key);
    this.#makeRoom();
  }

  remove(key: string): void {
    this.#forget(key);
    this.#recent.remove(key);
    this.#frequent.remove(key);
  }

  resize(weightMax: number): void {
    this.#weightMax = weightMax;
    this.#recent.resize(weightMax);
    this.#frequent.resize(weightMax);
    this.#makeRoom();
  }

  get #shadow(): EvictionPolicy {
    return this.#leader === 'recent' ? this.#recent : this.#frequent;
  }

  #judge(isInRecent: boolean, isInFrequent: boolean): void {
    if (isInRecent !== isInFrequent) {
      this.#lead += isInRecent ? 1 : -1;
      const leader = this.#lead > 0 ? 'recent' : 'frequent';
      if (leader !== this.#leader && Math.abs(this.#lead) >= this.#leadToTakeOver)
        this.#follow(leader);
    }
    if (++this.#requests < this.#requestsUntilHalved) return;
    this.#requests = 0;
    this.#lead /= 2;
  }

  #follow(leader: Shadow): void {
    this.#leader = leader;
    const shadow = this.#shadow;
    this.#leftovers.clear();
    for (const key of this.#weights.keys()) if (!shadow.has(key)) this.#leftovers.add(key);
  }

  /** What a shadow gives up stays while there is room: the store may lack others that it holds. */
  #left(shadow: Shadow, key: string): void {
    if (shadow === this.#leader && this.#weights.has(key)) this.#leftovers.add(key);
  }

  #makeRoom(): void {
    while (this.#weight > this.#weightMax) {
      // Without leftovers it holds no more than its leader, which keeps to the bound.
      const key = firstOf(this.#leftovers) ?? firstOf(this.#weights.keys());
      if (key === undefined) return;
      this.#forget(key);
      this.#onEvicted(key);
    }
  }

  #forget(key: string): void {
    this.#weight -= this.#weights.get(key) ?? 0;
    this.#weights.delete(key);
    this.#leftovers.delete(key);
  }
}

function firstOf(keys: Iterable<string>): string | undefined {
  for (const key of keys) return key;
  return undefined;
}
