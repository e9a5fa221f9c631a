/**
 * Numbers in [0, 1) that leave no gaps: each step goes on by the golden ratio, whose multiples
 * spread as evenly as any can (Weyl 1916; the discrepancy of n of them is of the order of log n/n,
 * where that of chance is 1/√n). For shares that shall be right after few draws, whoever draws in
 * between. Not for secrets, and not where draws must be independent of one another.
 */
import type { Random } from './random.ts';

const goldenStep = (Math.sqrt(5) - 1) / 2;

/** Begins where chance says. */
export function evenRandom(chance: Random): Random {
  let at = chance.next();
  return {
    next() {
      at = (at + goldenStep) % 1;
      return at;
    },
  };
}
