import { expect, test } from 'vitest';
import { PaceByLoad } from '../../../../coordinator/balancing/pace-by-load.ts';
import { ProgramPaces } from '../../../../coordinator/balancing/program-paces.ts';

test('PaceByLoad comes to what runs take, in proportion to what they find', () => {
  const pace = new PaceByLoad();
  for (let run = 0; run < 200; run++) pace.add(3, 2);
  expect(pace.at(2)).toBeCloseTo(3, 1);
  expect(pace.at(5)).toBeCloseTo(6, 1);
  expect(pace.at(0)).toBeCloseTo(1, 1);
});

test('PaceByLoad takes a run that took a thousand times as long for one run', () => {
  const pace = new PaceByLoad();
  for (let run = 0; run < 100; run++) pace.add(run % 100 === 50 ? 1_000 : 1, 0);
  expect(pace.at(0)).toBeLessThan(1.1);
});

test('PaceByLoad forgives a node that nothing was heard of, and no other', () => {
  const [quiet, busy] = [new PaceByLoad(), new PaceByLoad()];
  for (const pace of [quiet, busy]) for (let run = 0; run < 200; run++) pace.add(5, 0);
  for (let second = 0; second < 30; second++) {
    busy.add(5, 0);
    for (const pace of [quiet, busy]) pace.forgive(1_000);
  }
  expect(quiet.at(0)).toBeLessThan(1.2);
  expect(busy.at(0)).toBeGreaterThan(4.9);
});

test('ProgramPaces says what a run took beside others of its program only', () => {
  const paces = new ProgramPaces();
  for (let run = 0; run < 50; run++) {
    paces.ratioOf('short', 1);
    paces.ratioOf('long', 10_000);
  }
  expect(paces.ratioOf('short', 5)).toBeCloseTo(5, 1);
  expect(paces.ratioOf('long', 10_000)).toBeCloseTo(1, 1);
  expect(paces.ratioOf('new', 300)).toBe(1);
});

test('ProgramPaces is not misled for long by the first run, which found nothing warm', () => {
  const paces = new ProgramPaces();
  paces.ratioOf('p', 300);
  for (let run = 0; run < 20; run++) paces.ratioOf('p', 2);
  expect(paces.ratioOf('p', 2)).toBeGreaterThan(0.7);
});
