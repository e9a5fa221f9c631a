import { expect, test, vi } from 'vitest';
import { CacheTimeout } from '../../../../coordinator/cache/cache-timeout.ts';
import { seededRandom } from '../../../../shared/random/random.ts';
import { systemClock } from '../../../../shared/time/system-clock.ts';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';
import { MemoryRemoteTier, RemoteShelf } from '../../../support/memory-remote-tier.ts';
import { virtualCache } from '../../../support/virtual-cache.ts';

const minute = 60_000;
const never = (): Promise<never> => Promise.reject(new Error('it is there'));

/** A factory that is finished when the test says so. */
function slowFactory() {
  const making = Promise.withResolvers<string>();
  let runs = 0;
  const factory = () => {
    runs++;
    return making.promise;
  };
  return { factory, finish: making.resolve, fail: making.reject, runs: () => runs };
}

function threeTiers() {
  const clock = new VirtualClock();
  const [l2Shelf, l3Shelf] = [new RemoteShelf(), new RemoteShelf()];
  const coordinator = (options = {}) => {
    const l2 = new MemoryRemoteTier('L2', l2Shelf, clock);
    const l3 = new MemoryRemoteTier('L3', l3Shelf, clock);
    return { l2, l3, ...virtualCache(options, { clock, remotes: [l2, l3] }) };
  };
  return { clock, l2Shelf, l3Shelf, coordinator };
}

test('MultiLevelCache has a cold key made once for a thousand who ask at the same time', async () => {
  const { cache, clock } = virtualCache();
  let runs = 0;
  const factory = async () => {
    runs++;
    await new Promise((resolve) => clock.setTimer(200, () => resolve(undefined)));
    return 'value';
  };
  const asked = Array.from({ length: 1_000 }, () => cache.getOrSet('key', factory));
  await clock.advance(200);
  // As soon as the factory is done: all of them at 200 ms.
  expect(new Set(await Promise.all(asked))).toEqual(new Set(['value']));
  expect(runs).toBe(1);
  expect(cache.stats.coalescedWaits).toBe(999);
  expect(await cache.ask('key', never)).toMatchObject({ source: 'L1' });
});

test('MultiLevelCache tells that there is nothing from what it does not know, and from null', async () => {
  const { cache, clock } = virtualCache<string | null>({ negativeTtlMs: 1_000 });
  expect(await cache.lookup('key')).toBeUndefined();
  await cache.getOrSet('nothing', async () => undefined);
  await cache.getOrSet('null', async () => null);
  expect(await cache.lookup('nothing')).toEqual({ value: undefined, source: 'L1', isStale: false });
  expect(await cache.lookup('null')).toMatchObject({ value: null });
  await clock.advance(1_000);
  expect(await cache.lookup('nothing')).toBeUndefined();
  expect(await cache.get('null')).toBeNull();
});

test('MultiLevelCache gives out copies that nobody can change', async () => {
  const { cache } = virtualCache<{ list: number[] }>();
  const own = { list: [1] };
  await cache.set('key', own);
  own.list.push(2);
  const found = await cache.get('key');
  expect(found).toEqual({ list: [1] });
  expect(() => found?.list.push(3)).toThrow(TypeError);
});

test('MultiLevelCache keeps nothing that its factory does not want kept', async () => {
  const { cache } = virtualCache();
  await cache.getOrSet('key', async ({ doNotKeep }) => {
    doNotKeep();
    return 'value';
  });
  expect(await cache.lookup('key')).toBeUndefined();
});

test('MultiLevelCache lets a value end with its time, thirty days as well as a second', async () => {
  const day = 24 * 60 * minute;
  const { cache, clock } = virtualCache({ ttlMs: 30 * day });
  await cache.set('key', 'value');
  await clock.advance(30 * day - 1);
  expect(await cache.get('key')).toBe('value');
  await clock.advance(1);
  expect(await cache.get('key')).toBeUndefined();
});

test('MultiLevelCache has values end within a tenth of their time of each other', async () => {
  const { cache, clock } = virtualCache({ ttlMs: 1_000 }, { random: seededRandom(1) });
  const keys = Array.from({ length: 500 }, (_, n) => `key ${n}`);
  for (const key of keys) await cache.set(key, 'value');
  const left = () => keys.filter((key) => cache.find(key)).length;
  await clock.advance(899);
  expect(left()).toBe(500);
  await clock.advance(101);
  expect(left()).toBeGreaterThan(200);
  expect(left()).toBeLessThan(300);
  await clock.advance(101);
  expect(left()).toBe(0);
});

test('MultiLevelCache serves what is stale when its factory fails, and tries again no sooner than it may', async () => {
  const options = { ttlMs: 1_000, graceMs: minute, retryAfterMs: 5_000 };
  const { cache, clock } = virtualCache(options);
  await cache.getOrSet('key', async () => 'old');
  await clock.advance(1_000);
  let tries = 0;
  const failing = () => {
    tries++;
    return Promise.reject(new Error('no'));
  };
  const stale = { value: 'old', source: 'L1', isStale: true };
  expect(await cache.ask('key', failing)).toEqual(stale);
  expect(await cache.ask('key', failing)).toEqual(stale);
  expect(tries).toBe(1);
  await clock.advance(5_000);
  expect(await cache.getOrSet('key', async () => 'new')).toBe('new');
  await clock.advance(minute + 1_001);
  await expect(cache.getOrSet('key', failing)).rejects.toThrow('no');
});

test('MultiLevelCache waits for a factory only a little while it has a stale value, which the late one replaces', async () => {
  const { cache, clock } = virtualCache({ ttlMs: 1_000, graceMs: minute, softTimeoutMs: 100 });
  await cache.set('key', 'old');
  await clock.advance(1_000);
  const { factory, finish } = slowFactory();
  const asked = cache.ask('key', factory);
  await clock.advance(100);
  expect(await asked).toMatchObject({ value: 'old', isStale: true });
  finish('new');
  await clock.advance(0);
  expect(await cache.ask('key', never)).toMatchObject({ value: 'new', isStale: false });
});

test('MultiLevelCache gives up a factory that takes too long, whose late result still fills it', async () => {
  const { cache, clock } = virtualCache({ softTimeoutMs: 100, hardTimeoutMs: 500 });
  const { factory, finish } = slowFactory();
  const failure = cache.getOrSet('key', factory).catch((error: unknown) => error);
  await clock.advance(500);
  expect(await failure).toBeInstanceOf(CacheTimeout);
  finish('late');
  await clock.advance(0);
  expect(await cache.get('key')).toBe('late');
});

test('MultiLevelCache makes a value anew before it is stale, and nobody waits for that', async () => {
  const options = { ttlMs: 1_000, earlyRefreshBeta: 1 };
  // By chance e⁻², so that it is due at twice the time it took to make before its end.
  const random = { next: () => 1 - Math.exp(-2) };
  const { cache, clock } = virtualCache(options, { random });
  const first = cache.getOrSet('key', async () => {
    await new Promise((resolve) => clock.setTimer(100, () => resolve(undefined)));
    return 'old';
  });
  await clock.advance(100);
  await first;
  const { factory, finish, runs } = slowFactory();
  await clock.advance(800);
  expect(await cache.ask('key', factory)).toMatchObject({ value: 'old', source: 'L1' });
  expect(runs()).toBe(0);
  await clock.advance(100);
  expect(await cache.get('key')).toBe('old');
  expect(await cache.ask('key', factory)).toMatchObject({ value: 'old', source: 'L1' });
  expect(await cache.ask('key', factory)).toMatchObject({ value: 'old', source: 'L1' });
  await clock.advance(0);
  expect(runs()).toBe(1);
  finish('new');
  await clock.advance(0);
  expect(await cache.get('key')).toBe('new');
});

test.each(['delete', 'invalidateTag', 'clear'] as const)(
  'MultiLevelCache drops what was being made when %s came, and those who ask afterwards get none of it',
  async (how) => {
    const { cache, clock } = virtualCache();
    const { factory, finish } = slowFactory();
    const before = cache.getOrSet('key', factory, { tags: ['tag'] });
    await clock.advance(0);
    await (how === 'clear' ? cache.clear() : cache[how](how === 'delete' ? 'key' : 'tag'));
    const after = cache.getOrSet('key', async () => 'new', { tags: ['tag'] });
    finish('old');
    expect(await before).toBe('old');
    expect(await after).toBe('new');
    expect(await cache.get('key')).toBe('new');
  },
);

test('MultiLevelCache invalidates a tag of 100,000 entries in a moment', async () => {
  const memory = { entriesMax: 200_000, bytesMax: 2 ** 28 };
  const { cache, tiers } = virtualCache({}, { memory });
  for (let n = 0; n < 100_000; n++) await cache.set(`key ${n}`, 'value', { tags: ['many'] });
  await cache.set('other', 'value', { tags: ['few'] });
  expect(tiers.memory.entries).toBe(100_001);
  const clock = systemClock();
  const tookMs: number[] = [];
  for (let time = 0; time < 5; time++) {
    const beganMs = clock.nowMs();
    await cache.invalidateTag('many');
    tookMs.push(clock.nowMs() - beganMs);
  }
  // The machine has other things to do, too.
  expect(Math.min(...tookMs)).toBeLessThan(20);
  expect(cache.find('key 7')).toBeUndefined();
  expect(cache.find('other')).toBeDefined();
});

test('MultiLevelCache looks into each tier in turn, and leaves what it found in those above', async () => {
  const { coordinator, l2Shelf } = threeTiers();
  const [a, b] = [coordinator(), coordinator()];
  await a.cache.getOrSet('key', async () => 'value');
  await a.cache.settled();
  expect(await b.cache.ask('key', never)).toMatchObject({ source: 'L2' });
  l2Shelf.entries.clear();
  const c = coordinator();
  expect(await c.cache.ask('key', never)).toMatchObject({ source: 'L3' });
  expect(await c.cache.ask('key', never)).toMatchObject({ source: 'L1' });
  expect(l2Shelf.entries.size).toBe(1);
});

test('MultiLevelCache asks the nearest tier alone while another coordinator makes a value', async () => {
  const clock = new VirtualClock();
  const [redis, postgres] = [new RemoteShelf(), new RemoteShelf()];
  const near = new MemoryRemoteTier('L2', redis, clock);
  const far = new MemoryRemoteTier('L3', postgres, clock);
  const asked = vi.spyOn(far, 'get');
  const locks = { acquire: async () => 'taken' as const };
  const waiting = virtualCache({}, { clock, remotes: [near, far], locks });
  const answer = waiting.cache.ask('key', () => Promise.reject(new Error('another is at it')));
  await clock.advance(3_000);
  await virtualCache({}, { clock, remotes: [near] }).cache.set('key', 'value');
  await clock.advance(100);
  expect(await answer).toMatchObject({ value: 'value', source: 'L2' });
  expect(asked).toHaveBeenCalledTimes(1);
});

test('MultiLevelCache keeps a value in each tier for that one’s time, and in L1 for no more than is left', async () => {
  const { clock, coordinator } = threeTiers();
  const options = { tierTtlMs: { L1: 10_000, L2: 20_000, L3: 30_000 } };
  const [a, b, c] = [coordinator(options), coordinator(options), coordinator(options)];
  await a.cache.set('key', 'value');
  await clock.advance(15_000);
  expect(await b.cache.ask('key', never)).toMatchObject({ source: 'L2' });
  await clock.advance(4_999);
  expect(b.cache.find('key')).toBeDefined();
  await clock.advance(1);
  expect(b.cache.find('key')).toBeUndefined();
  expect(await c.cache.ask('key', never)).toMatchObject({ source: 'L3' });
  await clock.advance(10_000);
  expect(await c.cache.lookup('key')).toBeUndefined();
});

test.each(['FAILS', 'HANGS'] as const)(
  'MultiLevelCache does without a tier that %s',
  async (condition) => {
    const { clock, coordinator } = threeTiers();
    const [a, b] = [coordinator(), coordinator()];
    await a.cache.set('key', 'value');
    b.l2.condition = condition;
    const asked = b.cache.ask('key', never);
    await clock.advance(100);
    expect(await asked).toMatchObject({ value: 'value', source: 'L3' });
    expect(b.cache.stats.tiers.L2.failures).toBe(1);
    expect(await b.cache.ask('key', never)).toMatchObject({ source: 'L1' });
  },
);

test('MultiLevelCache tells a tier that was away what has been invalidated meanwhile, and serves none of it', async () => {
  const { clock, coordinator } = threeTiers();
  const [a, b] = [coordinator(), coordinator()];
  await a.cache.set('key', 'old');
  a.l2.condition = 'FAILS';
  await a.cache.delete('key');
  a.l2.condition = 'WELL';
  expect(await a.cache.get('key')).toBeUndefined();
  await clock.advance(500);
  expect(await b.cache.get('key')).toBeUndefined();
});

test('MultiLevelCache refuses a second cache of a namespace', () => {
  const { tiers } = virtualCache();
  expect(() => tiers.register('test')).toThrow(RangeError);
});

test('MultiLevelCache counts what each tier did', async () => {
  const { coordinator } = threeTiers();
  const { cache } = coordinator();
  await cache.getOrSet('key', async () => 'value');
  await cache.settled();
  await cache.get('key');
  expect(cache.stats).toMatchObject({
    requests: 2,
    hits: 1,
    factoryRuns: 1,
    tiers: {
      L1: { hits: 1, misses: 1, fills: 1, entries: 1 },
      L2: { hits: 0, misses: 1, fills: 1 },
      L3: { hits: 0, misses: 1, fills: 1 },
    },
  });
});
