import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { newId } from '../../../../shared/random/system-random.ts';
import { LiveCache } from '../../../support/live-cache.ts';
import { startPrivatePostgres } from '../../../support/services/private-postgres.ts';
import type { TestService } from '../../../support/services/test-service.ts';
import { UnreliableProxy } from '../../../support/unreliable-proxy.ts';

let postgres: TestService;
let namespace: string;

beforeAll(async () => {
  postgres = await startPrivatePostgres();
});
beforeEach(() => {
  namespace = `test-${newId().slice(0, 8)}`;
});
afterAll(() => postgres.stop());

const open = (options: Partial<Parameters<typeof LiveCache.open>[0]> = {}) =>
  LiveCache.open({ databaseUrl: postgres.url, namespace, ...options });

test('two coordinators that begin at the same time find one set of tables', async () => {
  const [a, b] = await Promise.all([open(), open()]);
  await a.set('key', 'value');
  expect(await b.lookup('key')).toEqual({ value: 'value', source: 'L3', isStale: false });
});

test('a value survives its coordinators, and ends with its time', async () => {
  const a = await open({ ttlMs: 300, graceMs: 60_000 });
  await a.getOrSet('key', async () => 'value');
  await a.settled();
  const b = await open({ ttlMs: 300, graceMs: 60_000 });
  expect(await b.lookup('key')).toMatchObject({ value: 'value', isStale: false });
  await expect
    .poll(() => b.ask('key', () => Promise.reject(new Error('no')), {}))
    .toMatchObject({ value: 'value', isStale: true });
});

test.each([
  ['delete', (cache: LiveCache) => cache.delete('key')],
  ['invalidateTag', (cache: LiveCache) => cache.invalidateTag('a tag')],
  ['clear', (cache: LiveCache) => cache.clear()],
])('after %s what was being made before is not stored', async (_name, forget) => {
  const [a, b] = [await open(), await open()];
  await a.getOrSet('key', async () => 'old', { tags: ['a tag'] });
  await a.settled();
  const making = Promise.withResolvers<string>();
  const begun = Promise.withResolvers<void>();
  const make = () => {
    begun.resolve();
    return making.promise;
  };
  const refreshed = b.getOrSet('key', make, { tags: ['a tag'], mustMake: true });
  await begun.promise;
  await forget(a);
  making.resolve('old');
  await refreshed;
  await b.settled();
  expect(await a.get('key')).toBeUndefined();
});

test('a database whose connections are all taken is done without, and used when it has some', async () => {
  const cache = await open();
  await cache.set('key', 'value');
  cache.forget();
  const proxy = await UnreliableProxy.start(postgres.url);
  onTestFinished(() => proxy.stop());
  const full = LiveCache.open({ databaseUrl: proxy.url, namespace });
  const late = await full;
  const others = await takeAllConnections();
  proxy.retarget(postgres.url);
  expect(await late.getOrSet('other', async () => 'made')).toBe('made');
  await Promise.all(others.map((client) => client.end()));
  await expect.poll(() => late.lookup('key'), { timeout: 8_000 }).toMatchObject({ source: 'L3' });
});

async function takeAllConnections(): Promise<Client[]> {
  const taken: Client[] = [];
  for (;;) {
    const batch = Array.from({ length: 20 }, () => new Client(postgres.url));
    for (const client of batch) client.on('error', () => {});
    const results = await Promise.allSettled(batch.map((client) => client.connect()));
    taken.push(...batch.filter((_, index) => results[index]?.status === 'fulfilled'));
    if (results.some(({ status }) => status === 'rejected')) return taken;
  }
}
