/** The caches of a coordinator, over the tiers that its settings name. */
import { getHeapStatistics } from 'node:v8';
import type { ValuesOf } from '../../shared/config/setting.ts';
import type { Random } from '../../shared/random/random.ts';
import type { Logger } from '../../shared/telemetry/logger.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { cacheSettings } from './cache-settings.ts';
import { CacheTiers } from './cache-tiers.ts';
import { GuardedTier } from './guarded-tier.ts';
import { type Guarded, LimitedCalls } from './limited-calls.ts';
import { MultiLevelCache } from './multi-level-cache.ts';
import { PostgresPool } from './postgres/postgres-pool.ts';
import { PostgresTier } from './postgres/postgres-tier.ts';
import { RedisChangeFeed } from './redis/redis-change-feed.ts';
import { RedisFillLocks } from './redis/redis-fill-locks.ts';
import { RedisServer } from './redis/redis-server.ts';
import { RedisTier } from './redis/redis-tier.ts';
import { type CachedResult, resultCodec } from './results/cached-result.ts';

export type CacheConfig = ValuesOf<typeof cacheSettings>;

interface CachesParts {
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly newId: () => string;
  /** The breakers of what the coordinator depends on. */
  readonly dependencies: { guarded(name: 'redis' | 'postgres'): Guarded };
}

export interface Caches {
  readonly tiers: CacheTiers;
  readonly results: MultiLevelCache<CachedResult>;
}

const redisCallMsMax = 250;
const postgresCallMsMax = 1_000;
const dayMs = 24 * 3_600_000;
/** Of trouble that goes on one line is written in so long. */
const troubleEveryMs = 10_000;

/** They are not started yet. */
export function openCaches(config: CacheConfig, parts: CachesParts): Caches {
  const tiers = openTiers(config, parts);
  return { tiers, results: new MultiLevelCache(resultOptions, tiers) };
}

export function openTiers(config: CacheConfig, parts: CachesParts): CacheTiers {
  const { clock, random } = parts;
  const redis = config.redisUrl === undefined ? undefined : openRedis(config.redisUrl, parts);
  const postgres = openPostgres(config, parts);
  const remotes = [redis?.tier, postgres].filter((tier) => tier !== undefined);
  return new CacheTiers({
    clock,
    random,
    memory: { bytesMax: config.cacheBytesMax, entriesMax: config.cacheEntriesMax },
    remotes,
    ...(redis ? { locks: redis.locks, changes: redis.changes } : {}),
    heapUsedRatio,
  });
}

/** What follows from its key alone does not age; that it ends some day is for the sake of room. */
const resultOptions = {
  namespace: 'results',
  codec: resultCodec,
  ttlMs: 7 * dayMs,
  earlyRefreshBeta: 0,
  lockWaitMs: 30_000,
  // A run has limits of its own.
  hardTimeoutMs: dayMs,
};

function openRedis(url: string, parts: CachesParts) {
  const { clock, random, newId, dependencies } = parts;
  const originId = newId();
  const server = new RedisServer({ url, random, troubled: troubleLog('Redis', parts) });
  const guarded = dependencies.guarded('redis');
  const calls = new LimitedCalls({ clock, guarded, callMsMax: redisCallMsMax });
  return {
    tier: new GuardedTier(new RedisTier({ server, originId, newId }), calls),
    locks: new RedisFillLocks({ server, calls, newToken: newId }),
    changes: new RedisChangeFeed({ server, originId, clock, newId }),
  };
}

function openPostgres(
  { databaseUrl: url, databaseConnectionsMax: connectionsMax }: CacheConfig,
  parts: CachesParts,
): GuardedTier | undefined {
  if (url === undefined) return undefined;
  const { clock, random, dependencies } = parts;
  const troubled = troubleLog('Postgres', parts);
  const waitMsMax = postgresCallMsMax;
  const pool = new PostgresPool({ url, clock, random, waitMsMax, connectionsMax, troubled });
  const guarded = dependencies.guarded('postgres');
  const calls = new LimitedCalls({ clock, guarded, callMsMax: postgresCallMsMax });
  return new GuardedTier(new PostgresTier(pool), calls);
}

function troubleLog(name: string, { clock, logger }: CachesParts): (what: string) => void {
  let quietUntilMs = -Infinity;
  return (what) => {
    if (clock.nowMs() < quietUntilMs) return;
    quietUntilMs = clock.nowMs() + troubleEveryMs;
    logger.warn({ name, why: what }, 'a cache tier is not to be had');
  };
}

function heapUsedRatio(): number {
  const { used_heap_size: used, heap_size_limit: most } = getHeapStatistics();
  return used / most;
}
