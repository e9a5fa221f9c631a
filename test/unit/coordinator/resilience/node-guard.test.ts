import { expect, test } from 'vitest';
import { breakerConfig } from '../../../../coordinator/resilience/breaker-config.ts';
import { CircuitBreaker } from '../../../../coordinator/resilience/circuit-breaker.ts';
import { NodeGuard } from '../../../../coordinator/resilience/node-guard.ts';
import { seededRandom } from '../../../../shared/random/random.ts';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';
import { exampleOutcome } from '../../../support/example-execution.ts';

function makeGuard(runsMax = 100) {
  const clock = new VirtualClock();
  const config = breakerConfig({ slowCallMsMin: 5_000 });
  const breaker = new CircuitBreaker('node/a', config, { clock, random: seededRandom(1) });
  const guard = new NodeGuard('a', breaker, { runsMax, hostsMax: 2 }, clock);
  /** A run that took so long, and that its node says took so long. */
  const run = (tookMs: number, claimedMs: number): void => {
    const permit = guard.began('interactive', 10_000);
    const usage = { queuedUs: 0, wallUs: claimedMs * 1_000 };
    guard.ended('interactive', permit, tookMs, exampleOutcome({ word: 'SCRIPT_THREW', usage }));
  };
  return { clock, breaker, guard, run };
}

test('NodeGuard takes a run for slow only by what it took beyond what its node says of it', () => {
  const { breaker, run } = makeGuard();
  for (let count = 0; count < 10; count++) run(600_000, 599_000);
  expect(breaker.snapshot()).toMatchObject({ state: 'CLOSED', calls: 10, slow: 0 });
  for (let count = 0; count < 20; count++) run(6_000, 20);
  expect(breaker.snapshot()).toMatchObject({ state: 'OPEN', cause: 'SLOW' });
});

test('NodeGuard takes a claim of more time than has passed for a fault', () => {
  const { breaker, run } = makeGuard();
  for (let count = 0; count < 9; count++) run(100, 1_099);
  expect(breaker.snapshot()).toMatchObject({ calls: 9, faults: 0 });
  for (let count = 0; count < 9; count++) run(100, 1_200);
  expect(breaker.snapshot()).toMatchObject({ state: 'OPEN', cause: 'FAULTS' });
});

test('NodeGuard counts a run that its node refuses as nothing, and one that is lost as a fault', () => {
  const { breaker, guard } = makeGuard();
  for (let count = 0; count < 100; count++)
    guard.refused('interactive', guard.began('interactive', 10_000));
  expect(breaker.snapshot()).toMatchObject({ calls: 0 });
  for (let count = 0; count < 10; count++)
    guard.lost('interactive', guard.began('interactive', 10_000));
  expect(breaker.snapshot()).toMatchObject({ state: 'OPEN', openings: 1 });
  expect(guard.admits('interactive')).toBe(false);
});

test('NodeGuard opens for a node that says what cannot be', () => {
  const { breaker, guard } = makeGuard();
  guard.violated();
  expect(breaker.snapshot()).toMatchObject({ state: 'OPEN', cause: 'CERTAIN' });
});

test('NodeGuard admits fewer runs at once when they wait for longer on the node', () => {
  const { clock, guard } = makeGuard(100);
  const fill = (): number => {
    let begun = 0;
    while (guard.admits('interactive')) {
      guard.began('interactive', 10_000);
      begun++;
    }
    return begun;
  };
  /** Every run ends after so long, of which 10 ms are its own, and another begins. */
  const pass = (seconds: number, tookMs: number): void => {
    for (let step = 0; step < seconds * 50; step++) {
      clock.stall(20);
      const usage = { queuedUs: (tookMs - 10) * 1_000, wallUs: 10_000 };
      guard.ended('interactive', 0, tookMs, exampleOutcome({ usage }));
      fill();
    }
  };
  expect(fill()).toBe(100);
  pass(30, 150);
  expect(guard.runsUseful).toBe(100);
  pass(5, 2_000);
  expect(guard.runsUseful).toBeLessThan(80);
});

test('NodeGuard keeps a tenth of a node that is at its limit for batch runs', () => {
  const { clock, guard } = makeGuard(100);
  for (let run = 0; run < 60; run++) guard.began('interactive', 10_000);
  const passOne = (tookMs: number): void => {
    clock.stall(50);
    const permit = guard.began('interactive', 10_000);
    guard.ended('interactive', permit, tookMs, exampleOutcome({ usage: { wallUs: 0 } }));
  };
  for (let run = 0; run < 200; run++) passOne(100);
  while (guard.runsUseful > 50) passOne(2_000);
  expect(guard.admits('interactive')).toBe(false);
  let batch = 0;
  for (; guard.admits('batch'); batch++) guard.began('batch', 10_000);
  expect(batch).toBe(Math.floor(guard.runsUseful / 10));
});
