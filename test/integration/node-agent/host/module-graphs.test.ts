import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type ModuleKind,
  moduleKindOf,
  type ProgramModule,
} from '../../../../shared/execution/program-module.ts';
import { HostDriver, type RunWish } from '../../../support/host-driver.ts';

let host: HostDriver;
beforeAll(async () => {
  host = await HostDriver.start();
});
afterAll(() => host.close());

function given(texts: Readonly<Record<string, string>>, kind?: ModuleKind): ProgramModule[] {
  return Object.entries(texts).map(([path, text]) => ({
    path,
    kind: kind ?? moduleKindOf(path),
    text,
  }));
}

function run(source: string, texts: Readonly<Record<string, string>>, wish: RunWish = {}) {
  return host.run({ source, modules: given(texts), ...wish });
}

test('a program imports files beside it and libraries by name', async () => {
  const { result, ended } = await run(
    `import { tax } from './lib/tax.ts';
     import _ from 'tiny-lodash';
     import { deep } from './lib/deep/a.js';
     export default (n) => [tax(n), _.last([1, 2]), deep]`,
    {
      'lib/tax.ts': "import { rate } from './rate.js'; export const tax = (n: number) => n * rate;",
      'lib/rate.js': 'export const rate = 2;',
      'lib/deep/a.js': "export { rate as deep } from '../rate.js';",
      'tiny-lodash': 'export default { last: (list) => list.at(-1) };',
    },
    { input: 21 },
  );
  expect(ended.error).toBeUndefined();
  expect(result).toEqual([42, 2, 2]);
});

test('JSON, texts and bytes are imported as data, with the attribute or without it', async () => {
  const { result, ended } = await host.run({
    source: `
      import data from './data.json' with { type: 'json' };
      import again from './data.json';
      import text from './a.txt' with { type: 'text' };
      import bytes from './b.bin' with { type: 'bytes' };
      export default [
        data, data === again, Object.keys(data), Object.getPrototypeOf(data) === Object.prototype,
        text, bytes instanceof Uint8Array, [...bytes],
      ]`,
    modules: [
      ...given({ 'data.json': '{"a":[1],"__proto__":{"b":2}}', 'a.txt': '"\u2028`${1}\n' }),
      { path: 'b.bin', kind: 'BYTES', text: Buffer.from([0, 1, 255]).toString('base64') },
    ],
  });
  expect(ended.error).toBeUndefined();
  expect(result).toEqual([
    JSON.parse('{"a":[1],"__proto__":{"b":2}}'),
    true,
    ['a', '__proto__'],
    true,
    '"\u2028`${1}\n',
    true,
    [0, 1, 255],
  ]);
});

test('data is read with what the language has, whatever a module does before it is imported', async () => {
  const { result } = await run(
    "import './patch.js'; import data from './data.json'; export default data",
    { 'patch.js': 'JSON.parse = () => "patched"', 'data.json': '{"a":1}' },
  );
  expect(result).toEqual({ a: 1 });
});

test('data that is not what it is said to be is a SYNTAX_ERROR that names it', async () => {
  const json = await run("import './data.json'", { 'data.json': '{"a":}' });
  expect(json.ended).toMatchObject({
    word: 'SYNTAX_ERROR',
    error: { message: expect.stringContaining('Could not read data.json: Unexpected token') },
  });
  const bytes = await host.run({
    source: "import './b.bin'",
    modules: given({ 'b.bin': '%%%' }, 'BYTES'),
  });
  expect(bytes.ended).toMatchObject({ word: 'SYNTAX_ERROR', error: { name: 'SyntaxError' } });
});

test('cycles, imports of oneself, live bindings and re-exports are as in the language', async () => {
  const { result, ended } = await run(
    `import * as self from './main.js';
     import { even } from './even.js';
     import { count, add } from './counter.js';
     export * from './counter.js';
     export * as numbers from './even.js';
     export const own = 1;
     add(); add();
     export default () => [even(10), count, self.own, self.count, Object.keys(self)]`,
    {
      'even.js':
        "import { odd } from './odd.js'; export const even = (n) => n === 0 || odd(n - 1);",
      'odd.js':
        "import { even } from './even.js'; export const odd = (n) => n !== 0 && even(n - 1);",
      'counter.js': 'export let count = 0; export const add = () => { count++ };',
    },
    { fileName: 'main.js' },
  );
  expect(ended.error).toBeUndefined();
  expect(result).toEqual([true, 2, 1, 2, ['add', 'count', 'default', 'numbers', 'own']]);
});

test('top-level await of one module is waited for by those that import it, and others go on', async () => {
  const { result, logs } = await run(
    `import { a } from './slow.js'; import './quick.js'; console.log('main'); export default a`,
    {
      'slow.js': `await new Promise((resolve) => setTimeout(resolve, 5));
        console.log('slow'); export const a = 7;`,
      'quick.js': "console.log('quick')",
    },
  );
  expect(result).toBe(7);
  expect(logs.map(({ text }) => text)).toEqual(['quick', 'slow', 'main']);
});

test('top-level await that never settles in a module ends the run at once', async () => {
  const { ended } = await run("import './never.js'; export default 1", {
    'never.js': 'await new Promise(() => {})',
  });
  expect(ended).toMatchObject({ word: 'SCRIPT_THREW', error: { name: 'NeverSettled' } });
});

test('what a module throws has its file in the stack', async () => {
  const atOnce = await run("import './lib/bad.js'; export default 1", {
    'lib/bad.js': '\n  throw new TypeError("top")',
  });
  expect(atOnce.ended).toMatchObject({
    word: 'SCRIPT_THREW',
    error: { name: 'TypeError', message: 'top', stack: '    at lib/bad.js:2:9' },
  });
  const called = await run("import { f } from './lib/bad.ts'; export default () => f()", {
    'lib/bad.ts': 'export function f(): void {\n  throw new Error("called") }',
  });
  expect(called.ended.error?.stack.split('\n')[0]).toBe('    at f (lib/bad.ts:2:9)');
});

test.each([
  ['./gone.js', 'the program has no module lib/gone.js'],
  ['./tax.js', 'there is lib/tax.ts, but names are taken as they are written, suffix included'],
  ['./tax', 'there is lib/tax.ts, but'],
  ['lodash', 'the program has no module of that name; give it along, or bundle it'],
  ['node:fs', 'what Node has is not in the sandbox'],
  ['https://example.org/x.js', 'nothing is loaded by URL'],
  ['/lib/tax.ts', "paths begin with './' or '../'"],
  ['../../etc/passwd', "it leaves the program's folder"],
])('importing %s says who wanted it, and why it cannot be', async (specifier, why) => {
  const { ended } = await run("import './lib/a.js'; export default 1", {
    'lib/a.js': `import ${JSON.stringify(specifier)};`,
    'lib/tax.ts': '',
  });
  const message = `Could not import "${specifier}" from lib/a.js: ${why}`;
  expect(ended).toMatchObject({
    word: 'SYNTAX_ERROR',
    error: { message: expect.stringContaining(message) },
  });
});

test('a module that does not compile, or does not export what is imported, is a SYNTAX_ERROR', async () => {
  const broken = await run("import './a.js'; export default 1", { 'a.js': 'let b = ;' });
  expect(broken.ended).toMatchObject({
    word: 'SYNTAX_ERROR',
    error: { stack: '    at a.js:1:9' },
  });
  const typed = await run("import './a.ts'; export default 1", { 'a.ts': '\nenum E {}' });
  expect(typed.ended).toMatchObject({ word: 'SYNTAX_ERROR', error: { stack: '    at a.ts:2:1' } });
  const missing = await run("import { b } from './a.js'; export default b", { 'a.js': '' });
  expect(missing.ended).toMatchObject({
    word: 'SYNTAX_ERROR',
    error: { message: "The requested module './a.js' does not provide an export named 'b'" },
  });
  const ambiguous = await run("import { a } from './both.js'; export default a", {
    'both.js': "export * from './one.js'; export * from './two.js'",
    'one.js': 'export const a = 1',
    'two.js': 'export const a = 2',
  });
  expect(ambiguous.ended).toMatchObject({ word: 'SYNTAX_ERROR' });
});

test('modules that nobody imports are not read, and scripts do without', async () => {
  const unread = { 'broken.ts': 'enum E {', 'broken.json': '{', 'broken.js': '}' };
  expect((await run('export default 1', unread)).result).toBe(1);
  expect((await run('input.length', unread, { input: 'abc' })).result).toBe(3);
});

test('a pooled program keeps the state of its modules between runs', async () => {
  const codeId = host.load({
    source: "import { next } from './counter.js'; export default () => next()",
    modules: given({ 'counter.js': 'let n = 0; export const next = () => ++n' }),
  });
  const seen = [];
  for (const mode of ['THREAD', 'THREAD', 'SLICE'] as const)
    seen.push((await host.run({ codeId, isolation: 'POOLED', mode })).result);
  expect(seen).toEqual([1, 2, 3]);
  expect((await host.run({ codeId })).result).toBe(1);
  const cold = host.load({
    source: "import { n } from './n.js'; export default n",
    modules: given({ 'n.js': 'export const n = 5' }),
  });
  expect((await host.run({ codeId: cold, isolation: 'POOLED', mode: 'SLICE' })).result).toBe(5);
});

test('import.meta has nothing in it', async () => {
  const { result } = await run('export default [typeof import.meta, Object.keys(import.meta)]', {});
  expect(result).toEqual(['object', []]);
});
