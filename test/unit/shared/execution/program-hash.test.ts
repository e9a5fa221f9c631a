import { expect, test } from 'vitest';
import { programHash } from '../../../../shared/execution/program-hash.ts';

const program = {
  source: '1 + 1',
  kind: 'AUTO',
  language: 'JAVASCRIPT',
  fileName: 'main.js',
} as const;

const module = { path: 'a.js', kind: 'JAVASCRIPT', text: '' } as const;

test('programHash covers modules, and not their order', () => {
  const b = { ...module, path: 'b.js' };
  const hash = programHash({ ...program, modules: [module, b] });
  expect(programHash({ ...program, modules: [b, module] })).toBe(hash);
  for (const other of [{ path: 'c.js' }, { kind: 'TEXT' as const }, { text: '1' }])
    expect(programHash({ ...program, modules: [module, { ...b, ...other }] })).not.toBe(hash);
});

test('programHash is a SHA-256 in hex, the same for the same program', () => {
  expect(programHash(program)).toMatch(/^[0-9a-f]{64}$/);
  expect(programHash({ ...program })).toBe(programHash(program));
});

test.each([
  { source: '1 + 2' },
  { kind: 'MODULE' as const },
  { language: 'TYPESCRIPT' as const },
  { fileName: 'other.js' },
  { modules: [] },
  { modules: [module] },
])('programHash differs with %j, which decides how a text is read', (given) => {
  expect(programHash({ ...program, ...given })).not.toBe(programHash(program));
});
