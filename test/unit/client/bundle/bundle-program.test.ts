import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runInThisContext } from 'node:vm';
import { afterAll, expect, test } from 'vitest';
import { bundleProgram } from '../../../../client/bundle/bundle-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'isopod-bundle-'));
afterAll(() => rmSync(folder, { recursive: true }));

function files(texts: Readonly<Record<string, string>>): string {
  for (const [name, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return join(folder, Object.keys(texts)[0] ?? '');
}

/** What a bundle's default export is. */
function defaultOf(source: string): unknown {
  return runInThisContext(source.replace(/export\{(\w+) as default\};/, ';$1'));
}

test('bundleProgram puts imported files of every kind into one module', async () => {
  const entry = files({
    'main.ts': `
      import { twice } from './lib/twice.ts';
      import data from './data.json' with { type: 'json' };
      import text from './note.txt' with { type: 'text' };
      import bytes from './note.txt' with { type: 'bytes' };
      export default [twice(data.n), text, [...bytes]];`,
    'lib/twice.ts': 'export const twice = (n: number): number => 2 * n;',
    'data.json': '{"n":21}',
    'note.txt': 'hi',
  });
  const { program, paths, warnings, isModule } = await bundleProgram(entry);
  expect(program).toMatchObject({
    fileName: 'main.bundle.js',
    kind: 'MODULE',
    language: 'JAVASCRIPT',
  });
  expect(defaultOf(program.source)).toEqual([42, 'hi', [104, 105]]);
  expect([isModule, warnings]).toEqual([true, []]);
  expect(paths).toHaveLength(5);
});

test('bundleProgram bundles dynamic imports away, and JSX', async () => {
  const entry = files({
    'late.tsx': `
      const load = () => import('./later.js');
      export default { load, element: <p>hi</p> };`,
    'later.js': 'export const later = 1',
    'node_modules/react/jsx-runtime.js': 'export const jsx = (type, props) => ({ type, props })',
    'node_modules/react/package.json': '{"name":"react","type":"module"}',
  });
  const { program } = await bundleProgram(entry);
  expect(program.source).not.toContain('import(');
  const made = defaultOf(program.source) as { load: () => Promise<unknown>; element: unknown };
  expect(await made.load()).toMatchObject({ later: 1 });
  expect(made.element).toEqual({ type: 'p', props: { children: 'hi' } });
});

test('bundleProgram takes a package as it is meant for places that are not Node, for production', async () => {
  const entry = files({
    'chosen.js': 'import where from "pkg"; export default [where, process.env.NODE_ENV]',
    'node_modules/pkg/package.json': JSON.stringify({
      name: 'pkg',
      exports: { node: './node.js', browser: './browser.js', default: './node.js' },
    }),
    'node_modules/pkg/node.js': 'module.exports = "node"',
    'node_modules/pkg/browser.js': 'module.exports = "browser"',
  });
  const { program } = await bundleProgram(entry);
  expect(defaultOf(program.source)).toEqual(['browser', 'production']);
});

test.each([
  ['import fs from "node:fs"; export default fs', 'node:fs is not available in the sandbox'],
  ['import path from "path"; export default path', 'node:path is not available in the sandbox'],
  ['import "fs/promises"', 'node:fs/promises is not available in the sandbox'],
  ['import nope from "./nope.js"; export default nope', 'Could not resolve "./nope.js"'],
  ['export default {', 'but found end of file'],
])('bundleProgram refuses %s', async (source, reason) => {
  const entry = files({ 'refused.js': source });
  const error: unknown = await bundleProgram(entry).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'BundleError' });
  expect(String(error)).toContain(reason);
  expect(String(error)).toContain('refused.js:1:');
});

test('bundleProgram takes a package that has the name of a module of Node', async () => {
  const entry = files({
    'named.js': 'import events from "events"; export default events',
    'node_modules/events/package.json': '{"name":"events","main":"own.js"}',
    'node_modules/events/own.js': 'module.exports = "its own"',
  });
  const { program } = await bundleProgram(entry);
  expect(defaultOf(program.source)).toBe('its own');
});

test('bundleProgram takes a file without import and export for CommonJS', async () => {
  const entry = files({
    'common.cjs': 'exports.sum = require("./two.cjs") + 1',
    'two.cjs': 'module.exports = 2',
  });
  const { program, isModule } = await bundleProgram(entry);
  expect(program.source).toContain('sum');
  expect(isModule).toBe(false);
});

test('bundleProgram refuses what is longer than a program may be, and minified it may not be', async () => {
  const name = (i: number): string => `a${'x'.repeat(500)}${i}`;
  const long = Array.from({ length: 1_500 }, (_, i) => `const ${name(i)} = input.x${i};`);
  const used = Array.from({ length: 1_500 }, (_, i) => name(i)).join();
  const entry = files({
    'long.js': `export default (input) => {\n${long.join('\n')}\nreturn [${used}] }`,
  });
  await expect(bundleProgram(entry)).rejects.toThrow(/1048576 bytes; minifying may help: \d+/);
  const { program } = await bundleProgram(entry, { minify: true });
  expect(Buffer.byteLength(program.source)).toBeLessThan(1_048_576);
});

test('bundleProgram leaves the source map out where it does not fit', async () => {
  const line = (i: number): string => `export const a${i} = () => { throw new Error('${i}') };`;
  const small = files({ 'small.js': line(1) });
  expect((await bundleProgram(small)).program.source).toContain('//# sourceMappingURL=data:');
  const lines = Array.from({ length: 2_000 }, (_, i) => line(i)).join('\n');
  const large = files({ 'large.js': `export const text = '${'x'.repeat(900_000)}';\n${lines}` });
  expect((await bundleProgram(large)).program.source).not.toContain('sourceMappingURL');
});
