/** A key in steady use is not robbed between two uses, unless there is not one for each key. */
import { expect, test } from 'vitest';
import type { Lease } from '../../../../shared/pool/lease.ts';
import type { PoolOptions } from '../../../../shared/pool/pool-config.ts';
import { ResourcePool } from '../../../../shared/pool/resource-pool.ts';
import { seededRandom } from '../../../../shared/random/random.ts';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';
import { RekeyingFactory, type Thing } from '../../../support/scripted-resource-factory.ts';

function makePool(options: PoolOptions) {
  const clock = new VirtualClock();
  const factory = new RekeyingFactory(clock);
  const pool = new ResourcePool<Thing>(factory, options, { clock, random: seededRandom(1) });
  const acquire = (key: string, mustBeNew = false): Promise<Lease<Thing>> =>
    pool.acquire({ key, deadlineMs: clock.nowMs() + 60_000, mustBeNew });
  return { clock, factory, pool, acquire };
}

test('ResourcePool takes nothing from a key in steady use while another one can be made', async () => {
  const options = { liveMax: 3, rekeyAfterIdleMs: 1_000 };
  const { clock, factory, acquire } = makePool(options);
  factory.createMs = 200;
  const steady = acquire('steady');
  await clock.advance(200);
  (await steady).release();
  const others = [acquire('a'), acquire('b')];
  await clock.advance(100);
  // Both wait for new ones; what the key in steady use has is still its own.
  expect(factory.rekeyed).toEqual([]);
  (await acquire('steady')).release();
  await clock.advance(100);
  await Promise.all(others);
  expect(factory.created).toBe(3);
});

test('ResourcePool has a key that wears out one after another wait for its own next one', async () => {
  const options = { liveMax: 2, rekeyAfterIdleMs: 1_000 };
  const { clock, factory, acquire } = makePool(options);
  factory.destroyMs = 300;
  (await acquire('steady')).release();
  for (const mustBeNew of [false, true, false, true]) {
    const wears = acquire('wearing', mustBeNew);
    await clock.advance(400);
    (await wears).release('DISCARD');
    (await acquire('steady')).release();
  }
  expect(factory.rekeyed).toEqual([]);
  expect(factory.created).toBe(5);
});

test('ResourcePool makes room for a new one by ending what the same key has idle', async () => {
  const options = { liveMax: 2, rekeyAfterIdleMs: 1_000 };
  const { clock, factory, acquire } = makePool(options);
  (await acquire('own')).release();
  await clock.advance(10);
  (await acquire('steady')).release();
  const lease = acquire('own', true);
  await clock.advance(10);
  expect((await lease).resource.number).toBe(3);
  expect((await acquire('steady')).resource.number).toBe(2);
  expect(factory.created).toBe(3);
});

test('ResourcePool takes it where there are more keys than can be had, or when it was not used for a while', async () => {
  const options = { liveMax: 2, rekeyAfterIdleMs: 1_000 };
  const { clock, factory, acquire } = makePool(options);
  // Three keys and two to be had.
  const [first, held] = [await acquire('steady'), await acquire('held')];
  first.release();
  const full = acquire('a');
  await clock.advance(1);
  expect(factory.rekeyed).toEqual(['1: steady to a']);
  (await full).release();
  held.release();
  await clock.advance(1_000);
  void acquire('b');
  await clock.advance(1);
  expect(factory.rekeyed).toHaveLength(2);
});

test('ResourcePool makes a spare though a key in steady use has one idle', async () => {
  const options = { liveMax: 3, sparesMin: 1, rekeyAfterIdleMs: 1_000 };
  const { clock, factory, acquire } = makePool(options);
  (await acquire('steady')).release();
  await clock.advance(10);
  expect(factory.created).toBe(2);
});

test('ResourcePool has keys take turns with what there is while no more can be made', async () => {
  const options = {
    liveMax: 3,
    rekeyAfterIdleMs: 1_000,
    leaseQuantumMs: 100,
    backoffMsMin: 10_000,
  };
  const { clock, factory, acquire } = makePool(options);
  const held = await acquire('steady');
  factory.createFails = true;
  const other = acquire('other');
  await clock.advance(50);
  expect(held.returnReason()).toBeUndefined();
  await clock.advance(50);
  expect(held.returnReason()).toBe('WANTED');
  held.release();
  await clock.advance(1);
  expect((await other).key).toBe('other');
  expect(factory.rekeyed).toEqual(['1: steady to other']);
  // Between two uses, too: there is not one for each key.
  (await other).release();
  void acquire('steady');
  await clock.advance(1);
  expect(factory.rekeyed).toHaveLength(2);
});

test('ResourcePool lets a key have back what it used, though it also waits for a new one', async () => {
  const { clock, factory, pool, acquire } = makePool({ liveMax: 2 });
  (await acquire('a')).release();
  factory.createMs = 100;
  const fresh = acquire('a', true);
  await clock.advance(1);
  const again = pool.tryAcquire({ key: 'a' });
  expect(again?.resource.number).toBe(1);
  const afterThat = acquire('a');
  again?.release();
  await clock.advance(1);
  expect((await afterThat).resource.number).toBe(1);
  await clock.advance(100);
  expect((await fresh).resource.number).toBe(2);
});
