/** ClusterService's part that is about caches: what they have done, and what they are to forget. */
import { invalidRequest } from '../../../shared/errors/isopod-error.ts';
import type { CacheNamespace } from '../../../shared/generated/isopod/v1/CacheNamespace.ts';
import type { CacheTier } from '../../../shared/generated/isopod/v1/CacheTier.ts';
import type { ClusterServiceHandlers } from '../../../shared/generated/isopod/v1/ClusterService.ts';
import type { InvalidateCacheRequest__Output } from '../../../shared/generated/isopod/v1/InvalidateCacheRequest.ts';
import type { Logger } from '../../../shared/telemetry/logger.ts';
import { durationFromUs } from '../../../shared/wire/duration.ts';
import { type CacheStats, evictionReasons, type TierStats } from '../../cache/cache-stats.ts';
import type { CacheTiers } from '../../cache/cache-tiers.ts';
import type { Invalidation } from '../../cache/invalidation.ts';
import type { TierName } from '../../cache/tier-name.ts';
import { answeringAdministrator } from '../answering.ts';

interface CacheHandlersParts {
  readonly tiers: CacheTiers;
  readonly logger: Logger;
}

export function cacheHandlers({
  tiers,
  logger,
}: CacheHandlersParts): Pick<ClusterServiceHandlers, 'GetCacheStats' | 'InvalidateCache'> {
  return {
    GetCacheStats: (_call, respond) => {
      const names: TierName[] = ['L1', ...tiers.remotes.map(({ name }) => name)];
      const namespaces = [...tiers.stats].map(([namespace, stats]) =>
        namespaceToWire(namespace, stats, names),
      );
      respond(null, { namespaces });
    },
    InvalidateCache: answeringAdministrator(logger, async (request) => {
      const invalidation = readInvalidation(request, tiers);
      await tiers.invalidate(invalidation);
      logger.info({ invalidation }, 'cache invalidated');
      return {};
    }),
  };
}

function readInvalidation(
  { namespace, key, tag }: InvalidateCacheRequest__Output,
  { stats }: CacheTiers,
): Invalidation {
  if (!stats.has(namespace)) {
    const description = `must be one of ${[...stats.keys()].join(', ')}: ${namespace}`;
    throw invalidRequest([{ field: 'namespace', description }]);
  }
  if (key !== undefined) return { name: 'key', namespace, key };
  return tag === undefined ? { name: 'namespace', namespace } : { name: 'tag', namespace, tag };
}

function namespaceToWire(
  namespace: string,
  stats: CacheStats,
  tiers: readonly TierName[],
): CacheNamespace {
  const runs = Math.max(1, stats.factoryRuns);
  return {
    namespace,
    requests: stats.requests,
    hits: stats.hits,
    coalescedWaits: stats.coalescedWaits,
    factoryRuns: stats.factoryRuns,
    factoryFailures: stats.factoryFailures,
    factoryTimeMean: durationFromUs(Math.round((stats.factoryMsTotal / runs) * 1000)),
    factoryTimeMax: durationFromUs(Math.round(stats.factoryMsMax * 1000)),
    earlyRefreshes: stats.earlyRefreshes,
    tiers: tiers.map((name) => tierToWire(name, stats.tiers[name])),
  };
}

function tierToWire(name: TierName, { evictions, ...counts }: TierStats): CacheTier {
  return {
    name,
    ...counts,
    evictions: evictionReasons.map((reason) => ({ reason, count: evictions[reason] })),
  };
}
