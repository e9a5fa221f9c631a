import { expect, test } from 'vitest';
import { Retirement } from '../../../node-agent/retirement.ts';
import { VirtualClock } from '../../../shared/time/virtual-clock.ts';

const hourMs = 3_600_000;

interface World {
  readonly clock: VirtualClock;
  readonly retirement: Retirement;
  readonly drainGracesMs: number[];
  readonly log: string[];
  readonly drained: PromiseWithResolvers<void>;
  retired: number;
}

/** Of an agent whose runs take until `drained`. */
function grow(ageMsMax: number | undefined, drawn = 0.5): World {
  const clock = new VirtualClock();
  const drained = Promise.withResolvers<void>();
  const drainGracesMs: number[] = [];
  const log: string[] = [];
  const retirement = new Retirement({
    ageMsMax,
    drain: (graceMs) => {
      drainGracesMs.push(graceMs);
      return drained.promise;
    },
    retired: () => {
      world.retired++;
    },
    clock,
    random: { next: () => drawn },
    logger: { info: (_fields, message) => log.push(message) },
  });
  const world: World = { clock, retirement, drainGracesMs, log, drained, retired: 0 };
  return world;
}

test('Retirement lets an agent that is of age finish its runs before it ends', async () => {
  const world = grow(hourMs);
  await world.clock.advance(hourMs - 1);
  expect(world.drainGracesMs).toEqual([]);
  await world.clock.advance(1);
  // As long as a run may take at most: computing, and waiting for replies.
  expect(world.drainGracesMs).toEqual([30 * 60_000]);
  expect(world.log).toEqual([
    'node-agent is of age: it finishes its runs, and ends to be started anew',
  ]);
  expect(world.retired).toBe(0);
  world.drained.resolve();
  await world.clock.advance(0);
  expect(world.retired).toBe(1);
});

test.each([
  [0, 0.9],
  [0.25, 0.95],
  [0.75, 1.05],
])('Retirement spreads a fleet: one that draws %d ends at %d of the age', async (drawn, share) => {
  const world = grow(hourMs, drawn);
  await world.clock.advance(share * hourMs - 1);
  expect(world.drainGracesMs).toHaveLength(0);
  await world.clock.advance(2);
  expect(world.drainGracesMs).toHaveLength(1);
});

test('Retirement never comes where no age is set', async () => {
  const world = grow(undefined);
  expect(world.clock.timersPending).toBe(0);
  await world.clock.advance(1_000 * hourMs);
  expect(world.drainGracesMs).toEqual([]);
});

test('Retirement is off once the agent stops, and tells nobody of it in the middle', async () => {
  const young = grow(hourMs);
  young.retirement[Symbol.dispose]();
  expect(young.clock.timersPending).toBe(0);

  const retiring = grow(hourMs);
  await retiring.clock.advance(hourMs);
  retiring.retirement[Symbol.dispose]();
  retiring.drained.resolve();
  await retiring.clock.advance(0);
  expect(retiring.retired).toBe(0);
});
