import { expect, test } from 'vitest';
import type { FieldViolation } from '../../../../shared/errors/isopod-error.ts';
import {
  type Determinism,
  defaultDeterminism,
  seedMax,
  startEpochMsMax,
} from '../../../../shared/execution/determinism.ts';
import type { IsolationLevel } from '../../../../shared/execution/execution.ts';
import type { Determinism as WireDeterminism } from '../../../../shared/generated/isopod/v1/Determinism.ts';
import { determinismToWire, readDeterminism } from '../../../../shared/wire/determinism-codec.ts';
import { executeRequestThroughWire } from '../../../support/through-wire.ts';

interface Read {
  readonly determinism: Determinism | undefined;
  readonly violations: readonly FieldViolation[];
}

function read(determinism: WireDeterminism, isolation: IsolationLevel = 'FRESH'): Read {
  const { execution } = executeRequestThroughWire({ execution: { determinism } });
  const violations: FieldViolation[] = [];
  const wire = execution?.determinism ?? null;
  return { determinism: readDeterminism(wire, isolation, violations), violations };
}

test('what is not given of a deterministic execution takes its default', () => {
  expect(read({})).toEqual({ determinism: defaultDeterminism, violations: [] });
  expect(new Date(defaultDeterminism.startEpochMs).toISOString()).toBe('2020-01-01T00:00:00.000Z');
});

test('the last seed and the last start are read as they were written', () => {
  const last = { seed: seedMax, startEpochMs: startEpochMsMax };
  expect(read(determinismToWire(last))).toEqual({ determinism: last, violations: [] });
});

test('a deterministic execution is not POOLED', () => {
  expect(read({}, 'POOLED').violations.map(({ field }) => field)).toEqual(['isolation_level']);
  for (const isolation of ['FRESH', 'PROCESS'] as const) {
    expect(read({}, isolation).violations).toEqual([]);
  }
});

test.each([
  [{ seconds: -1, nanos: 0 }],
  [{ seconds: 253_402_300_800, nanos: 0 }],
  [{ seconds: 1, nanos: 1 }],
  [{ seconds: 1, nanos: -1_000_000 }],
  [{ seconds: 1, nanos: 1_000_000_000 }],
])('a start that is no millisecond of the years 1970 to 9999 is refused: %o', (startTime) => {
  expect(read({ startTime }).violations.map(({ field }) => field)).toEqual([
    'determinism.start_time',
  ]);
});

test.each([-1, 0.5, seedMax + 1, Number.NaN])('the seed %d is not sent', (seed) => {
  expect(() => determinismToWire({ seed })).toThrow(RangeError);
});
