import { expect, test } from 'vitest';
import { FreshIsolates } from '../../../../../node-agent/host/isolates/fresh-isolates.ts';
import { FakeEngine } from '../../../../support/fake-engine.ts';

const megabyte = 1024 * 1024;
const memory = 64 * megabyte;

function prepareAll(fresh: FreshIsolates): number {
  let made = 0;
  while (fresh.prepareOne()) made++;
  return made;
}

test('FreshIsolates prepares contexts ahead, and lends those first', () => {
  const engine = new FakeEngine();
  const fresh = new FreshIsolates(engine);
  fresh.expect(memory);
  expect(prepareAll(fresh)).toBe(4);
  expect(engine.isolates).toHaveLength(2);
  const lease = fresh.lend(memory);
  expect(engine.contextCount).toBe(4);
  expect(engine.isolates).toContain(lease.context.isolate);
  expect(prepareAll(fresh)).toBeGreaterThan(0);
});

test('FreshIsolates never lends a context twice, nor an isolate that is lent', () => {
  const engine = new FakeEngine();
  const fresh = new FreshIsolates(engine);
  const contexts = new Set();
  for (let round = 0; round < 10; round++) {
    const leases = Array.from({ length: 5 }, () => fresh.lend(memory));
    expect(new Set(leases.map(({ context }) => context.isolate)).size).toBe(5);
    for (const { context } of leases) contexts.add(context);
    for (const lease of leases) lease.giveBack(true);
    prepareAll(fresh);
  }
  expect(contexts.size).toBe(50);
});

test('FreshIsolates disposes of an isolate whose run did not end cleanly', () => {
  const engine = new FakeEngine();
  const fresh = new FreshIsolates(engine);
  const clean = fresh.lend(memory);
  clean.giveBack(true);
  expect(clean.context.isolate.isDisposed).toBe(false);
  const again = fresh.lend(memory);
  expect(again.context.isolate).toBe(clean.context.isolate);
  again.giveBack(false);
  expect(again.context.isolate.isDisposed).toBe(true);
  expect(fresh.lend(memory).context.isolate).not.toBe(again.context.isolate);
});

test('FreshIsolates keeps no isolate in which a run has left half of what it may hold', () => {
  const engine = new FakeEngine();
  const fresh = new FreshIsolates(engine);
  const little = fresh.lend(16 * megabyte);
  little.giveBack(true, 8 * megabyte);
  expect(little.context.isolate.isDisposed).toBe(false);
  const much = fresh.lend(16 * megabyte);
  much.giveBack(true, 8 * megabyte + 1);
  expect(much.context.isolate.isDisposed).toBe(true);
});

test('FreshIsolates replaces an isolate that has no memory left for a context', () => {
  const engine = new FakeEngine();
  const fresh = new FreshIsolates(engine);
  fresh.lend(memory).giveBack(true);
  for (const isolate of engine.isolates) isolate.isFull = true;
  const lease = fresh.lend(memory);
  expect(engine.isolates).toHaveLength(2);
  lease.giveBack(true);
  for (const isolate of engine.isolates) isolate.isFull = true;
  expect(prepareAll(fresh)).toBe(1 + 4);
  expect(engine.liveIsolates).toHaveLength(2);
});

test('FreshIsolates replaces an isolate after as many contexts as its memory bears', () => {
  for (const [megabytes, contexts] of [
    [8, 8],
    [1_000, 24],
    [1, 4],
  ] as const) {
    const engine = new FakeEngine();
    const fresh = new FreshIsolates(engine);
    for (let run = 0; run < contexts; run++) fresh.lend(megabytes * megabyte).giveBack(true);
    expect(engine.isolates).toHaveLength(1);
    expect(engine.liveIsolates).toHaveLength(0);
    fresh.lend(megabytes * megabyte);
    expect(engine.isolates).toHaveLength(2);
  }
});

test('FreshIsolates keeps isolates of one limit of memory apart from those of another', () => {
  const engine = new FakeEngine();
  const fresh = new FreshIsolates(engine);
  fresh.lend(memory).giveBack(true);
  expect(fresh.lend(2 * memory).context.isolate.memoryBytesMax).toBe(2 * memory);
});

test('FreshIsolates forgets the memory class that was used longest ago', () => {
  const engine = new FakeEngine();
  const fresh = new FreshIsolates(engine);
  for (const factor of [1, 2, 3, 4]) fresh.lend(factor * memory).giveBack(true);
  expect(engine.liveIsolates.map(({ memoryBytesMax }) => memoryBytesMax / memory)).toEqual([
    2, 3, 4,
  ]);
});

test('FreshIsolates after a reset lends nothing that was there before', () => {
  const engine = new FakeEngine();
  const fresh = new FreshIsolates(engine);
  fresh.expect(memory);
  prepareAll(fresh);
  const lent = fresh.lend(memory);
  fresh.reset();
  lent.giveBack(true);
  expect(engine.liveIsolates).toHaveLength(0);
});

test('FreshIsolates disposes of an isolate that a run has left heavy', () => {
  const fresh = new FreshIsolates(new FakeEngine());
  const [heavy, light] = [fresh.lend(memory), fresh.lend(memory)];
  heavy.giveBack(true, 17 * megabyte);
  light.giveBack(true, 15 * megabyte);
  expect(heavy.context.isolate.isDisposed).toBe(true);
  expect(light.context.isolate.isDisposed).toBe(false);
});

test('FreshIsolates keeps few of the isolates of many runs at a time', () => {
  const engine = new FakeEngine();
  const fresh = new FreshIsolates(engine);
  const leases = Array.from({ length: 32 }, () => fresh.lend(memory));
  for (const lease of leases) lease.giveBack(true);
  expect(engine.liveIsolates).toHaveLength(4);
});
