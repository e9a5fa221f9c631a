/**
 * Any sequence of what holders, resources and operators may do to a pool, against what must be
 * true of it at every moment.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Lease } from '../../../../shared/pool/lease.ts';
import { PoolRefusal } from '../../../../shared/pool/pool-refusal.ts';
import { ResourcePool } from '../../../../shared/pool/resource-pool.ts';
import { seededRandom } from '../../../../shared/random/random.ts';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';
import {
  RekeyingFactory,
  ScriptedFactory,
  type Thing,
} from '../../../support/scripted-resource-factory.ts';

interface Asked {
  readonly key: string;
  readonly order: number;
  readonly deadlineMs: number;
  readonly controller: AbortController;
  end: 'waiting' | 'granted' | 'refused';
}

class PoolUnderTest {
  readonly clock = new VirtualClock();
  readonly factory: ScriptedFactory;
  readonly pool: ResourcePool<Thing>;
  readonly asked: Asked[] = [];
  leases: Lease<Thing>[] = [];
  readonly faults: string[] = [];
  liveMax = 4;
  readonly leasesPerKeyMax = 3;

  constructor(isRekeyable: boolean) {
    this.factory = isRekeyable ? new RekeyingFactory(this.clock) : new ScriptedFactory(this.clock);
    this.factory.createMs = 3;
    this.factory.destroyMs = 2;
    this.pool = new ResourcePool<Thing>(
      this.factory,
      {
        liveMin: 1,
        liveMax: this.liveMax,
        leasesPerKeyMax: this.leasesPerKeyMax,
        waitersMax: 20,
        sparesMin: 1,
        stabilizationMs: 50,
        maintainEveryMs: 10,
        usesMax: 10,
        backoffMsMin: 5,
        backoffMsMax: 20,
      },
      { clock: this.clock, random: seededRandom(7) },
    );
    this.pool.start();
  }

  acquire(key: string, waitMs: number): void {
    const controller = new AbortController();
    const deadlineMs = this.clock.nowMs() + waitMs;
    const order = this.asked.length;
    const asked: Asked = { key, order, deadlineMs, controller, end: 'waiting' };
    this.asked.push(asked);
    this.pool.acquire({ key, deadlineMs, signal: controller.signal }).then(
      (lease) => {
        this.leases.push(lease);
        this.#judgeGrant(asked);
        asked.end = 'granted';
      },
      (error: unknown) => {
        if (!(error instanceof PoolRefusal)) this.faults.push(`no refusal: ${String(error)}`);
        if (asked.end !== 'waiting') this.faults.push(`refused after being ${asked.end}`);
        asked.end = 'refused';
      },
    );
  }

  #judgeGrant(asked: Asked): void {
    if (asked.end !== 'waiting') this.faults.push(`granted after being ${asked.end}`);
    if (this.clock.nowMs() > asked.deadlineMs) this.faults.push('granted after the deadline');
    // Where things are handed on, one that is still being prepared may be overtaken.
    if (this.factory instanceof RekeyingFactory) return;
    const isOvertaking = this.asked.some(
      ({ key, order, end }) => key === asked.key && order < asked.order && end === 'waiting',
    );
    if (isOvertaking) this.faults.push(`${asked.key} ${asked.order} overtook another`);
  }

  check(): void {
    expect(this.faults).toEqual([]);
    const stats = this.pool.stats();
    const held = this.leases.filter((lease) => lease.isHeld);
    expect(stats.leased).toBe(held.length);
    expect(new Set(held.map((lease) => lease.resource)).size).toBe(held.length);
    expect(stats.live).toBe(
      stats.idle + stats.leased + stats.preparing + stats.creating + stats.destroying,
    );
    expect(stats.live).toBe(this.factory.live);
    for (const key of ['a', 'b', 'c']) {
      const ofKey = held.filter((lease) => lease.key === key).length;
      expect(ofKey).toBeLessThanOrEqual(this.leasesPerKeyMax);
    }
    if (stats.idle > 0 && stats.waiting > 0) {
      // Whoever waits beside an idle one is at its cap, or may not take it.
      const waiting = this.asked.filter((asked) => asked.end === 'waiting');
      for (const { key } of waiting) {
        const ofKey = held.filter((lease) => lease.key === key).length;
        const mayTake = this.factory instanceof RekeyingFactory;
        expect(ofKey + stats.preparing >= this.leasesPerKeyMax || !mayTake).toBe(true);
      }
    }
  }

  async finish(): Promise<void> {
    this.factory.createFails = false;
    for (let round = 0; round < 60; round++) {
      for (const lease of this.leases) lease.release();
      await this.clock.advance(10);
    }
    expect(this.asked.filter((asked) => asked.end === 'waiting')).toEqual([]);
    expect(this.pool.stats()).toMatchObject({ leased: 0, waiting: 0, creating: 0, destroying: 0 });
    expect(this.pool.stats().live).toBeGreaterThanOrEqual(1);
    expect(this.pool.stats().live).toBeLessThanOrEqual(this.liveMax);
    const drained = this.pool.drain();
    await this.clock.advance(20);
    await drained;
    expect(this.factory.live).toBe(0);
    expect(this.clock.timersPending).toBe(0);
  }
}

type Step = (under: PoolUnderTest) => Promise<void> | void;

const pick = (under: PoolUnderTest, index: number): Lease<Thing> | undefined =>
  under.leases[index % Math.max(1, under.leases.length)];

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ key: fc.constantFrom('a', 'b', 'c'), ms: fc.nat(30) }).map(
      ({ key, ms }): Step =>
        (under) =>
          under.acquire(key, ms + 1),
    ),
  },
  {
    weight: 5,
    arbitrary: fc.nat(50).map(
      (index): Step =>
        (under) =>
          pick(under, index)?.release(),
    ),
  },
  fc.nat(50).map(
    (index): Step =>
      (under) =>
        pick(under, index)?.release('DISCARD'),
  ),
  fc.nat(50).map(
    (index): Step =>
      (under) => {
        const lease = pick(under, index);
        if (!lease) return;
        if (lease.isHeld) under.pool.lost(lease.resource);
      },
  ),
  fc.nat(50).map(
    (index): Step =>
      (under) =>
        under.asked[index % (under.asked.length || 1)]?.controller.abort(),
  ),
  fc.integer({ min: 1, max: 6 }).map(
    (liveMax): Step =>
      (under) => {
        under.liveMax = liveMax;
        under.pool.resize({ liveMax });
      },
  ),
  fc.boolean().map(
    (fails): Step =>
      (under) => {
        under.factory.createFails = fails;
      },
  ),
  {
    weight: 5,
    arbitrary: fc.nat(15).map(
      (ms): Step =>
        (under) =>
          under.clock.advance(ms),
    ),
  },
);

test.each([true, false])(
  'ResourcePool keeps its promises under any sequence of events (handed on: %s)',
  async (isRekeyable) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
        const under = new PoolUnderTest(isRekeyable);
        let liveMost = under.liveMax;
        for (const take of steps) {
          await take(under);
          await under.clock.advance(0);
          under.check();
          liveMost = Math.max(liveMost, under.liveMax);
          expect(under.factory.liveMost).toBeLessThanOrEqual(liveMost);
        }
        await under.finish();
      }),
      { numRuns: 150, seed: 42 },
    );
  },
);
