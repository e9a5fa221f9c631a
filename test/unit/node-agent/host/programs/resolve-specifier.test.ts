import { expect, test } from 'vitest';
import { resolveSpecifier } from '../../../../../node-agent/host/programs/resolve-specifier.ts';

test.each([
  ['./b.js', 'a.js', 'b.js'],
  ['./b.js', 'lib/a.js', 'lib/b.js'],
  ['../b.js', 'lib/a.js', 'b.js'],
  ['./x/../y/./b.js', 'lib/a.js', 'lib/y/b.js'],
  ['zod', 'lib/a.js', 'zod'],
  ['@scope/tax@1.2.3', 'a.js', '@scope/tax@1.2.3'],
  ['lib/b.js', 'lib/a.js', 'lib/b.js'],
])('%s imported from %s is %s', (specifier, importer, path) => {
  expect(resolveSpecifier(specifier, importer)).toEqual({ path });
});

test.each(['../b.js', './../b.js', '/b.js', 'node:fs', 'https://example.org/b.js', 'data:,1'])(
  '%s imported from a.js can be nothing',
  (specifier) => {
    expect(resolveSpecifier(specifier, 'a.js')).toHaveProperty('fault');
  },
);
