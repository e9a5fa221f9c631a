import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FieldViolation } from '../../../../shared/errors/isopod-error.ts';
import {
  defaultLimits,
  type Limits,
  limitCeilings,
  limitFloors,
} from '../../../../shared/execution/limits.ts';
import type { Limits as WireLimits } from '../../../../shared/generated/isopod/v1/Limits.ts';
import {
  limitsToWire,
  readLimits,
  readTimeLimitMs,
  runLimitsFromWire,
  runLimitsToWire,
} from '../../../../shared/wire/limits-codec.ts';
import { arbitraryLimits } from '../../../support/arbitrary-executions.ts';
import { executeRequestThroughWire } from '../../../support/through-wire.ts';

function read(wire: WireLimits): { limits: Limits; violations: FieldViolation[] } {
  const request = executeRequestThroughWire({ execution: { limits: wire } });
  const violations: FieldViolation[] = [];
  return { limits: readLimits(request.execution?.limits ?? null, violations), violations };
}

const limitNames = Object.keys(defaultLimits) as (keyof Limits)[];

test('limits give back what a client asked for, and the defaults for the rest', () => {
  fc.assert(
    fc.property(arbitraryLimits, fc.subarray(limitNames), (limits, names) => {
      const asked = Object.fromEntries(names.map((name) => [name, limits[name]]));
      expect(read(limitsToWire(asked))).toEqual({
        limits: { ...defaultLimits, ...asked },
        violations: [],
      });
    }),
  );
});

test('no limits are the defaults', () => {
  expect(readLimits(null, [])).toEqual(defaultLimits);
});

test('limits go up to ceilings that are lower than the usual, and defaults go down to them', () => {
  const ceilings = { ...limitCeilings, cpuUsMax: 1_000_000, timersMax: 20_000 };
  const lowered = { ...defaultLimits, cpuUsMax: 1_000_000 };
  expect(readLimits(null, [], defaultLimits, ceilings)).toEqual(lowered);
  const violations: FieldViolation[] = [];
  const { execution } = executeRequestThroughWire({
    execution: { limits: limitsToWire({ cpuUsMax: 1_000_001, timersMax: 5 }) },
  });
  const limits = readLimits(execution?.limits ?? null, violations, defaultLimits, ceilings);
  expect(limits.timersMax).toBe(5);
  expect(violations).toEqual([
    { field: 'limits.cpu_time', description: 'must be from 0.001 s to 1 s: 1.000001 s' },
  ]);
});

test.each(limitNames)('%s has a floor and a ceiling, both of which may be had', (name) => {
  for (const bound of [limitFloors[name], limitCeilings[name]])
    expect(read(limitsToWire({ [name]: bound })).violations).toEqual([]);
  for (const beyond of [limitFloors[name] - 1, limitCeilings[name] + 1, -1])
    expect(read(negativeToWire(name, beyond)).violations).toHaveLength(1);
});

test('a limit out of range is named with its path, its range and what was asked for', () => {
  expect(read({ memoryBytes: 1, wallTime: { seconds: 901 } }).violations).toEqual([
    { field: 'limits.wall_time', description: 'must be from 0.001 s to 900 s: 901 s' },
    { field: 'limits.memory_bytes', description: 'must be from 8388608 to 1073741824: 1' },
  ]);
});

test.each([
  ['nanos of a second and more', { seconds: 1, nanos: 1_000_000_000 }],
  ['two signs', { seconds: 1, nanos: -5 }],
])('a time of %s is no duration', (_what, wallTime) => {
  expect(read({ wallTime }).violations).toEqual([
    { field: 'limits.wall_time', description: 'must be from 0.001 s to 900 s: no duration' },
  ]);
});

test.each([
  ['the largest integer there is', { memoryBytes: '9223372036854775807' }],
  ['the smallest', { memoryBytes: '-9223372036854775808' }],
  ['the longest time there is', { cpuTime: { seconds: '315576000000', nanos: 999_999_999 } }],
])('%s is out of range', (_what, wire) => {
  expect(read(wire).violations).toHaveLength(1);
});

test('the limits of a run reach its node as they are', () => {
  fc.assert(
    fc.property(arbitraryLimits, (limits) => {
      expect(runLimitsFromWire(runLimitsToWire(limits) as never)).toEqual(limits);
    }),
  );
});

test('the time limit of an execution is in milliseconds, and Infinity when it is not set', () => {
  expect(readTimeLimitMs({ seconds: 1, nanos: 500_000 })).toBe(1000.5);
  expect(readTimeLimitMs(null)).toBe(Number.POSITIVE_INFINITY);
});

test.each([
  ['0', { seconds: 0, nanos: 0 }],
  ['less', { seconds: -1, nanos: 0 }],
  ['no duration', { seconds: 0, nanos: 2_000_000_000 }],
])('a time limit of %s is refused', (_what, wire) => {
  expect(() => readTimeLimitMs(wire)).toThrow(
    expect.objectContaining({
      reason: 'INVALID_EXECUTION',
      fieldViolations: [{ field: 'time_limit', description: 'must be a time above 0' }],
    }),
  );
});

/** As limitsToWire, for times below 0 too. */
function negativeToWire(name: keyof Limits, value: number): WireLimits {
  const time = { seconds: Math.trunc(value / 1e6), nanos: (value % 1e6) * 1000 };
  if (name === 'wallUsMax') return { wallTime: time };
  if (name === 'cpuUsMax') return { cpuTime: time };
  return limitsToWire({ [name]: value });
}
