import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  durationFromUs,
  durationToUs,
  isDuration,
  timestampFromMs,
} from '../../../../shared/wire/duration.ts';

test('a Duration gives back its microseconds', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 50 }), (us) => {
      expect(durationToUs(durationFromUs(us))).toBe(us);
    }),
  );
});

test('a Duration is one whatever fraction it was made from', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e12, noNaN: true }), (us) => {
      const duration = durationFromUs(us);
      expect(isDuration(duration)).toBe(true);
      expect(Math.abs(durationToUs(duration) - us)).toBeLessThanOrEqual(0.5);
    }),
  );
});

test('a Duration whose fraction rounds up to a second has one second more', () => {
  expect(durationFromUs(1_999_999.7)).toEqual({ seconds: 2, nanos: 0 });
});

test('a Duration that is not set is 0', () => {
  expect(durationToUs(null)).toBe(0);
  expect(durationToUs(undefined)).toBe(0);
});

test.each([
  [{ seconds: 1, nanos: 1_000_000_000 }, false],
  [{ seconds: 1, nanos: -1 }, false],
  [{ seconds: -1, nanos: 1 }, false],
  [{ seconds: -1, nanos: -1 }, true],
  [{ seconds: 0, nanos: -1 }, true],
  [{ seconds: 0, nanos: 999_999_999 }, true],
])('isDuration says of %j: %s', (duration, is) => {
  expect(isDuration(duration)).toBe(is);
});

test('timestampFromMs keeps the microseconds of a fraction', () => {
  expect(timestampFromMs(1_700_000_000_000.25)).toEqual({
    seconds: 1_700_000_000,
    nanos: 250_000,
  });
});
