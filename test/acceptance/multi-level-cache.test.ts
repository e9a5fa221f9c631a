/** The owner's list for MultiLevelCache. */
import { describe, expect, test } from 'vitest';
import { MultiLevelCache } from '../../coordinator/cache/multi-level-cache.ts';
import { jsonCodec } from '../../coordinator/cache/value-codec.ts';
import { systemClock } from '../../shared/time/system-clock.ts';
import { LiveCache } from '../support/live-cache.ts';
import { startPostgres } from '../support/services/postgres-service.ts';
import { startRedis } from '../support/services/redis-service.ts';
import { virtualCache } from '../support/virtual-cache.ts';

const never = (): Promise<never> => Promise.reject(new Error('it is there'));

describe('MultiLevelCache', () => {
  test('Cache Initialization', () => {
    const { cache, tiers } = virtualCache();
    expect(cache).toBeInstanceOf(MultiLevelCache);
    expect(cache.stats).toMatchObject({ requests: 0, hits: 0 });
    const wrong = { namespace: 'a namespace', codec: jsonCodec<string>() };
    expect(() => new MultiLevelCache(wrong, tiers)).toThrow(RangeError);
    const endless = { namespace: 'endless', codec: jsonCodec<string>(), ttlMs: Infinity };
    expect(() => new MultiLevelCache(endless, tiers)).toThrow(RangeError);
  });

  test('Basic Operations', async () => {
    const { cache } = virtualCache();
    expect(await cache.get('key')).toBeUndefined();
    await cache.set('key', 'value', { tags: ['tag'] });
    expect(await cache.get('key')).toBe('value');
    expect(await cache.getOrSet('key', never)).toBe('value');
    await cache.delete('key');
    expect(await cache.getOrSet('key', async () => 'made', { tags: ['tag'] })).toBe('made');
    await cache.invalidateTag('tag');
    expect(await cache.get('key')).toBeUndefined();
    await cache.set('key', 'value');
    await cache.clear();
    expect(await cache.get('key')).toBeUndefined();
  });

  test('TTL Management', async () => {
    const { cache, clock } = virtualCache({ ttlMs: 1_000, graceMs: 10_000, negativeTtlMs: 100 });
    await cache.set('key', 'value');
    await cache.getOrSet('nothing', async () => undefined);
    await clock.advance(100);
    expect(await cache.getOrSet('nothing', async () => 'something')).toBe('something');
    await clock.advance(899);
    expect(await cache.get('key')).toBe('value');
    await clock.advance(1);
    expect(await cache.get('key')).toBeUndefined();
    const failing = () => Promise.reject(new Error('no'));
    expect(await cache.ask('key', failing)).toMatchObject({ value: 'value', isStale: true });
    await clock.advance(10_000);
    await expect(cache.ask('key', failing)).rejects.toThrow('no');
  });

  test('Cache Statistics', async () => {
    const { cache, clock } = virtualCache();
    const slow = async () => {
      await new Promise((resolve) => clock.setTimer(50, () => resolve(undefined)));
      return 'value';
    };
    const asked = [cache.getOrSet('key', slow), cache.getOrSet('key', slow)];
    await clock.advance(50);
    await Promise.all(asked);
    await cache.get('key');
    await cache.get('other');
    expect(cache.stats).toMatchObject({
      requests: 4,
      hits: 1,
      coalescedWaits: 1,
      factoryRuns: 1,
      factoryMsTotal: 50,
      tiers: { L1: { hits: 1, fills: 1, entries: 1, bytes: '"value"'.length } },
    });
  });

  test('Memory Management', async () => {
    let heapUsedRatio = 0.5;
    const memory = { entriesMax: 128, bytesMax: 2 ** 20 };
    const parts = { memory, heapUsedRatio: () => heapUsedRatio };
    const { cache, tiers, clock } = virtualCache({ ttlMs: 60_000 }, parts);
    void tiers.start();
    for (let n = 0; n < 1_000; n++) await cache.set(`key ${n}`, 'value');
    expect(tiers.memory.entries).toBe(128);
    expect(cache.stats.tiers.L1.evictions.CAPACITY).toBe(872);
    await cache.set('large', 'x'.repeat(100_000));
    expect(await cache.get('large')).toBeUndefined();
    heapUsedRatio = 0.95;
    await clock.advance(1_000);
    expect(tiers.memory.entries).toBe(64);
    heapUsedRatio = 0.5;
    await clock.advance(60_000);
    expect(tiers.memory.entries).toBe(0);
    expect(cache.stats.tiers.L1.bytes).toBe(0);
    await tiers.close();
    expect(clock.timersPending).toBe(0);
  });

  test('Redis Integration', async () => {
    const redis = await startRedis();
    try {
      const namespace = 'acceptance';
      const a = await LiveCache.open({ redisUrl: redis.url, namespace });
      const b = await LiveCache.open({ redisUrl: redis.url, namespace });
      await a.getOrSet('key', async () => 'value');
      await a.settled();
      expect(await b.ask('key', never)).toMatchObject({ value: 'value', source: 'L2' });
      await a.set('key', 'another');
      await expect.poll(() => b.get('key')).toBe('another');
      expect(b.stats.tiers.L2.hits).toBeGreaterThan(0);
    } finally {
      await redis.stop();
    }
  });

  test('Database Integration', async () => {
    const postgres = await startPostgres();
    try {
      const databaseUrl = postgres.url;
      const before = await LiveCache.open({ databaseUrl, namespace: 'acceptance' });
      await before.getOrSet('key', async () => 'value', { tags: ['tag'] });
      await before.settled();
      const after = await LiveCache.open({ databaseUrl, namespace: 'acceptance' });
      expect(await after.ask('key', never)).toMatchObject({ value: 'value', source: 'L3' });
      await after.invalidateTag('tag');
      const later = await LiveCache.open({ databaseUrl, namespace: 'acceptance' });
      expect(await later.get('key')).toBeUndefined();
      // Connections are closed before their server.
      await Promise.all([before, after, later].map(({ tiers }) => tiers.close()));
    } finally {
      await postgres.stop();
    }
  });

  test('Performance Optimization', async () => {
    const memory = { entriesMax: 2_000, bytesMax: 2 ** 24 };
    const { cache } = virtualCache({}, { memory });
    const keys = Array.from({ length: 1_000 }, (_, n) => `key ${n}`);
    for (const key of keys) await cache.set(key, 'value', { tags: ['all'] });
    const clock = systemClock();
    const beganMs = clock.nowMs();
    for (let round = 0; round < 100; round++) for (const key of keys) cache.find(key);
    const usPerHit = ((clock.nowMs() - beganMs) * 1_000) / (100 * keys.length);
    expect(usPerHit).toBeLessThan(20);
    let runs = 0;
    const make = async () => `made ${++runs}`;
    await Promise.all(Array.from({ length: 1_000 }, () => cache.getOrSet('cold', make)));
    expect(runs).toBe(1);
    // A scan passes, and leaves what is asked for again and again.
    for (let n = 0; n < 8_000; n++) {
      await cache.getOrSet(`scanned ${n}`, async () => 'value');
      if (n % 4 === 0) cache.find(keys[(n / 4) % 500] as string);
    }
    const left = keys.slice(0, 500).filter((key) => cache.find(key));
    expect(left.length).toBeGreaterThan(475);
  });
});
