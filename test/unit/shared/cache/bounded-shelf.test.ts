import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BoundedShelf } from '../../../../shared/cache/bounded-shelf.ts';

test('BoundedShelf lets go of what was used longest ago', () => {
  const shelf = new BoundedShelf<number>({ countMax: 2, weightMax: 100 });
  shelf.put('a', 1, 1);
  shelf.put('b', 2, 1);
  expect(shelf.get('a')).toBe(1);
  shelf.put('c', 3, 1);
  expect(['a', 'b', 'c'].filter((key) => shelf.has(key))).toEqual(['a', 'c']);
});

test('BoundedShelf does not count a look as use', () => {
  const shelf = new BoundedShelf<number>({ countMax: 1, weightMax: 100 });
  shelf.put('a', 1, 1);
  shelf.has('a');
  shelf.put('b', 2, 1);
  expect(shelf.has('a')).toBe(false);
});

test('BoundedShelf holds no more than it may, and weighs what it holds', () => {
  const steps = fc.array(
    fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
      weight: fc.integer({ min: 0, max: 60 }),
      isDeleted: fc.boolean(),
    }),
  );
  fc.assert(
    fc.property(steps, (given) => {
      const shelf = new BoundedShelf<number>({ countMax: 3, weightMax: 100 });
      for (const { key, weight, isDeleted } of given) {
        if (isDeleted) shelf.delete(key);
        else shelf.put(key, weight, weight);
        const held = ['a', 'b', 'c', 'd', 'e'].filter((one) => shelf.has(one));
        expect(shelf.count).toBe(held.length);
        expect(shelf.count).toBeLessThanOrEqual(3);
        expect(shelf.weight).toBeLessThanOrEqual(100);
      }
    }),
  );
});
