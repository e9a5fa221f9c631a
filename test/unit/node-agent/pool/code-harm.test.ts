import { expect, test } from 'vitest';
import { CodeHarm, harmOfRun, lostHostHarmUs } from '../../../../node-agent/pool/code-harm.ts';

const secondUs = 1_000_000;

/** How many such runs it takes until a code is kept apart; Infinity for more than a thousand. */
function runsUntilApart(harm: CodeHarm, harmUs: number): number {
  for (let runs = 1; runs <= 1_000; runs++) {
    harm.note(harmUs);
    if (harm.isApart) return runs;
  }
  return Number.POSITIVE_INFINITY;
}

test.each([
  ['takes a millisecond', 1_000, Number.POSITIVE_INFINITY],
  ['takes nearly a second', 0.99 * secondUs, Number.POSITIVE_INFINITY],
  ['takes two seconds', 2 * secondUs, 7],
  ['takes five seconds, the usual limit', 5 * secondUs, 3],
  ['takes five minutes', 300 * secondUs, 2],
  ['costs its host', lostHostHarmUs, 2],
])('CodeHarm of code that %s', (_what, harmUs, runs) => {
  expect(runsUntilApart(new CodeHarm(), harmUs)).toBe(runs);
});

test.each([
  [5, true],
  [12, true],
  [20, false],
])('CodeHarm after two lost hosts with %i good runs between', (goodRuns, isApart) => {
  const harm = new CodeHarm();
  harm.note(lostHostHarmUs);
  for (let run = 0; run < goodRuns; run++) harm.note(100);
  harm.note(lostHostHarmUs);
  expect(harm.isApart).toBe(isApart);
});

test.each([
  ['cost two hosts', lostHostHarmUs, 2],
  ['cost hosts for ever', lostHostHarmUs, 1_000],
  ['took five minutes, often', 300 * secondUs, 1_000],
])('CodeHarm forgives code that %s after some runs without harm', (_what, harmUs, times) => {
  const harm = new CodeHarm();
  for (let run = 0; run < times; run++) harm.note(harmUs);
  let runs = 0;
  for (; harm.isApart; runs++) harm.note(1_000);
  expect(runs).toBeGreaterThan(5);
  expect(runs).toBeLessThan(30);
  // And it begins anew.
  expect(runsUntilApart(harm, 2 * secondUs)).toBeGreaterThan(1);
});

test('CodeHarm does not change its mind from run to run', () => {
  const harm = new CodeHarm();
  let changes = 0;
  for (let run = 0; run < 1_000; run++) {
    const before = harm.isApart;
    harm.note(run % 2 === 0 ? 1.3 * secondUs : 0.7 * secondUs);
    if (harm.isApart !== before) changes++;
  }
  expect(changes).toBeLessThanOrEqual(1);
});

test('CodeHarm counts for a POOLED run nothing of what it took', () => {
  expect(harmOfRun(false, 7)).toBe(7);
  expect(harmOfRun(true, 7)).toBe(0);
});
