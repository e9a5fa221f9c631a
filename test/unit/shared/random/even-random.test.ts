import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evenRandom } from '../../../../shared/random/even-random.ts';
import { seededRandom } from '../../../../shared/random/random.ts';

test('an even random gives any share of its draws within a hundredth after few of them', () => {
  fc.assert(
    fc.property(fc.integer(), fc.double({ min: 0, max: 1, noNaN: true }), (seed, share) => {
      const random = evenRandom(seededRandom(seed));
      let below = 0;
      for (let draw = 0; draw < 500; draw++) if (random.next() < share) below++;
      expect(Math.abs(below / 500 - share)).toBeLessThan(0.01);
    }),
  );
});

test('an even random stays even for one who gets every third of its draws only', () => {
  const random = evenRandom(seededRandom(3));
  let below = 0;
  for (let draw = 0; draw < 3_000; draw++) {
    const at = random.next();
    if (draw % 3 === 0 && at < 0.9) below++;
  }
  expect(Math.abs(below / 1_000 - 0.9)).toBeLessThan(0.01);
});
