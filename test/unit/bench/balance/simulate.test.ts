import { expect, test } from 'vitest';
import { balancers, slowFifth } from '../../../../bench/balance/scenarios.ts';
import { simulate } from '../../../../bench/balance/simulate.ts';
import { SimulatedClock } from '../../../../bench/balance/simulated-clock.ts';

/** Of three seeds together. */
function p99Of(name: string): number {
  const make = balancers[name];
  if (!make) throw new Error(`there is no ${name}`);
  const p99s = [1, 2, 3].map((seed) => simulate({ ...slowFifth, runs: 40_000, seed }, make).p99);
  return p99s.reduce((sum, p99) => sum + p99, 0) / p99s.length;
}

test.each([
  ['two_drawn', 544],
  ['least_connections', 441],
  ['two_drawn_ewma', 318],
])('simulate comes to the p99 that was worked out for %s, %d ms', (name, p99Ms) => {
  const ratio = p99Of(name) / p99Ms;
  expect(ratio).toBeGreaterThan(0.88);
  expect(ratio).toBeLessThan(1.12);
});

test('simulate has round robin fall behind for ever, and prequal do better than all others', () => {
  expect(p99Of('round_robin')).toBeGreaterThan(10_000);
  const prequal = p99Of('prequal');
  expect(prequal).toBeLessThan(427);
  for (const other of ['least_connections', 'peak_ewma', 'rendezvous'])
    expect(p99Of(other)).toBeGreaterThan(prequal);
});

test('simulate comes to the same figures from the same seed', () => {
  const make = balancers['prequal'];
  if (!make) throw new Error('there is no prequal');
  const [one, same, other] = [1, 1, 2].map((seed) =>
    simulate({ ...slowFifth, runs: 5_000, seed }, make),
  );
  expect(same).toEqual(one);
  expect(other).not.toEqual(one);
});

test('SimulatedClock has events happen in their order, and those of one moment as they were set', () => {
  const clock = new SimulatedClock();
  const happened: string[] = [];
  clock.setTimer(5, () => happened.push('b'));
  clock.setTimer(5, () => happened.push('c'));
  const cancelled = clock.setTimer(1, () => happened.push('never'));
  clock.setTimer(1, () => {
    happened.push('a');
    clock.setTimer(10, () => happened.push('d'));
  });
  cancelled.cancel();
  clock.run(() => false);
  expect(happened).toEqual(['a', 'b', 'c', 'd']);
  expect(clock.nowMs()).toBe(11);
});
