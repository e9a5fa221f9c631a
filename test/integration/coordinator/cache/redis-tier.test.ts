import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { newId } from '../../../../shared/random/system-random.ts';
import { LiveCache } from '../../../support/live-cache.ts';
import { startRedis } from '../../../support/services/redis-service.ts';
import type { TestService } from '../../../support/services/test-service.ts';

let redis: TestService;
/** Of one test, so that none finds what another has left. */
let namespace: string;

beforeAll(async () => {
  redis = await startRedis();
});
beforeEach(() => {
  namespace = `test-${newId().slice(0, 8)}`;
});
afterAll(() => redis.stop());

const open = (options: Partial<Parameters<typeof LiveCache.open>[0]> = {}) =>
  LiveCache.open({ redisUrl: redis.url, namespace, ...options });

test('what one coordinator has made another finds in Redis, and then in its own memory', async () => {
  const [a, b] = [await open(), await open()];
  await a.getOrSet('key', async () => 'value');
  await a.settled();
  const never = () => Promise.reject(new Error('it is there'));
  expect(await b.ask('key', never)).toEqual({ value: 'value', source: 'L2', isStale: false });
  expect(await b.ask('key', never)).toMatchObject({ source: 'L1' });
});

test('that there is nothing is known from Redis, too, and differs from null', async () => {
  const [a, b] = [await open(), await open()];
  await a.getOrSet('nothing', async () => undefined);
  await a.settled();
  expect(await b.lookup('nothing')).toMatchObject({ value: undefined, source: 'L2' });
  expect(await b.lookup('unknown')).toBeUndefined();
});

test.each([
  ['delete', (cache: LiveCache) => cache.delete('key')],
  ['invalidateTag', (cache: LiveCache) => cache.invalidateTag('a tag')],
  ['clear', (cache: LiveCache) => cache.clear()],
])('after %s no coordinator has the old value', async (_name, forget) => {
  const [a, b] = [await open(), await open()];
  await a.getOrSet('key', async () => 'old', { tags: ['a tag'] });
  await a.settled();
  await b.get('key');
  await forget(a);
  expect(await a.getOrSet('key', async () => 'new', { tags: ['a tag'] })).toBe('new');
  await expect.poll(() => b.get('key')).toBe('new');
});

test('a fill that was under way when another coordinator deleted is stored nowhere', async () => {
  const [a, b] = [await open(), await open()];
  const making = Promise.withResolvers<string>();
  const begun = Promise.withResolvers<void>();
  const old = b.getOrSet('key', () => {
    begun.resolve();
    return making.promise;
  });
  await begun.promise;
  await a.delete('key');
  making.resolve('old');
  expect(await old).toBe('old');
  await b.settled();
  expect(await a.get('key')).toBeUndefined();
  await expect.poll(() => b.get('key')).toBeUndefined();
});

test('a thousand who ask two coordinators for the same at the same time have it made once', async () => {
  const [a, b] = [await open(), await open()];
  let made = 0;
  const make = async () => {
    made++;
    await new Promise((resolve) => a.tiers.clock.setTimer(200, () => resolve(undefined)));
    return 'value';
  };
  const asked = Array.from({ length: 1_000 }, (_, n) => (n % 2 ? a : b).getOrSet('key', make));
  expect(new Set(await Promise.all(asked))).toEqual(new Set(['value']));
  expect(made).toBe(1);
});

test('a coordinator waits only so long for another that makes the same', async () => {
  const [a, b] = [await open(), await open({ lockWaitMs: 200 })];
  const making = Promise.withResolvers<string>();
  const begun = Promise.withResolvers<void>();
  const slow = a.getOrSet('key', () => {
    begun.resolve();
    return making.promise;
  });
  await begun.promise;
  expect(await b.getOrSet('key', async () => 'own')).toBe('own');
  await b.settled();
  making.resolve('slow');
  expect(await slow).toBe('slow');
  await a.settled();
  expect(await b.get('key')).toBe('own');
});

test('a value that was made under a lock gives it up', async () => {
  const a = await open();
  await a.getOrSet('key', async () => 'value', {});
  await expect(a.getOrSet('other', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await a.settled();
  const client = new Redis(redis.url);
  onTestFinished(() => client.disconnect());
  await expect.poll(() => client.keys(`isopod:cache:l:${namespace}:*`)).toEqual([]);
});

test('clearing a namespace leaves another whose name goes on', async () => {
  const users = await open({ namespace: `${namespace}-users` });
  const usersAbc = await open({ namespace: `${namespace}-usersAbc` });
  await users.set('key', 'one');
  await usersAbc.set('key', 'two');
  await users.clear();
  usersAbc.forget();
  expect(await users.get('key')).toBeUndefined();
  expect(await usersAbc.get('key')).toBe('two');
});

test('a value in memory does not outlive the one in Redis that it is from', async () => {
  const a = await open({ ttlMs: 400 });
  const b = await open({ ttlMs: 60_000 });
  await a.set('key', 'short');
  await b.get('key');
  await expect.poll(() => b.get('key'), { timeout: 2_000 }).toBeUndefined();
});
