import { expect, test } from 'vitest';
import { seededRandom } from '../../../../shared/random/random.ts';
import { endlessOrder } from '../../../soak/endless-order.ts';

const items = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];

function draw(seed: number, count: number): string[] {
  const order = endlessOrder(items, seededRandom(seed));
  return Array.from({ length: count }, () => order.next().value);
}

test('endlessOrder gives everything once before it gives anything again', () => {
  const drawn = draw(7, 3 * items.length);
  for (let round = 0; round < 3; round++) {
    const from = round * items.length;
    expect(drawn.slice(from, from + items.length).toSorted()).toEqual(items);
  }
});

test('endlessOrder is the same for the same seed, and another for another', () => {
  expect(draw(1, 70)).toEqual(draw(1, 70));
  expect(draw(1, 70)).not.toEqual(draw(2, 70));
});

test('endlessOrder of nothing is refused', () => {
  expect(() => endlessOrder([], seededRandom(1)).next()).toThrow('There is nothing');
});
