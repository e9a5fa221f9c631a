/**
 * L1: values in this process's memory, of all namespaces together, bounded in count and bytes. Who
 * goes when it is full is its policy's to say. It sets no timer for an entry: what is past its time
 * is found when it is asked for, or by `sweep`.
 */
import type { CacheStats, EvictionReason } from './cache-stats.ts';
import { LeadingPolicy } from './eviction/leading-policy.ts';
import type { MarkTable } from './mark-table.ts';

export interface MemoryBounds {
  readonly entriesMax: number;
  readonly bytesMax: number;
}

export interface MemoryEntry {
  /** Undefined where what is cached is that there is nothing. */
  readonly value: unknown;
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

/** An entry that is a larger share goes round this tier: it would push out too much. */
const entryShareMax = 0.05;
/** What an entry takes beside its value: the maps, the policy's records, the entry itself. */
const entryOverheadBytes = 512;
const sweepEntriesMax = 2_000;

export class MemoryTier {
  readonly #bounds: MemoryBounds;
  readonly #marks: MarkTable;
  readonly #entries = new Map<string, MemoryEntry>();
  readonly #policy: LeadingPolicy;
  #sweeping: Iterator<[string, MemoryEntry]> | undefined;
  #bytesMax: number;

  constructor(bounds: MemoryBounds, marks: MarkTable) {
    this.#bounds = bounds;
    this.#bytesMax = bounds.bytesMax;
    this.#marks = marks;
    this.#policy = new LeadingPolicy(bounds.bytesMax, bounds.entriesMax, (key) =>
      this.#drop(key, 'CAPACITY'),
    );
  }

  get entries(): number {
    return this.#entries.size;
  }

  /** As the policy weighs them. */
  get bytes(): number {
    return this.#policy.weight;
  }

  get bytesMax(): number {
    return this.#bytesMax;
  }

  /** Undefined also where it is out of date; one past its freshness is the caller's to judge. */
  get(key: string, nowMs: number): MemoryEntry | undefined {
    const entry = this.#entries.get(key);
    if (entry && nowMs < entry.keptUntilMs && this.#marks.isCurrent(entry)) {
      this.#policy.touch(key);
      return entry;
    }
    if (entry) this.delete(key, nowMs < entry.keptUntilMs ? 'INVALIDATED' : 'EXPIRED');
    this.#policy.touch(key);
    return undefined;
  }

  /** False where it is too large, or already out of date. */
  set(key: string, entry: MemoryEntry): boolean {
    if (!this.#marks.isCurrent(entry)) return false;
    const bytes = entry.bytes + 2 * key.length + entryOverheadBytes;
    if (bytes > this.#bytesMax * entryShareMax) return false;
    this.#drop(key, 'REPLACED');
    this.#entries.set(key, entry);
    const stats = entry.stats.tiers.L1;
    stats.entries++;
    stats.bytes += entry.bytes;
    // The bound in count is one in bytes too: nothing weighs less than its share.
    this.#policy.insert(key, Math.max(bytes, this.#bounds.bytesMax / this.#bounds.entriesMax));
    return true;
  }

  delete(key: string, reason: EvictionReason): void {
    if (!this.#entries.has(key)) return;
    this.#drop(key, reason);
    this.#policy.remove(key);
  }

  /** Takes less room, or again all of its bounds. `share` is above 0, at most 1. */
  resize(share: number): void {
    this.#bytesMax = this.#bounds.bytesMax * share;
    this.#policy.resize(this.#bytesMax);
  }

  /** Lets go of some of what nobody can get any more. Goes on, each time, where it stopped. */
  sweep(nowMs: number): void {
    this.#sweeping ??= this.#entries.entries();
    for (let looked = 0; looked < sweepEntriesMax; looked++) {
      const next = this.#sweeping.next();
      if (next.done) {
        this.#sweeping = undefined;
        return;
      }
      const [key, entry] = next.value;
      if (nowMs >= entry.keptUntilMs) this.delete(key, 'EXPIRED');
      else if (!this.#marks.isCurrent(entry)) this.delete(key, 'INVALIDATED');
    }
  }

  #drop(key: string, reason: EvictionReason): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    const stats = entry.stats.tiers.L1;
    stats.entries--;
    stats.bytes -= entry.bytes;
    stats.evictions[reason]++;
  }
}
