import fc from 'fast-check';
import { expect, test } from 'vitest';
import { routesWith } from '../../../../client/cli/deploy-command.ts';

test('a new version gets its share of an alias, and the others keep theirs of the rest', () => {
  const before = [
    { version: 'a', weight: 3 },
    { version: 'b', weight: 1 },
  ];
  expect(routesWith(before, 'c', 20)).toEqual([
    { version: 'c', weight: 2_000 },
    { version: 'a', weight: 6_000 },
    { version: 'b', weight: 2_000 },
  ]);
});

test('a new version has all calls of a new alias, and where it is to have all of them', () => {
  expect(routesWith([], 'c', 20)).toEqual([{ version: 'c', weight: 100 }]);
  expect(routesWith([{ version: 'a', weight: 1 }], 'c', 100)).toEqual([
    { version: 'c', weight: 100 },
  ]);
});

test('every weight that a share comes to can be set', () => {
  const routes = fc.uniqueArray(
    fc.record({
      version: fc.constantFrom('a', 'b', 'c', 'd'),
      weight: fc.integer({ min: 1, max: 10_000 }),
    }),
    { selector: ({ version }) => version },
  );
  fc.assert(
    fc.property(routes, fc.integer({ min: 1, max: 100 }), (before, percent) => {
      for (const { weight } of routesWith(before, 'c', percent)) {
        expect(weight).toBeGreaterThanOrEqual(1);
        expect(weight).toBeLessThanOrEqual(10_000);
      }
    }),
  );
});
