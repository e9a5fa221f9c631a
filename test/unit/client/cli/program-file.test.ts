import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readInput, readProgram } from '../../../../client/cli/program-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'isopod-program-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test.each([
  ['a.js', 'JAVASCRIPT', 'AUTO'],
  ['a.mjs', 'JAVASCRIPT', 'MODULE'],
  ['a.cjs', 'JAVASCRIPT', 'SCRIPT'],
  ['a.ts', 'TYPESCRIPT', 'AUTO'],
  ['a.mts', 'TYPESCRIPT', 'MODULE'],
  ['a.CTS', 'TYPESCRIPT', 'SCRIPT'],
  ['a.tsx', 'TYPESCRIPT', 'AUTO'],
  ['program', 'JAVASCRIPT', 'AUTO'],
])('readProgram takes %s for %s read as %s', (name, language, kind) => {
  expect(readProgram(file(name, '1 + 1'))).toEqual({
    source: '1 + 1',
    fileName: name,
    language,
    kind,
  });
});

test('readProgram says which file cannot be read', () => {
  expect(() => readProgram(join(folder, 'gone.ts'))).toThrow(
    /Could not read the program: .*gone\.ts/,
  );
});

test('readInput takes JSON text or a file of it', () => {
  expect(readInput({})).toEqual({});
  expect(readInput({ input: '{"a":1}' })).toEqual({ inputJson: '{"a":1}' });
  expect(readInput({ inputFile: file('in.json', '[1]\n') })).toEqual({ inputJson: '[1]\n' });
});

test('readInput takes a file as the bytes that it holds, and bytes from a file only', () => {
  const inputFile = file('in.bin', '\u0000\u00e4');
  const inputBytes = Buffer.from([0, 0xc3, 0xa4]);
  expect(readInput({ inputFile, inputType: 'BYTES' })).toEqual({ inputBytes });
  expect(() => readInput({ input: '1', inputType: 'BYTES' })).toThrow('bytes come from');
});

test('readInput refuses what is not JSON, and two inputs', () => {
  expect(() => readInput({ input: '{a:1}' })).toThrow('Could not read the input: it is not JSON');
  expect(() => readInput({ input: '1', inputFile: 'f' })).toThrow('are both given');
});
