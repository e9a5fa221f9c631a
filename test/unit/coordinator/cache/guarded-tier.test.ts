import { expect, test } from 'vitest';
import { TierStats } from '../../../../coordinator/cache/cache-stats.ts';
import { GuardedTier } from '../../../../coordinator/cache/guarded-tier.ts';
import { marksOf } from '../../../../coordinator/cache/invalidation.ts';
import { LimitedCalls } from '../../../../coordinator/cache/limited-calls.ts';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';
import { MemoryRemoteTier, RemoteShelf } from '../../../support/memory-remote-tier.ts';

function scenario() {
  const clock = new VirtualClock();
  const shelf = new RemoteShelf();
  const server = new MemoryRemoteTier('L2', shelf, clock);
  let isOpen = false;
  const guarded = <Result>(call: () => Promise<Result>): Promise<Result> =>
    isOpen ? Promise.reject(new Error('open')) : call();
  const calls = new LimitedCalls({ clock, guarded, callMsMax: 100 });
  const stats = new TierStats();
  return {
    clock,
    shelf,
    server,
    stats,
    tier: new GuardedTier(server, calls),
    open: () => (isOpen = true),
  };
}

const marks = marksOf('users', 'key', ['tag']);
const entry = {
  body: Buffer.from('value'),
  freshForMs: 1_000,
  keptForMs: 1_000,
  madeInMs: 1,
  marks,
};

test('GuardedTier gives a tier its time and no more', async () => {
  const { clock, server, stats, tier } = scenario();
  server.condition = 'HANGS';
  const asked = tier.get('users:key', marks, stats);
  await clock.advance(99);
  expect(stats.failures).toBe(0);
  await clock.advance(1);
  expect(await asked).toBeUndefined();
  expect(stats.failures).toBe(1);
  expect(clock.timersPending).toBe(0);
});

test('GuardedTier does not ask a tier whose breaker is open', async () => {
  const { stats, tier, open } = scenario();
  open();
  expect(await tier.get('users:key', marks, stats)).toBeUndefined();
  expect(await tier.set('users:key', entry, '0', stats)).toBeUndefined();
  expect(stats).toMatchObject({ failures: 2, hits: 0, misses: 0 });
});

test('GuardedTier counts hits, stale ones, misses and fills', async () => {
  const { clock, stats, tier } = scenario();
  await tier.get('users:key', marks, stats);
  await tier.set('users:key', { ...entry, keptForMs: 2_000 }, '0', stats);
  await tier.get('users:key', marks, stats);
  await clock.advance(1_500);
  await tier.get('users:key', marks, stats);
  expect(stats).toMatchObject({ misses: 1, fills: 1, hits: 2, staleHits: 1 });
});

test('GuardedTier takes nothing from a tier that it could not tell, and tells it when it can', async () => {
  const { clock, shelf, server, stats, tier } = scenario();
  await tier.set('users:key', entry, '0', stats);
  server.condition = 'FAILS';
  await tier.invalidate({ name: 'tag', namespace: 'users', tag: 'tag' });
  server.condition = 'WELL';
  expect(tier.pending).toBe(1);
  expect(await tier.get('users:key', marksOf('users', 'key', []), stats)).toBeUndefined();
  expect(await tier.get('users:other', marksOf('users', 'other', []), stats)).toBeDefined();
  await clock.advance(500);
  expect(tier.pending).toBe(0);
  expect(shelf.marks.get('t:users:tag')).toBe(1);
});

test('GuardedTier remembers a namespace in the place of very many keys', async () => {
  const { server, tier } = scenario();
  server.condition = 'FAILS';
  for (let n = 0; n <= 10_000; n++)
    await tier.invalidate({ name: 'key', namespace: 'users', key: `${n}` });
  expect(tier.pending).toBe(1);
  await tier.close();
});
