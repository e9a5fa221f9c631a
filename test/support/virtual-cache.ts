/** Caches on a virtual clock, with outer tiers of this process where a test wants some. */
import type { CacheOptions } from '../../coordinator/cache/cache-options.ts';
import { CacheTiers, type CacheTiersParts } from '../../coordinator/cache/cache-tiers.ts';
import { GuardedTier } from '../../coordinator/cache/guarded-tier.ts';
import { LimitedCalls } from '../../coordinator/cache/limited-calls.ts';
import { MultiLevelCache } from '../../coordinator/cache/multi-level-cache.ts';
import type { RemoteTier } from '../../coordinator/cache/remote-tier.ts';
import { jsonCodec } from '../../coordinator/cache/value-codec.ts';
import type { Random } from '../../shared/random/random.ts';
import { VirtualClock } from '../../shared/time/virtual-clock.ts';

export interface VirtualCache<Value> {
  readonly clock: VirtualClock;
  readonly tiers: CacheTiers;
  readonly cache: MultiLevelCache<Value>;
}

interface Given extends Partial<Omit<CacheTiersParts, 'remotes' | 'clock'>> {
  readonly clock?: VirtualClock;
  readonly remotes?: readonly RemoteTier[];
}

/** No chance: TTLs are as they are given, and nothing is refreshed early. */
export const evenChance: Random = { next: () => 0.5 };
export const callMsMax = 100;

export function virtualCache<Value = string>(
  options: Partial<CacheOptions<Value>> = {},
  { clock = new VirtualClock(), remotes = [], ...parts }: Given = {},
): VirtualCache<Value> {
  const guarded = <Result>(call: () => Promise<Result>): Promise<Result> => call();
  const calls = new LimitedCalls({ clock, guarded, callMsMax });
  const tiers = new CacheTiers({
    clock,
    random: evenChance,
    memory: { entriesMax: 1_000, bytesMax: 2 ** 24 },
    remotes: remotes.map((tier) => new GuardedTier(tier, calls)),
    ...parts,
  });
  const whole = { namespace: 'test', codec: jsonCodec<Value>(), earlyRefreshBeta: 0, ...options };
  return { clock, tiers, cache: new MultiLevelCache(whole, tiers) };
}
