/**
 * Whole numbers by chance, for picks: 32 bits of xorshift (Marsaglia, Xorshift RNGs, 2003). A
 * number with a fraction would be allocated each time it is handed over; a small whole one is not.
 */
import type { Random } from '../../shared/random/random.ts';

export class Draw {
  #state: number;

  constructor(seed: Random) {
    // All but 0, where it would stay for ever.
    this.#state = 1 + Math.floor(seed.next() * (2 ** 31 - 2));
  }

  /** One of 0 to `count` - 1; `count` is below 2³¹. */
  below(count: number): number {
    let state = this.#state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.#state = state;
    return Math.floor(((state >>> 0) / 2 ** 32) * count);
  }
}
