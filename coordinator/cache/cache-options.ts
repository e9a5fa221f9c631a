/** What one cache, which is one namespace, may be told, and what that comes to. */
import { isNamespace } from './invalidation.ts';
import type { TierName } from './tier-name.ts';
import type { ValueCodec } from './value-codec.ts';

export interface CacheOptions<Value> {
  /** 1 to 64 of A-Z a-z 0-9 _ -. Caches of different namespaces share nothing but room. */
  readonly namespace: string;
  readonly codec: ValueCodec<Value>;
  /** How long a value is fresh, ± 10 % by chance so that not all end at once. @default 5 minutes */
  readonly ttlMs?: number;
  /** Where a tier's differs. L1 never has more than is left in the tier that it has a value from. */
  readonly tierTtlMs?: Partial<Record<TierName, number>>;
  /** Of the knowledge that there is nothing (the factory gave undefined). @default 10 s */
  readonly negativeTtlMs?: number;
  /** How long after that it is kept, for when nothing better is to be had. @default 0 */
  readonly graceMs?: number;
  /** After a failure, how long a stale value is served without trying again. @default 5 s */
  readonly retryAfterMs?: number;
  /** How long a factory is waited for where there is a stale value. @default 1 s */
  readonly softTimeoutMs?: number;
  /** How long a factory is waited for; its late result still fills the cache. @default 30 s */
  readonly hardTimeoutMs?: number;
  /**
   * How eagerly values are made anew before they are stale (XFetch's β); 0 for not at all.
   * @default 1
   */
  readonly earlyRefreshBeta?: number;
  /** How long another coordinator's making of the same value is waited for. @default 5 s */
  readonly lockWaitMs?: number;
  /** The largest value that is stored outside this process. @default 8 MB */
  readonly remoteBytesMax?: number;
}

export type CacheConfig<Value> = Required<Omit<CacheOptions<Value>, 'tierTtlMs' | 'ttlMs'>> & {
  readonly tierTtlMs: Readonly<Record<TierName, number>>;
};

const second = 1_000;
const minute = 60 * second;
/** A tier forgets its marks after it, and so no entry may live longer. */
export const keptMsMax = 60 * 24 * 60 * minute;

/** Throws RangeError. */
export function compileCacheOptions<Value>(options: CacheOptions<Value>): CacheConfig<Value> {
  const { ttlMs = 5 * minute, tierTtlMs = {}, ...given } = options;
  const config = {
    negativeTtlMs: 10 * second,
    graceMs: 0,
    retryAfterMs: 5 * second,
    softTimeoutMs: second,
    hardTimeoutMs: 30 * second,
    earlyRefreshBeta: 1,
    lockWaitMs: 5 * second,
    remoteBytesMax: 8 * 2 ** 20,
    ...given,
    tierTtlMs: { L1: ttlMs, L2: ttlMs, L3: ttlMs, ...tierTtlMs },
  };
  if (!isNamespace(config.namespace))
    throw new RangeError(
      `Could not open a cache: its namespace must be 1 to 64 of A-Z a-z 0-9 _ -: ${config.namespace}`,
    );
  const { L1, L2, L3 } = config.tierTtlMs;
  for (const ms of [L1, L2, L3, config.negativeTtlMs])
    if (!(ms > 0 && ms + config.graceMs <= keptMsMax))
      throw new RangeError(
        `Could not open a cache: a value is kept for more than 0 and at most ${keptMsMax} ms: ${ms} and ${config.graceMs}`,
      );
  if (!(config.hardTimeoutMs >= config.softTimeoutMs && config.softTimeoutMs > 0))
    throw new RangeError(
      `Could not open a cache: the hard timeout must be at least the soft one: ${config.hardTimeoutMs}, ${config.softTimeoutMs}`,
    );
  return config;
}
