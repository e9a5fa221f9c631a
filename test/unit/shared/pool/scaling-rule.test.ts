import { expect, test } from 'vitest';
import { compilePoolConfig } from '../../../../shared/pool/pool-config.ts';
import { type PoolCounts, planPopulation } from '../../../../shared/pool/population-plan.ts';
import { liveWanted, PeakWindow, sparesWanted } from '../../../../shared/pool/scaling-rule.ts';

const config = compilePoolConfig({
  liveMin: 2,
  liveMax: 10,
  sparesMin: 1,
  sparesPerBusyRatio: 0.2,
});
const calm: PoolCounts = {
  busy: 0,
  waiting: 0,
  idle: 2,
  idleForAnybody: 2,
  creating: 0,
  ending: 0,
  live: 2,
  isCreationPaused: false,
};
const plan = (counts: Partial<PoolCounts>) =>
  planPopulation({ ...calm, ...counts }, config.limits, config);

test('sparesWanted is a fifth of the busy ones, and at least one', () => {
  expect([0, 1, 5, 6, 10, 11].map((busy) => sparesWanted(busy, config))).toEqual([
    1, 1, 1, 2, 2, 3,
  ]);
});

test('liveWanted stays within the limits', () => {
  const wanted = (busy: number, waiting: number): number =>
    liveWanted({ busy, waiting }, config.limits, config);
  expect([wanted(0, 0), wanted(3, 2), wanted(9, 9)]).toEqual([2, 6, 10]);
});

test('PeakWindow remembers a peak for as long as the window after it ended', () => {
  const window = new PeakWindow(30);
  const peaks = [
    [0, 9],
    [10, 3],
    [20, 3],
    [39, 5],
    [40, 5],
    [60, 1],
    [89, 1],
    [91, 1],
  ].map(([atMs = 0, value = 0]) => {
    window.record(atMs, value);
    return window.peak;
  });
  expect(peaks).toEqual([9, 9, 9, 9, 5, 5, 5, 1]);
});

test('planPopulation wants nothing of a pool that is as it should be', () => {
  expect(plan({})).toEqual({ toCreate: 0, toShed: 0, toEvict: 0 });
});

test('planPopulation makes one for each waiter and the spares beside, within the limits', () => {
  const busy = { busy: 4, idle: 0, idleForAnybody: 0, live: 4 };
  expect(plan({ ...busy, waiting: 2 }).toCreate).toBe(4);
  expect(plan({ ...busy, waiting: 2, creating: 3, live: 7 }).toCreate).toBe(1);
  expect(plan({ ...busy, waiting: 20 }).toCreate).toBe(6);
});

test('planPopulation evicts where nothing can be made, but not for one on its way', () => {
  const full = { busy: 6, idle: 4, idleForAnybody: 0, live: 10, waiting: 2 };
  expect(plan(full)).toEqual({ toCreate: 0, toShed: 0, toEvict: 2 });
  expect(plan({ ...full, idle: 3, ending: 1 }).toEvict).toBe(1);
  expect(plan({ ...full, isCreationPaused: true }).toEvict).toBe(0);
});

test('planPopulation sheds what is above the limits', () => {
  expect(plan({ busy: 9, idle: 4, live: 13 })).toMatchObject({ toCreate: 0, toShed: 3 });
});
