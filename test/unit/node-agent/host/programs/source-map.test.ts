import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mapStack } from '../../../../../node-agent/host/programs/map-stack.ts';
import { readSourceMap } from '../../../../../node-agent/host/programs/source-map.ts';

/** Line 1: column 1 is a.ts:1:1, column 11 is b.ts:3:5. Line 2 has nothing. */
const map = { version: 3, sources: ['src/a.ts', '../b c.ts'], names: [], mappings: 'AAAA,UCEI' };

function inline(payload: unknown): string {
  const json = typeof payload === 'string' ? payload : JSON.stringify(payload);
  const base64 = Buffer.from(json).toString('base64');
  return `code()\n//# sourceMappingURL=data:application/json;base64,${base64}\n`;
}

const nothing = (): undefined => undefined;

test('readSourceMap tells where a place in a bundle comes from', () => {
  const placeOf = readSourceMap(inline(map), nothing);
  expect(placeOf?.(1, 3)).toEqual({ fileName: 'src/a.ts', line: 1, column: 1 });
  expect(placeOf?.(1, 20)).toEqual({ fileName: '../b_c.ts', line: 3, column: 5 });
  expect(placeOf?.(2, 1)).toBeUndefined();
});

test('readSourceMap takes a map from a file beside the program', () => {
  const placeOf = readSourceMap('code()\n//# sourceMappingURL=main.js.map', (specifier) =>
    specifier === 'main.js.map' ? JSON.stringify(map) : undefined,
  );
  expect(placeOf?.(1, 1)?.fileName).toBe('src/a.ts');
});

test.each([
  ['no JSON', '{'],
  ['no object', 'null'],
  ['another version', { ...map, version: 2 }],
  ['sections', { version: 3, sections: [{ offset: { line: 0, column: 0 }, map }] }],
  ['sources that are no strings', { ...map, sources: [{ toString: 1 }, null] }],
  ['a million mappings', { ...map, mappings: 'A,'.repeat(1_000_000) }],
  ['too many sources', { ...map, sources: Array.from({ length: 20_000 }, () => 'a') }],
])('readSourceMap does without a map with %s', (_, payload) => {
  expect(readSourceMap(inline(payload), nothing)).toBeUndefined();
});

test('readSourceMap does without a map that is not there', () => {
  expect(readSourceMap('code()', nothing)).toBeUndefined();
  expect(readSourceMap('//# sourceMappingURL=https://example.org/x.map', nothing)).toBeUndefined();
});

test('readSourceMap answers or does without, whatever the mappings are', () => {
  const mappings = fc.string({ unit: fc.constantFrom(...'ABCDgw/+9,;é'.split('')), maxLength: 60 });
  fc.assert(
    fc.property(mappings, fc.integer({ min: 1, max: 9 }), (text, at) => {
      const place = readSourceMap(inline({ ...map, mappings: text }), nothing)?.(at, at);
      if (place) expect(Object.keys(place)).toEqual(['fileName', 'line', 'column']);
    }),
  );
});

test("mapStack puts the author's places into frames of files that have a map", () => {
  const stack = [
    '    at f (main.js:1:12)',
    '    at async main.js:1:2',
    '    at other.js:1:2',
    '    at main.js:7:1',
    '    at Array.map (<anonymous>)',
    'no frame at all',
  ].join('\n');
  const placeOf = readSourceMap(inline(map), nothing);
  const mapped = mapStack(stack, (fileName) => (fileName === 'main.js' ? placeOf : undefined));
  expect(mapped.split('\n')).toEqual([
    '    at f (../b_c.ts:3:5)',
    '    at async src/a.ts:1:1',
    '    at other.js:1:2',
    '    at main.js:7:1',
    '    at Array.map (<anonymous>)',
    'no frame at all',
  ]);
});

test('mapStack leaves what only looks like a place', () => {
  const placeOf = readSourceMap(inline(map), nothing);
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'a: ()1\n'.split('')), maxLength: 30 }),
      (stack) => {
        expect(mapStack(stack, () => undefined)).toBe(stack);
        expect(typeof mapStack(stack, () => placeOf)).toBe('string');
      },
    ),
  );
});
