import { Redis } from 'ioredis';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { newId } from '../../../../shared/random/system-random.ts';
import { systemClock } from '../../../../shared/time/system-clock.ts';
import { LiveCache } from '../../../support/live-cache.ts';
import { startPrivateRedis } from '../../../support/services/private-redis.ts';
import type { TestService } from '../../../support/services/test-service.ts';
import { UnreliableProxy } from '../../../support/unreliable-proxy.ts';

const clock = systemClock();
/** A tier that is back is to be in use within 10 s. */
const recovery = { timeout: 10_000, interval: 50 };

let redis: TestService;
let namespace: string;

beforeAll(async () => {
  redis = await startPrivateRedis();
});
beforeEach(() => {
  namespace = `test-${newId().slice(0, 8)}`;
});
afterAll(() => redis.stop());

const openAt = (redisUrl: string, options: Partial<Parameters<typeof LiveCache.open>[0]> = {}) =>
  LiveCache.open({ redisUrl, namespace, ...options });

async function proxied(): Promise<UnreliableProxy> {
  const proxy = await UnreliableProxy.start(redis.url);
  onTestFinished(() => proxy.stop());
  return proxy;
}

function administrator(): Redis {
  const client = new Redis(redis.url);
  onTestFinished(() => client.disconnect());
  return client;
}

test('Redis is killed under load and started anew: no error, and it is used again by itself', async () => {
  const proxy = await proxied();
  const cache = await openAt(proxy.url);
  await cache.set('held', 'value');
  let gets = 0;
  const load = async (untilMs: number) => {
    while (clock.nowMs() < untilMs) {
      expect(await cache.get('held')).toBe('value');
      expect(await cache.getOrSet(`new ${gets++}`, async () => 'made')).toBe('made');
      await new Promise((resolve) => clock.setTimer(1, () => resolve(undefined)));
    }
  };
  proxy.weather = { name: 'cut' };
  await load(clock.nowMs() + 700);
  const another = await startPrivateRedis();
  onTestFinished(() => another.stop());
  // Its password is another, and so is its url.
  const aimed = new URL(another.url);
  const client = new Redis(another.url);
  await client.config('SET', 'requirepass', new URL(redis.url).password);
  client.disconnect();
  aimed.password = new URL(redis.url).password;
  proxy.retarget(aimed.href);
  proxy.weather = { name: 'fair' };
  const witness = await openAt(aimed.href);
  await expect
    .poll(async () => {
      await cache.getOrSet(`again ${gets++}`, async () => 'made');
      await cache.settled();
      return (await witness.lookup(`again ${gets - 1}`))?.source;
    }, recovery)
    .toBe('L2');
});

test('a slow Redis costs its time limit a few times, and then nothing', async () => {
  const proxy = await proxied();
  const cache = await openAt(proxy.url);
  proxy.weather = { name: 'slow', delayMs: 2_000 };
  let slowest = 0;
  for (let n = 0; n < 12; n++) {
    const beganMs = clock.nowMs();
    expect(await cache.getOrSet(`key ${n}`, async () => 'made')).toBe('made');
    slowest = Math.max(slowest, clock.nowMs() - beganMs);
  }
  expect(slowest).toBeLessThan(1_500);
  const beganMs = clock.nowMs();
  for (let n = 0; n < 50; n++) await cache.getOrSet(`more ${n}`, async () => 'made');
  expect(clock.nowMs() - beganMs).toBeLessThan(1_500);
});

test('a full Redis stores nothing, and still forgets what it is told to', async () => {
  const [a, b] = [await openAt(redis.url), await openAt(redis.url)];
  await a.getOrSet('key', async () => 'old', { tags: ['a tag'] });
  await a.settled();
  await b.getOrSet('key', async () => 'none', { tags: ['a tag'] });
  const admin = administrator();
  await admin.config('SET', 'maxmemory', '1mb');
  onTestFinished(async () => {
    await admin.config('SET', 'maxmemory', '0');
  });
  expect(await a.getOrSet('another', async () => 'made')).toBe('made');
  await a.invalidateTag('a tag');
  expect(await a.getOrSet('key', async () => 'new', { tags: ['a tag'] })).toBe('new');
  await expect.poll(() => b.get('key')).toBeUndefined();
});

test('a Redis that takes no more connections is done without', async () => {
  const admin = administrator();
  const cache = await openAt(redis.url);
  await admin.config('SET', 'maxclients', '1');
  onTestFinished(async () => {
    await admin.config('SET', 'maxclients', '10000');
  });
  await admin.call('CLIENT', 'KILL', 'TYPE', 'normal');
  expect(await cache.getOrSet('key', async () => 'made')).toBe('made');
});

test('a coordinator that was cut off without a word holds nothing old once it is back', async () => {
  const proxy = await proxied();
  const [a, b] = [await openAt(redis.url), await openAt(proxy.url)];
  await a.set('key', 'old');
  expect(await b.get('key')).toBe('old');
  proxy.weather = { name: 'silent' };
  await a.set('key', 'new');
  expect(await b.get('key')).toBe('old');
  proxy.weather = { name: 'fair' };
  await expect.poll(() => b.get('key'), { timeout: 5_000, interval: 50 }).toBe('new');
});

test('what could not be told to Redis is told when it is back', async () => {
  const proxy = await proxied();
  const [a, b] = [await openAt(proxy.url), await openAt(redis.url)];
  await b.set('key', 'old');
  expect(await a.get('key')).toBe('old');
  proxy.weather = { name: 'cut' };
  await a.delete('key');
  expect(await a.get('key')).toBeUndefined();
  expect(await b.get('key')).toBe('old');
  proxy.weather = { name: 'fair' };
  await expect.poll(() => b.get('key'), recovery).toBeUndefined();
});
