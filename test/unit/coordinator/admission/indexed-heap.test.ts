import fc from 'fast-check';
import { expect, test } from 'vitest';
import { IndexedHeap } from '../../../../coordinator/admission/indexed-heap.ts';

interface Item {
  rank: number;
  index: number;
}

const byRank = {
  isBefore: (a: Item, b: Item) => a.rank < b.rank,
  indexOf: ({ index }: Item) => index,
  setIndex: (item: Item, index: number) => {
    item.index = index;
  },
};

test('IndexedHeap has the least first, whatever is taken out or moved', () => {
  const rank = fc.nat({ max: 20 });
  const step = fc.record({
    name: fc.constantFrom('push', 'remove', 'move'),
    rank,
    index: fc.nat(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 100 }), (script) => {
      const heap = new IndexedHeap<Item>(byRank);
      const inside: Item[] = [];
      for (const given of script) {
        const index = given.index % Math.max(1, inside.length);
        const item = inside[index];
        if (given.name === 'push' || !item) {
          const added = { rank: given.rank, index: -1 };
          inside.push(added);
          heap.push(added);
        } else if (given.name === 'remove') {
          inside.splice(index, 1);
          expect(heap.remove(item)).toBe(true);
          expect(heap.remove(item)).toBe(false);
        } else {
          item.rank = given.rank;
          heap.moved(item);
        }
        expect(heap.size).toBe(inside.length);
        expect(heap.first?.rank).toBe(
          inside.length === 0 ? undefined : Math.min(...inside.map((it) => it.rank)),
        );
      }
    }),
  );
});
