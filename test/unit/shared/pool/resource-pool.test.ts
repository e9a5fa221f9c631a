import { expect, test } from 'vitest';
import type { Lease } from '../../../../shared/pool/lease.ts';
import type { PoolOptions } from '../../../../shared/pool/pool-config.ts';
import type { PoolObserver } from '../../../../shared/pool/pool-observer.ts';
import { PoolRefusal } from '../../../../shared/pool/pool-refusal.ts';
import { ResourcePool } from '../../../../shared/pool/resource-pool.ts';
import { seededRandom } from '../../../../shared/random/random.ts';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';
import {
  pause,
  RekeyingFactory,
  ScriptedFactory,
  type Thing,
} from '../../../support/scripted-resource-factory.ts';

function makePool<F extends ScriptedFactory = ScriptedFactory>(
  options: PoolOptions,
  makeFactory = (clock: VirtualClock): F => new ScriptedFactory(clock) as F,
  observer: PoolObserver<Thing> = {},
) {
  const clock = new VirtualClock();
  const factory = makeFactory(clock);
  const pool = new ResourcePool<Thing>(factory, options, {
    clock,
    random: seededRandom(1),
    observer,
  });
  const acquire = (key = '', waitMs = 60_000): Promise<Lease<Thing>> =>
    pool.acquire({ key, deadlineMs: clock.nowMs() + waitMs });
  return { clock, factory, pool, acquire };
}

const rekeying = (clock: VirtualClock): RekeyingFactory => new RekeyingFactory(clock);

/** The reason an acquire was refused for. */
function reasonOf(acquired: Promise<unknown>): Promise<string> {
  return acquired.then(
    () => 'GRANTED',
    (error: unknown) => (error instanceof PoolRefusal ? error.reason : String(error)),
  );
}

test('ResourcePool of at most 8 serves 100 acquires of 50 ms in order, in 650 ms', async () => {
  const { clock, factory, pool, acquire } = makePool({ liveMax: 8 });
  pool.start();
  const order: number[] = [];
  let doneAtMs = 0;
  for (let index = 0; index < 100; index++) {
    void acquire().then(async (lease) => {
      order.push(index);
      await pause(clock, 50);
      lease.release();
      doneAtMs = clock.nowMs();
    });
  }
  await clock.advance(2000);
  expect(order).toEqual(Array.from({ length: 100 }, (_, index) => index));
  expect(factory.liveMost).toBeLessThanOrEqual(8);
  expect(doneAtMs).toBeGreaterThanOrEqual(625);
  expect(doneAtMs).toBeLessThanOrEqual(750);
});

test('ResourcePool makes the least that should live when it starts', async () => {
  const { clock, pool } = makePool({ liveMin: 3, liveMax: 8 });
  pool.start();
  await clock.advance(0);
  expect(pool.stats()).toMatchObject({ live: 3, idle: 3, leased: 0 });
});

test('ResourcePool makes spares ahead: at least one, and a fifth of the busy ones', async () => {
  const { clock, pool, acquire } = makePool({
    liveMax: 20,
    sparesMin: 1,
    sparesPerBusyRatio: 0.2,
    creatingMax: 20,
  });
  pool.start();
  await clock.advance(0);
  expect(pool.stats()).toMatchObject({ idle: 1, leased: 0 });
  for (let count = 0; count < 10; count++) await Promise.all([acquire(), clock.advance(1)]);
  await clock.advance(1);
  expect(pool.stats()).toMatchObject({ idle: 2, leased: 10 });
});

test('ResourcePool refuses an acquire whose deadline passes, and never grants it later', async () => {
  const { clock, pool, acquire } = makePool({ liveMax: 1 });
  pool.start();
  const held = await acquire();
  const late = acquire('', 100);
  const reason = reasonOf(late);
  await clock.advance(100);
  expect(await reason).toBe('TIMED_OUT');
  held.release();
  await clock.advance(10);
  expect(pool.stats()).toMatchObject({ leased: 0, idle: 1, waiting: 0 });
});

test('ResourcePool refuses at once what is past its deadline or already aborted', async () => {
  const { clock, pool } = makePool({ liveMax: 1 });
  pool.start();
  expect(await reasonOf(pool.acquire({ deadlineMs: clock.nowMs() }))).toBe('TIMED_OUT');
  const signal = AbortSignal.abort();
  expect(await reasonOf(pool.acquire({ deadlineMs: 10, signal }))).toBe('ABORTED');
});

test('ResourcePool forgets a waiter that aborts', async () => {
  const { clock, pool, acquire } = makePool({ liveMax: 1 });
  pool.start();
  const held = await acquire();
  const controller = new AbortController();
  const aborted = pool.acquire({ deadlineMs: 1000, signal: controller.signal });
  const next = acquire();
  controller.abort();
  expect(await reasonOf(aborted)).toBe('ABORTED');
  held.release();
  await clock.advance(0);
  expect((await next).resource.number).toBe(1);
});

test('ResourcePool bounds its waiters', async () => {
  const { clock, pool, acquire } = makePool({ liveMax: 1, waitersMax: 2 });
  pool.start();
  const held = await acquire();
  const waiting = [acquire(), acquire()];
  expect(await reasonOf(acquire())).toBe('QUEUE_FULL');
  held.release();
  await clock.advance(0);
  expect((await waiting[0])?.isHeld).toBe(true);
});

test('ResourcePool serves keys in turn, however many of one of them wait', async () => {
  const { clock, pool, acquire } = makePool({ liveMax: 1 }, rekeying);
  pool.start();
  const first = await acquire('busy');
  const served: string[] = [];
  for (const key of ['busy', 'busy', 'busy', 'busy', 'quiet']) {
    void acquire(key).then(async (lease) => {
      served.push(key);
      await pause(clock, 10);
      lease.release();
    });
  }
  first.release();
  await clock.advance(1000);
  expect(served).toEqual(['busy', 'quiet', 'busy', 'busy', 'busy']);
});

test('ResourcePool caps what one key holds, without holding up the others', async () => {
  const { clock, pool, acquire } = makePool({ liveMax: 4, leasesPerKeyMax: 2 });
  pool.start();
  const held = [await acquire('a'), await acquire('a')];
  const third = acquire('a');
  const other = await acquire('b');
  expect(other.isHeld).toBe(true);
  expect(pool.stats()).toMatchObject({ waiting: 1, live: 3 });
  held[0]?.release();
  await clock.advance(0);
  expect((await third).isHeld).toBe(true);
});

test('ResourcePool prefers what the key used last, then a new one, then the longest idle', async () => {
  const { clock, factory, pool, acquire } = makePool<RekeyingFactory>({ liveMax: 3 }, rekeying);
  pool.start();
  const [a1, a2] = [await acquire('a'), await acquire('a')];
  a1.release();
  await clock.advance(1);
  a2.release();
  expect((await acquire('a')).resource).toBe(a2.resource);
  pool.resize({ liveMin: 3 });
  await clock.advance(1);
  expect((await acquire('b')).resource.number).toBe(3);
  const taken = acquire('c');
  await clock.advance(5);
  expect((await taken).resource).toBe(a1.resource);
  expect(factory.rekeyed).toEqual(['1: a to c']);
});

test('ResourcePool replaces an idle resource of another key when they are never handed on', async () => {
  const { clock, factory, pool, acquire } = makePool({ liveMax: 2 });
  pool.start();
  const [a1, a2] = [await acquire('a'), await acquire('a')];
  a1.release();
  await clock.advance(1);
  a2.release();
  const b = acquire('b');
  await clock.advance(1);
  expect((await b).resource.number).toBe(3);
  expect(factory.destroyed).toEqual([{ number: 1, reason: 'EVICTED' }]);
  expect(factory.liveMost).toBe(2);
});

test('ResourcePool gives one that nobody has used to whoever asks for that', async () => {
  const { clock, factory, pool, acquire } = makePool({ liveMax: 1 }, rekeying);
  pool.start();
  (await acquire('a')).release();
  const fresh = pool.acquire({ key: 'a', deadlineMs: 1000, mustBeNew: true });
  await clock.advance(1);
  expect((await fresh).resource.number).toBe(2);
  expect(factory.destroyed).toEqual([{ number: 1, reason: 'EVICTED' }]);
});

test('ResourcePool serves a waiter from elsewhere when the preparation for it fails', async () => {
  const { clock, factory, pool, acquire } = makePool<RekeyingFactory>({ liveMax: 1 }, rekeying);
  pool.start();
  (await acquire('a')).release();
  factory.rekeyFails = true;
  const b = acquire('b');
  await clock.advance(5);
  expect((await b).resource.number).toBe(2);
  expect(factory.destroyed).toEqual([{ number: 1, reason: 'UNFIT' }]);
});

test('ResourcePool keeps what was prepared for a waiter that gave up meanwhile', async () => {
  const { clock, pool, acquire } = makePool({ liveMax: 1 }, rekeying);
  pool.start();
  (await acquire('a')).release();
  const reason = reasonOf(acquire('b', 0.5));
  await clock.advance(5);
  expect(await reason).toBe('TIMED_OUT');
  expect(pool.stats()).toMatchObject({ idle: 1, preparing: 0, leased: 0 });
  expect(pool.tryAcquire({ key: 'b' })?.resource.number).toBe(1);
});

test('ResourcePool validates what lay idle for long and replaces what fails', async () => {
  const { clock, factory, pool, acquire } = makePool({ liveMax: 1 }, (made) =>
    Object.assign(new ScriptedFactory(made), {
      validate: async (thing: Thing) => thing.number > 1,
    }),
  );
  pool.start();
  (await acquire()).release();
  expect(pool.tryAcquire()?.release()).toBeUndefined();
  await clock.advance(600);
  expect(pool.tryAcquire()).toBeUndefined();
  const next = acquire();
  await clock.advance(1);
  expect((await next).resource.number).toBe(2);
  expect(factory.destroyed).toEqual([{ number: 1, reason: 'UNFIT' }]);
});

test('ResourcePool shrinks to its minimum only after the stabilization window', async () => {
  const { clock, pool, acquire } = makePool({ liveMin: 1, liveMax: 8, stabilizationMs: 30_000 });
  pool.start();
  const leases = await Promise.all(Array.from({ length: 6 }, () => acquire()));
  for (const lease of leases) lease.release();
  await clock.advance(29_000);
  expect(pool.stats().live).toBe(6);
  await clock.advance(3000);
  expect(pool.stats().live).toBe(1);
});

test('ResourcePool keeps what a burst within the window needed', async () => {
  const { clock, pool, acquire } = makePool({ liveMax: 8, stabilizationMs: 30_000 });
  pool.start();
  const burst = async (size: number): Promise<void> => {
    const leases = await Promise.all(Array.from({ length: size }, () => acquire()));
    for (const lease of leases) lease.release();
  };
  await burst(6);
  await clock.advance(20_000);
  await burst(4);
  await clock.advance(20_000);
  expect(pool.stats().live).toBe(4);
  await clock.advance(20_000);
  expect(pool.stats().live).toBe(0);
});

test('ResourcePool under a step of 200 acquires a second makes nobody wait 250 ms after 2 s', async () => {
  const { clock, factory, pool, acquire } = makePool({
    liveMax: 32,
    sparesMin: 1,
    sparesPerBusyRatio: 0.2,
  });
  factory.createMs = 100;
  pool.start();
  let waitedLateMsMost = 0;
  for (let atMs = 0; atMs < 4000; atMs += 5) {
    void acquire().then(async (lease) => {
      if (atMs >= 2000) waitedLateMsMost = Math.max(waitedLateMsMost, clock.nowMs() - atMs);
      await pause(clock, 50);
      lease.release();
    });
    await clock.advance(5);
  }
  expect(waitedLateMsMost).toBeLessThan(250);
});

test('ResourcePool replaces the worn by age, within ten per cent, and by use', async () => {
  const { clock, factory, pool, acquire } = makePool({ liveMin: 5, liveMax: 5, ageMsMax: 10_000 });
  pool.start();
  await clock.advance(8900);
  expect(factory.destroyed).toEqual([]);
  await clock.advance(3200);
  expect(factory.destroyed.filter(({ reason }) => reason === 'WORN')).toHaveLength(5);
  expect(pool.stats().live).toBe(5);

  const used = makePool({ liveMax: 1, usesMax: 3 });
  used.pool.start();
  for (let count = 0; count < 4; count++) (await used.acquire()).release();
  expect(used.factory.destroyed).toEqual([{ number: 1, reason: 'WORN' }]);
  expect((await acquire()).returnReason()).toBeUndefined();
});

test('ResourcePool destroys what its owner discards and makes another for who waits', async () => {
  const { clock, factory, pool, acquire } = makePool({ liveMax: 1 });
  factory.destroyMs = 20;
  pool.start();
  const held = await acquire();
  const next = acquire();
  held.release('DISCARD');
  held.release();
  await clock.advance(19);
  expect(factory.liveMost).toBe(1);
  await clock.advance(2);
  expect((await next).resource.number).toBe(2);
  expect(factory.liveMost).toBe(1);
});

test('ResourcePool changes its limits with nothing dropped', async () => {
  const { clock, factory, pool, acquire } = makePool({ liveMax: 4 });
  pool.start();
  const leases = await Promise.all(Array.from({ length: 4 }, () => acquire()));
  const waiting = acquire();
  pool.resize({ liveMax: 2 });
  expect(leases.every((lease) => lease.isHeld)).toBe(true);
  expect(leases[0]?.returnReason()).toBe('WANTED');
  leases[0]?.release();
  leases[1]?.release();
  await clock.advance(1);
  expect(pool.stats()).toMatchObject({ live: 2, waiting: 1 });
  leases[2]?.release();
  await clock.advance(1);
  expect((await waiting).isHeld).toBe(true);
  pool.resize({ liveMax: 6, liveMin: 5 });
  await clock.advance(1);
  expect(pool.stats().live).toBe(5);
  expect(factory.destroyed.map(({ reason }) => reason)).toEqual(['SURPLUS', 'SURPLUS']);
  expect(() => pool.resize({ liveMax: 4 })).toThrow(/liveMin is above liveMax: 5 > 4/);
});

test('ResourcePool reports a lease that is held too long, once, unless it is renewed', async () => {
  const leaks: number[] = [];
  const { clock, pool, acquire } = makePool({ liveMax: 2, leakAfterMs: 5000 }, undefined, {
    leaked: (thing) => leaks.push(thing.number),
  });
  pool.start();
  const [forgotten, renewed] = [await acquire(), await acquire()];
  for (let second = 0; second < 12; second++) {
    renewed.renew();
    await clock.advance(1000);
  }
  expect(leaks).toEqual([forgotten.resource.number]);
  expect(forgotten.isHeld).toBe(true);
});

test('ResourcePool reclaims a leaked lease when told to, for whoever waits', async () => {
  const { clock, factory, pool, acquire } = makePool({
    liveMax: 1,
    leakAfterMs: 5000,
    leakAction: 'RECLAIM',
  });
  pool.start();
  const leaked = await acquire();
  const next = acquire();
  await clock.advance(6000);
  expect(leaked.isHeld).toBe(false);
  expect((await next).resource.number).toBe(2);
  leaked.release();
  expect(factory.destroyed).toEqual([{ number: 1, reason: 'LEAKED' }]);
});

test('ResourcePool asks back from who holds more than its share when others wait', async () => {
  const { clock, pool, acquire } = makePool({ liveMax: 3, leaseQuantumMs: 100 }, rekeying);
  pool.start();
  const a = [await acquire('a'), await acquire('a')];
  const b = await acquire('b');
  expect(a[0]?.returnReason()).toBeUndefined();
  const c = acquire('c');
  expect(a[0]?.returnReason()).toBe('WANTED');
  expect(b.returnReason()).toBeUndefined();
  await clock.advance(100);
  expect(b.returnReason()).toBe('WANTED');
  a[0]?.release();
  await clock.advance(2);
  expect((await c).isHeld).toBe(true);
  expect(a[1]?.returnReason()).toBeUndefined();
});

test('ResourcePool pauses longer after each creation that fails, and recovers', async () => {
  const reports: number[] = [];
  const { clock, factory, pool, acquire } = makePool({ liveMax: 4 }, undefined, {
    createFailed: (_error, failuresInARow) => reports.push(failuresInARow),
  });
  factory.createFails = true;
  pool.start();
  const waiting = acquire();
  await clock.advance(10_000);
  expect(factory.attemptsAtMs.length).toBeGreaterThanOrEqual(6);
  expect(factory.attemptsAtMs.length).toBeLessThanOrEqual(8);
  expect(reports).toEqual(reports.map((_, index) => index + 1));
  factory.createFails = false;
  await clock.advance(15_000);
  expect((await waiting).isHeld).toBe(true);
});

test('ResourcePool counts a resource that dies before its first use as one that failed', async () => {
  const { clock, factory, pool } = makePool({ liveMin: 1, liveMax: 4 });
  const dieWhenMade = async (): Promise<Thing> => {
    factory.attemptsAtMs.push(clock.nowMs());
    const thing = { number: ++factory.created };
    clock.setTimer(1, () => pool.lost(thing));
    return thing;
  };
  factory.create = dieWhenMade;
  pool.start();
  await clock.advance(10_000);
  expect(factory.attemptsAtMs.length).toBeLessThanOrEqual(8);
});

test('ResourcePool replaces an idle resource that ended by itself', async () => {
  const { clock, pool, acquire } = makePool({ liveMin: 1, liveMax: 1 });
  pool.start();
  const lease = await acquire();
  lease.release();
  pool.lost(lease.resource);
  pool.lost(lease.resource);
  await clock.advance(1);
  expect(pool.stats()).toMatchObject({ live: 1, idle: 1 });
  expect((await acquire()).resource.number).toBe(2);
});

test('ResourcePool drains: refuses who waits, waits for the leases, destroys everything', async () => {
  const { clock, factory, pool, acquire } = makePool({ liveMin: 2, liveMax: 2 });
  pool.start();
  await clock.advance(1);
  const held = [await acquire(), await acquire()];
  const waiting = reasonOf(acquire());
  let isDrained = false;
  void pool.drain().then(() => {
    isDrained = true;
  });
  expect(await waiting).toBe('DRAINING');
  expect(await reasonOf(acquire())).toBe('DRAINING');
  held[0]?.release();
  await clock.advance(1);
  expect(isDrained).toBe(false);
  held[1]?.release();
  await clock.advance(1);
  expect(isDrained).toBe(true);
  expect(factory.live).toBe(0);
  expect(clock.timersPending).toBe(0);
});

test('ResourcePool closes without waiting for its holders', async () => {
  const { clock, factory, pool, acquire } = makePool({ liveMax: 2 });
  pool.start();
  const held = await acquire();
  const closed = pool.close();
  await clock.advance(1);
  await closed;
  expect(held.isHeld).toBe(false);
  expect(factory.live).toBe(0);
});

test('ResourcePool refuses options that contradict each other', () => {
  expect(() => makePool({ liveMin: 3, liveMax: 2 })).toThrow(RangeError);
  expect(() => makePool({ liveMax: 0 })).toThrow(/liveMax is below 1/);
});

test('ResourcePool that drains gives up what is still being made', async () => {
  const { clock, factory, pool } = makePool({ liveMin: 1, liveMax: 1 });
  factory.create = (signal) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('given up')));
    });
  pool.start();
  const drained = pool.drain();
  await clock.advance(0);
  await drained;
  expect(pool.stats().live).toBe(0);
});

test('ResourcePool ends what is being prepared when it closes, once', async () => {
  const { clock, factory, pool, acquire } = makePool({ liveMax: 1 }, rekeying);
  pool.start();
  (await acquire('a')).release();
  const reason = reasonOf(acquire('b'));
  expect(pool.stats().preparing).toBe(1);
  const closed = pool.close();
  expect(factory.destroyed).toEqual([{ number: 1, reason: 'CLOSING' }]);
  await clock.advance(5);
  await closed;
  expect(await reason).toBe('DRAINING');
  expect(factory.destroyed).toHaveLength(1);
});
