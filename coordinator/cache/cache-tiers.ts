/**
 * The tiers that all caches of a process share, and how something is called out of date in all of
 * them. Where two tiers hold a value, the one that is asked last is told first: what was read there
 * before it was told finds, on its way back, that its lease is broken.
 */
import type { Random } from '../../shared/random/random.ts';
import type { Clock, Timer } from '../../shared/time/clock.ts';
import { CacheStats } from './cache-stats.ts';
import type { ChangeFeed } from './change-feed.ts';
import type { FillLocks } from './fill-locks.ts';
import type { GuardedTier } from './guarded-tier.ts';
import { type Invalidation, markOf } from './invalidation.ts';
import { MarkTable } from './mark-table.ts';
import { type MemoryBounds, MemoryTier } from './memory-tier.ts';

export interface CacheTiersParts {
  readonly clock: Clock;
  readonly random: Random;
  readonly memory: MemoryBounds;
  /** L2 before L3; each only where it is there. */
  readonly remotes?: readonly GuardedTier[];
  readonly locks?: FillLocks;
  readonly changes?: ChangeFeed;
  /** Of the heap that this process may have, how much is in use: 0 to 1. @default not watched */
  readonly heapUsedRatio?: () => number;
}

const sweepEveryMs = 1_000;
/** Above it memory is given back, below it taken again, half or double at a time. */
const heapRatioHigh = 0.85;
const heapRatioLow = 0.7;
const shareMin = 1 / 16;

export class CacheTiers {
  readonly clock: Clock;
  readonly random: Random;
  readonly marks = new MarkTable();
  readonly memory: MemoryTier;
  readonly remotes: readonly GuardedTier[];
  readonly locks: FillLocks | undefined;
  readonly #changes: ChangeFeed | undefined;
  readonly #heapUsedRatio: (() => number) | undefined;
  readonly #stats = new Map<string, CacheStats>();
  #memoryShare = 1;
  #sweepTimer: Timer | undefined;
  #closed: Promise<void> | undefined;

  constructor(parts: CacheTiersParts) {
    this.clock = parts.clock;
    this.random = parts.random;
    this.memory = new MemoryTier(parts.memory, this.marks);
    this.remotes = parts.remotes ?? [];
    this.locks = parts.locks;
    this.#changes = parts.changes;
    this.#heapUsedRatio = parts.heapUsedRatio;
  }

  /** By namespace. */
  get stats(): ReadonlyMap<string, CacheStats> {
    return this.#stats;
  }

  /** Begins to listen to others, and to clean up. Resolves when it is heard of what others do. */
  async start(): Promise<void> {
    this.#scheduleSweep();
    await this.#changes?.start({
      invalidated: (invalidation) => this.#invalidateHere(invalidation),
      missed: () => this.marks.raiseAll(),
    });
  }

  /** The counts of a namespace, whose cache is about to be opened. Throws where it is open. */
  register(namespace: string): CacheStats {
    if (this.#stats.has(namespace))
      throw new RangeError(`Could not open a cache: there is one of this namespace: ${namespace}`);
    const stats = new CacheStats();
    this.#stats.set(namespace, stats);
    return stats;
  }

  /** Resolves when every tier has been told, or will be as soon as it can. */
  async invalidate(invalidation: Invalidation): Promise<void> {
    this.#invalidateHere(invalidation);
    if (this.remotes.length === 0) return;
    for (const remote of this.remotes.toReversed()) await remote.invalidate(invalidation);
    // What was read out there before that, and has come here since.
    this.#invalidateHere(invalidation);
  }

  /** Idempotent. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    this.#sweepTimer?.cancel();
    await this.#changes?.close();
    await Promise.all(this.remotes.map((remote) => remote.close()));
  }

  #invalidateHere(invalidation: Invalidation): void {
    this.marks.raise(markOf(invalidation));
    if (invalidation.name === 'key')
      this.memory.delete(invalidation.namespace, invalidation.key, 'INVALIDATED');
  }

  #scheduleSweep(): void {
    if (this.#closed) return;
    this.#sweepTimer = this.clock.setTimer(sweepEveryMs, () => {
      this.memory.sweep(this.clock.nowMs());
      this.#fitHeap();
      this.#scheduleSweep();
    });
  }

  #fitHeap(): void {
    const ratio = this.#heapUsedRatio?.() ?? 0;
    if (ratio > heapRatioHigh) this.#takeShare(this.#memoryShare / 2);
    else if (ratio < heapRatioLow) this.#takeShare(this.#memoryShare * 2);
  }

  #takeShare(wanted: number): void {
    const share = Math.min(1, Math.max(shareMin, wanted));
    if (share === this.#memoryShare) return;
    this.#memoryShare = share;
    this.memory.resize(share);
  }
}
