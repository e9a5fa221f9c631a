/** Everything once, in an order drawn anew; then everything once more; and so on. */
import type { Random } from '../../shared/random/random.ts';

export function* endlessOrder<T>(items: readonly T[], random: Random): Generator<T, never> {
  if (items.length === 0) throw new RangeError('There is nothing to put in order');
  for (;;) {
    const round = [...items];
    // Fisher and Yates: from what is left one is drawn, and the last takes its place.
    while (round.length > 0) {
      const index = Math.floor(random.next() * round.length);
      const drawn = round[index] as T;
      const last = round.pop() as T;
      if (index < round.length) round[index] = last;
      yield drawn;
    }
  }
}
