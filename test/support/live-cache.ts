/** A cache as a coordinator has it, on servers that a test provides; closed when the test is over. */
import { onTestFinished } from 'vitest';
import type { CacheOptions } from '../../coordinator/cache/cache-options.ts';
import type { CacheTiers } from '../../coordinator/cache/cache-tiers.ts';
import { MultiLevelCache } from '../../coordinator/cache/multi-level-cache.ts';
import { openTiers } from '../../coordinator/cache/open-caches.ts';
import { jsonCodec } from '../../coordinator/cache/value-codec.ts';
import { DependencyBreakers } from '../../coordinator/resilience/dependency-breakers.ts';
import { newId, systemRandom } from '../../shared/random/system-random.ts';
import { silentLogger } from '../../shared/telemetry/logger.ts';
import { systemClock } from '../../shared/time/system-clock.ts';
import { waitUntil } from './wait-until.ts';

interface LiveCacheOptions extends Partial<CacheOptions<string>> {
  readonly redisUrl?: string;
  readonly databaseUrl?: string;
}

export class LiveCache extends MultiLevelCache<string> {
  readonly tiers: CacheTiers;

  private constructor(options: CacheOptions<string>, tiers: CacheTiers) {
    super(options, tiers);
    this.tiers = tiers;
  }

  /** Resolves when every server has answered. */
  static async open({ redisUrl, databaseUrl, ...options }: LiveCacheOptions): Promise<LiveCache> {
    const [clock, random] = [systemClock(), systemRandom()];
    const tiers = openTiers(
      {
        redisUrl,
        databaseUrl,
        databaseConnectionsMax: 4,
        cacheBytesMax: 2 ** 24,
        cacheEntriesMax: 10_000,
      },
      {
        clock,
        random,
        logger: silentLogger,
        newId,
        dependencies: new DependencyBreakers({ clock, random }),
      },
    );
    const listening = tiers.start();
    const cache = new LiveCache({ namespace: 'test', codec: jsonCodec(), ...options }, tiers);
    onTestFinished(() => tiers.close());
    await waitUntil(() => cache.isReached(), 20_000, clock);
    await listening;
    return cache;
  }

  /** As if its process had been started anew: what is in memory is gone. */
  forget(): void {
    this.tiers.marks.raiseAll();
  }

  async isReached(): Promise<boolean> {
    const before = this.#failures;
    await this.get('is anybody there');
    return this.#failures === before;
  }

  get #failures(): number {
    const { L2, L3 } = this.stats.tiers;
    return L2.failures + L3.failures;
  }
}
