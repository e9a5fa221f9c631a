import { expect, test } from 'vitest';
import {
  defaultLimits,
  type Limits,
  limitCeilings,
  limitFloors,
} from '../../../../shared/execution/limits.ts';

const names = Object.keys(defaultLimits) as (keyof Limits)[];

test.each(names)('the default of %s lies between its floor and its ceiling', (name) => {
  expect(limitFloors[name]).toBeGreaterThanOrEqual(0);
  expect(defaultLimits[name]).toBeGreaterThanOrEqual(limitFloors[name]);
  expect(defaultLimits[name]).toBeLessThanOrEqual(limitCeilings[name]);
});

test.each(names)('the ceiling of %s fits into the 32 bits it has on the way to a node', (name) => {
  expect(limitCeilings[name]).toBeLessThan(2 ** 32);
  expect(Number.isInteger(limitCeilings[name])).toBe(true);
});

test('a console line is no longer than all lines together', () => {
  for (const limits of [defaultLimits, limitCeilings])
    expect(limits.logLineBytesMax).toBeLessThanOrEqual(limits.logBytesMax);
});
