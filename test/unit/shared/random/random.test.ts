import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '../../../../shared/random/random.ts';

/**
 * The algorithms once more, in exact integers and straight from their papers, to hold the fast
 * ones against: xoshiro128** by Blackman and Vigna, and a 32-bit splitmix.
 */
function* reference(seed: number): Generator<bigint> {
  const mask = 0xffffffffn;
  let mix = BigInt(seed) & mask;
  const splitmix = (): bigint => {
    mix = (mix + 0x9e3779b9n) & mask;
    let z = mix;
    z = ((z ^ (z >> 16n)) * 0x21f0aaadn) & mask;
    z = ((z ^ (z >> 15n)) * 0x735a2d97n) & mask;
    return z ^ (z >> 15n);
  };
  const rotateLeft = (x: bigint, k: bigint): bigint => ((x << k) | (x >> (32n - k))) & mask;
  let [s0, s1, s2, s3] = [splitmix(), splitmix(), splitmix(), splitmix()];
  for (;;) {
    yield (rotateLeft((s1 * 5n) & mask, 7n) * 9n) & mask;
    const t = (s1 << 9n) & mask;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = rotateLeft(s3, 11n);
  }
}

test('seededRandom is xoshiro128** from a state by splitmix32', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (seed) => {
      const random = seededRandom(seed);
      const exact = reference(seed);
      for (let step = 0; step < 50; step++)
        expect(BigInt(random.next() * 2 ** 32)).toBe(exact.next().value);
    }),
  );
});

test('seededRandom repeats itself from its seed, and differs between seeds', () => {
  const draw = (seed: number): number[] => {
    const random = seededRandom(seed);
    return Array.from({ length: 8 }, () => random.next());
  };
  expect(draw(42)).toEqual(draw(42));
  expect(draw(42)).not.toEqual(draw(43));
  expect(new Set(draw(0)).size).toBe(8);
});

test('seededRandom is uniform in [0, 1)', () => {
  const random = seededRandom(7);
  const draws = 100_000;
  const bins = Array.from({ length: 100 }, () => 0);
  let sum = 0;
  for (let index = 0; index < draws; index++) {
    const value = random.next();
    expect(value >= 0 && value < 1).toBe(true);
    sum += value;
    const bin = Math.floor(value * bins.length);
    bins[bin] = (bins[bin] ?? 0) + 1;
  }
  // Five standard deviations of a uniform mean; χ² of 99 degrees is above 160 once in 10,000.
  expect(Math.abs(sum / draws - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / draws));
  const expected = draws / bins.length;
  const chiSquared = bins.reduce((total, count) => total + (count - expected) ** 2 / expected, 0);
  expect(chiSquared).toBeLessThan(160);
});
