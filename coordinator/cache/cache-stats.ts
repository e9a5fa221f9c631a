/** What a cache has done, counted: per tier, and for the namespace as a whole. */
import { type TierName, tierNames } from './tier-name.ts';

export const evictionReasons = ['CAPACITY', 'EXPIRED', 'INVALIDATED', 'REPLACED'] as const;
export type EvictionReason = (typeof evictionReasons)[number];

/** Of one tier in one namespace, since the start. */
export class TierStats {
  hits = 0;
  misses = 0;
  /** Of `hits`: out of date, served since there was nothing better. */
  staleHits = 0;
  fills = 0;
  /** A value was made and not kept: something had made it out of date meanwhile. */
  fillsDropped = 0;
  /** Operations that failed, took too long, or were not tried since the tier's breaker is open. */
  failures = 0;
  /** Held now; of L1 only, since the others are shared. */
  entries = 0;
  bytes = 0;
  readonly evictions: Record<EvictionReason, number> = {
    CAPACITY: 0,
    EXPIRED: 0,
    INVALIDATED: 0,
    REPLACED: 0,
  };
}

export class CacheStats {
  readonly tiers: Readonly<Record<TierName, TierStats>>;
  /** Requests, each counted once. */
  requests = 0;
  /** Of those, served from any tier. */
  hits = 0;
  /** Requests that waited for the value that another was having made. */
  coalescedWaits = 0;
  factoryRuns = 0;
  factoryFailures = 0;
  factoryMsTotal = 0;
  factoryMsMax = 0;
  earlyRefreshes = 0;

  constructor() {
    const tiers = tierNames.map((name) => [name, new TierStats()] as const);
    this.tiers = Object.fromEntries(tiers) as Record<TierName, TierStats>;
  }

  factoryRan(ms: number, hasFailed: boolean): void {
    this.factoryRuns++;
    if (hasFailed) this.factoryFailures++;
    this.factoryMsTotal += ms;
    this.factoryMsMax = Math.max(this.factoryMsMax, ms);
  }
}
