import { expect, test } from 'vitest';
import { programHash } from '../../../../shared/execution/program-hash.ts';

const program = {
  source: '1 + 1',
  kind: 'AUTO',
  language: 'JAVASCRIPT',
  fileName: 'main.js',
} as const;

test('programHash is a SHA-256 in hex, the same for the same program', () => {
  expect(programHash(program)).toMatch(/^[0-9a-f]{64}$/);
  expect(programHash({ ...program })).toBe(programHash(program));
});

test.each([
  { source: '1 + 2' },
  { kind: 'MODULE' as const },
  { language: 'TYPESCRIPT' as const },
  { fileName: 'other.js' },
])('programHash differs with %j, which decides how a text is read', (given) => {
  expect(programHash({ ...program, ...given })).not.toBe(programHash(program));
});
