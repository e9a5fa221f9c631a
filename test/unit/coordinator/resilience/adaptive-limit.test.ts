import { expect, test } from 'vitest';
import { AdaptiveLimit } from '../../../../coordinator/resilience/adaptive-limit.ts';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';

const none = { interactive: 0, batch: 0 };

function makeLimit(limitMax: number) {
  const clock = new VirtualClock();
  const limit = new AdaptiveLimit({ limitMin: 4, limitMax }, clock);
  /** So many seconds of samples of one delay, with all of the limit in use. */
  const run = (seconds: number, delayMs: () => number, inFlight = () => limit.limit): void => {
    for (let step = 0; step < seconds * 100; step++) {
      clock.stall(10);
      limit.sample(delayMs(), inFlight());
    }
  };
  return { limit, run };
}

test('AdaptiveLimit begins with the most and stays there while delays are what they are', () => {
  const { limit, run } = makeLimit(100);
  expect(limit.limit).toBe(100);
  run(60, () => 300);
  expect(limit.limit).toBe(100);
});

test('AdaptiveLimit shrinks when delays grow, to no less than its least, and grows again', () => {
  const { limit, run } = makeLimit(100);
  run(60, () => 100);
  run(5, () => 1_000);
  expect(limit.limit).toBeLessThan(50);
  expect(limit.limit).toBeGreaterThanOrEqual(4);
  run(60, () => 100);
  expect(limit.limit).toBe(100);
});

test('AdaptiveLimit keeps most of an overload out of a node, and the node busy', () => {
  const { limit, run } = makeLimit(1_000);
  // A node that does 20 at once, each in 100 ms: what is beyond waits.
  const delayMs = (): number => Math.max(0, limit.limit / 20 - 1) * 100;
  run(20, () => 100);
  run(10, delayMs);
  expect(limit.limit).toBeGreaterThan(20);
  expect(limit.limit).toBeLessThan(200);
  // What lasts becomes usual, slowly.
  run(110, delayMs);
  expect(limit.limit).toBeLessThan(500);
});

test('AdaptiveLimit takes delays below a host’s start for no congestion, whatever their ratio', () => {
  const { limit, run } = makeLimit(100);
  run(60, () => 1);
  run(60, () => 99);
  expect(limit.limit).toBe(100);
});

test('AdaptiveLimit learns nothing from delays while less than half of it is in use', () => {
  const { limit, run } = makeLimit(100);
  let delayMs = 0;
  run(
    10,
    () => (delayMs += 10),
    () => 49,
  );
  expect(limit.limit).toBe(100);
});

test('AdaptiveLimit keeps nine tenths for interactive runs, and one tenth for batch', () => {
  const { limit } = makeLimit(100);
  expect(limit.hasRoom('batch', none)).toBe(true);
  expect(limit.hasRoom('batch', { interactive: 0, batch: 99 })).toBe(true);
  const fullOfBatch = { interactive: 0, batch: 100 };
  expect(limit.hasRoom('batch', fullOfBatch)).toBe(false);
  expect(limit.hasRoom('interactive', fullOfBatch)).toBe(true);
  expect(limit.hasRoom('interactive', { interactive: 89, batch: 100 })).toBe(true);
  expect(limit.hasRoom('interactive', { interactive: 90, batch: 100 })).toBe(false);
  const fullOfInteractive = { interactive: 100, batch: 0 };
  expect(limit.hasRoom('interactive', fullOfInteractive)).toBe(false);
  expect(limit.hasRoom('batch', fullOfInteractive)).toBe(true);
  expect(limit.hasRoom('batch', { interactive: 100, batch: 10 })).toBe(false);
});

test('AdaptiveLimit does not bind while nothing waits on the node', () => {
  const { limit, run } = makeLimit(100);
  run(60, () => 100);
  run(5, () => 1_000);
  const bound = limit.limit;
  limit.relax();
  expect(limit.limit).toBeGreaterThanOrEqual(2 * bound);
  for (let beat = 0; beat < 5; beat++) limit.relax();
  expect(limit.limit).toBe(100);
});
