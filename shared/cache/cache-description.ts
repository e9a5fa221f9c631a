/** What the caches of a coordinator have done, as administrators see it. */

export interface CacheTierDescription {
  /** `L1`, `L2` or `L3`. */
  readonly name: string;
  readonly hits: number;
  readonly misses: number;
  readonly staleHits: number;
  readonly fills: number;
  readonly fillsDropped: number;
  readonly failures: number;
  /** Held now; of L1 only. */
  readonly entries: number;
  readonly bytes: number;
  /** Of L1 only. */
  readonly evictions: readonly { readonly reason: string; readonly count: number }[];
}

export interface CacheDescription {
  readonly namespace: string;
  readonly requests: number;
  readonly hits: number;
  /** Of all requests, how many were answered by a tier; 0 where there was none. */
  readonly hitRatio: number;
  readonly coalescedWaits: number;
  readonly factoryRuns: number;
  readonly factoryFailures: number;
  readonly factoryMsMean: number;
  readonly factoryMsMax: number;
  readonly earlyRefreshes: number;
  readonly tiers: readonly CacheTierDescription[];
}

/** What is to be forgotten: a key, all that bears a tag, or, with neither, a namespace. */
export interface CacheTarget {
  readonly namespace: string;
  readonly key?: string;
  readonly tag?: string;
}
