import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { loadProgram } from '../../../../client/cli/load-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'isopod-load-program-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'other.ts'), 'export const one = 1');

const warned: string[] = [];
function load(name: string, text: string, bundle = true) {
  const path = join(folder, name);
  writeFileSync(path, text);
  const warn = (warning: string): void => void warned.push(warning);
  return loadProgram(path, { bundle, minify: false, warn });
}

test.each([
  ['plain.ts', 'export default (a: number) => a'],
  ['script.js', 'const from = "import x from y"; from.length'],
  ['spoken.js', '// it imports nothing from "anywhere"\ninput.n + 1'],
  ['text.txt', 'import x from "./other.ts"'],
])('loadProgram leaves %s as it is', async (name, text) => {
  const { source, fileName } = await load(name, text);
  expect([source, fileName]).toEqual([text, name]);
});

test.each([
  ['main.ts', 'import { one } from "./other.ts";\nexport default one'],
  ['common.cjs', 'module.exports = require("./other.ts").one'],
  ['late.mjs', 'export default async () => (await import("./other.ts")).one'],
])('loadProgram bundles %s', async (name, text) => {
  const { source, fileName, kind } = await load(name, text);
  expect(source).not.toBe(text);
  expect(fileName).toBe(name.replace(/\.\w+$/, '.bundle.js'));
  expect(kind).toBe('MODULE');
});

test('loadProgram leaves a file that imports as it is when asked not to bundle', async () => {
  const text = 'import { one } from "./other.ts";\nexport default one';
  expect((await load('main.ts', text, false)).source).toBe(text);
});

test('loadProgram says what it cannot bundle', async () => {
  await expect(load('main.ts', 'import fs from "node:fs"; export default fs')).rejects.toThrow(
    'node:fs is not available in the sandbox',
  );
});

test('loadProgram passes on what is odd in a bundle', async () => {
  await load('odd.ts', 'import { one } from "./other.ts";\nexport default one === NaN');
  expect(warned.join()).toContain('NaN');
});
