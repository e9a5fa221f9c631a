/**
 * L1: values in this process's memory, of all namespaces together, bounded in count and bytes. Who
 * goes when it is full is its policy's to say. It sets no timer for an entry: what is past its time
 * is found when it is asked for, or by `sweep`.
 */
import type { CacheStats, EvictionReason } from './cache-stats.ts';
import { LeadingPolicy } from './eviction/leading-policy.ts';
import { tierKey } from './invalidation.ts';
import type { MarkTable } from './mark-table.ts';

export interface MemoryBounds {
  readonly entriesMax: number;
  readonly bytesMax: number;
}

export interface MemoryEntry {
  readonly namespace: string;
  readonly key: string;
  /** Namespace and key together. */
  readonly policyKey: string;
  /** What a hit is answered with: the same each time, so that a hit allocates nothing. */
  readonly answer: MemoryAnswer;
  readonly bytes: number;
  readonly marks: readonly string[];
  /** Of the mark table, before its value was asked for. */
  sequence: number;
  /** Clock.nowMs. */
  readonly freshUntilMs: number;
  readonly keptUntilMs: number;
  readonly madeInMs: number;
  /** Clock.nowMs before which a stale one is not asked for anew. */
  retryAtMs: number;
  readonly stats: CacheStats;
}

export interface MemoryAnswer {
  /** Undefined where what is cached is that there is nothing. */
  readonly value: unknown;
  readonly source: 'L1';
  readonly isStale: false;
}

/** An entry that is a larger share goes round this tier: it would push out too much. */
const entryShareMax = 0.05;
/** What an entry takes beside its value: the maps, the policy's records, the entry itself. */
const entryOverheadBytes = 512;
const sweepEntriesMax = 2_000;

export class MemoryTier {
  readonly #bounds: MemoryBounds;
  readonly #marks: MarkTable;
  /** By namespace, then by key: a key need not be put together to be looked up. */
  readonly #spaces = new Map<string, Map<string, MemoryEntry>>();
  readonly #policy: LeadingPolicy;
  #sweeping: Iterator<MemoryEntry> | undefined;
  #entries = 0;
  #bytesMax: number;

  constructor(bounds: MemoryBounds, marks: MarkTable) {
    this.#bounds = bounds;
    this.#bytesMax = bounds.bytesMax;
    this.#marks = marks;
    this.#policy = new LeadingPolicy(bounds.bytesMax, bounds.entriesMax, (evicted) => {
      const at = evicted.indexOf(':');
      this.#drop(evicted.slice(0, at), evicted.slice(at + 1), 'CAPACITY');
    });
  }

  get entries(): number {
    return this.#entries;
  }

  /** As the policy weighs them. */
  get bytes(): number {
    return this.#policy.weight;
  }

  get bytesMax(): number {
    return this.#bytesMax;
  }

  /** Undefined also where it is out of date; one past its freshness is the caller's to judge. */
  get(namespace: string, key: string, nowMs: number): MemoryEntry | undefined {
    const entry = this.#spaces.get(namespace)?.get(key);
    if (entry && nowMs < entry.keptUntilMs && this.#marks.isCurrent(entry)) {
      this.#policy.touch(entry.policyKey);
      return entry;
    }
    if (entry) this.delete(namespace, key, nowMs < entry.keptUntilMs ? 'INVALIDATED' : 'EXPIRED');
    this.#policy.touch(tierKey(namespace, key));
    return undefined;
  }

  /** False where it is too large, or already out of date. */
  set(entry: MemoryEntry): boolean {
    const { namespace, key, policyKey } = entry;
    if (!this.#marks.isCurrent(entry)) return false;
    const bytes = entry.bytes + 2 * policyKey.length + entryOverheadBytes;
    if (bytes > this.#bytesMax * entryShareMax) return false;
    this.#drop(namespace, key, 'REPLACED');
    this.#spaceOf(namespace).set(key, entry);
    this.#entries++;
    const stats = entry.stats.tiers.L1;
    stats.entries++;
    stats.bytes += entry.bytes;
    // The bound in count is one in bytes too: nothing weighs less than its share.
    const share = Math.ceil(this.#bounds.bytesMax / this.#bounds.entriesMax);
    this.#policy.insert(policyKey, Math.max(bytes, share));
    return true;
  }

  delete(namespace: string, key: string, reason: EvictionReason): void {
    if (this.#drop(namespace, key, reason)) this.#policy.remove(tierKey(namespace, key));
  }

  /** Takes less room, or again all of its bounds. `share` is above 0, at most 1. */
  resize(share: number): void {
    this.#bytesMax = this.#bounds.bytesMax * share;
    this.#policy.resize(this.#bytesMax);
  }

  /** Lets go of some of what nobody can get any more. Goes on, each time, where it stopped. */
  sweep(nowMs: number): void {
    this.#sweeping ??= this.#all();
    for (let looked = 0; looked < sweepEntriesMax; looked++) {
      const next = this.#sweeping.next();
      if (next.done) {
        this.#sweeping = undefined;
        return;
      }
      const { namespace, key, keptUntilMs } = next.value;
      if (nowMs >= keptUntilMs) this.delete(namespace, key, 'EXPIRED');
      else if (!this.#marks.isCurrent(next.value)) this.delete(namespace, key, 'INVALIDATED');
    }
  }

  *#all(): Generator<MemoryEntry, void> {
    for (const space of this.#spaces.values()) yield* space.values();
  }

  #spaceOf(namespace: string): Map<string, MemoryEntry> {
    const found = this.#spaces.get(namespace);
    if (found) return found;
    const made = new Map<string, MemoryEntry>();
    this.#spaces.set(namespace, made);
    return made;
  }

  #drop(namespace: string, key: string, reason: EvictionReason): boolean {
    const space = this.#spaces.get(namespace);
    const entry = space?.get(key);
    if (!entry) return false;
    space?.delete(key);
    this.#entries--;
    const stats = entry.stats.tiers.L1;
    stats.entries--;
    stats.bytes -= entry.bytes;
    stats.evictions[reason]++;
    return true;
  }
}
