import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TokenBucket } from '../../../../coordinator/tenancy/token-bucket.ts';

test('TokenBucket is full at first, and fills at its rate up to its capacity', () => {
  const bucket = new TokenBucket(0.01, 10, 0);
  expect(bucket.level(0)).toBe(10);
  bucket.take(10, 0);
  expect(bucket.level(500)).toBeCloseTo(5);
  expect(bucket.level(5_000)).toBe(10);
});

test('TokenBucket says how long until an amount is there', () => {
  const bucket = new TokenBucket(0.01, 10, 0);
  bucket.take(10, 0);
  expect(bucket.waitMs(1, 0)).toBe(100);
  expect(bucket.waitMs(1, 60)).toBe(40);
  expect(bucket.waitMs(1, 100)).toBe(0);
});

test('TokenBucket remembers what was taken beyond what there was', () => {
  const bucket = new TokenBucket(1, 100, 0);
  bucket.take(300, 0);
  expect(bucket.level(100)).toBe(-100);
  expect(bucket.waitMs(0, 100)).toBe(100);
});

test('TokenBucket of another rate has what there was, and owes what was owed', () => {
  const full = new TokenBucket(1, 100, 0);
  expect(full.changed(1, 10, 0).level(0)).toBe(10);
  expect(full.changed(1, 1_000, 0).level(0)).toBe(100);
  full.take(150, 0);
  expect(full.changed(2, 10, 0).level(0)).toBe(-50);
  expect(full.changed(2, 10, 0).level(30)).toBe(10);
});

test('TokenBucket never gives more than its capacity and its rate allow, in whatever steps', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 50 }), { maxLength: 200 }), (stepsMs) => {
      const bucket = new TokenBucket(0.1, 5, 0);
      let nowMs = 0;
      let taken = 0;
      for (const stepMs of stepsMs) {
        nowMs += stepMs;
        while (bucket.waitMs(1, nowMs) === 0) {
          bucket.take(1, nowMs);
          taken++;
        }
      }
      expect(taken).toBeLessThanOrEqual(5 + nowMs * 0.1 + 1e-3);
    }),
  );
});
