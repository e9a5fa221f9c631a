import { afterAll, beforeAll, expect, test } from 'vitest';
import { HostDriver } from '../../../support/host-driver.ts';

let host: HostDriver;
beforeAll(async () => {
  host = await HostDriver.start();
});
afterAll(() => host.close());

test('a host answers a script with its completion value as JSON', async () => {
  const { ended, result } = await host.run({ source: 'const a = 20; ({ b: a + 22, c: [null] })' });
  expect(ended).toMatchObject({ word: 'SUCCEEDED', isWarm: false });
  expect(ended.error).toBeUndefined();
  expect(result).toEqual({ b: 42, c: [null] });
});

test('the heap of a run that took a while is told', async () => {
  const source = 'const held = []; for (let i = 0; i < 3e5; i++) held.push({ i }); held.length';
  const { ended } = await host.run({ source });
  expect(ended.heapPeakBytes).toBeGreaterThan(1_000_000);
});

test('a script reads its input, which is undefined when there is none', async () => {
  const wish = { source: 'typeof input === "undefined" ? "none" : input.n + 1' };
  expect((await host.run({ ...wish, input: { n: 1 } })).result).toBe(2);
  expect((await host.run(wish)).result).toBe('none');
});

test('a script is sloppy code in the global scope', async () => {
  const source =
    'x = 1; var y = 2; function f() { return this === globalThis } [x + y, f(), this.y]';
  expect((await host.run({ source })).result).toEqual([3, true, 2]);
});

test('a result that JSON leaves out is absent', async () => {
  for (const source of ['undefined', 'var a = 1', '(() => 1)', 'Symbol("s")', '']) {
    const { ended } = await host.run({ source });
    expect(ended.word).toBe('SUCCEEDED');
    expect(ended.resultJson).toBeUndefined();
  }
});

test('a promise or another thenable as completion value is awaited', async () => {
  expect((await host.run({ source: '(async () => { await 1; return 2 })()' })).result).toBe(2);
  expect((await host.run({ source: '({ then(resolve) { resolve(3) } })' })).result).toBe(3);
});

test('a script that throws is described by name, message and its own frames', async () => {
  const source = 'function deep() {\n  null.x\n}\n[1].map(() => deep())';
  const { ended } = await host.run({ source, fileName: 'my program.js' });
  expect(ended.word).toBe('SCRIPT_THREW');
  expect(ended.error).toEqual({
    name: 'TypeError',
    message: "Cannot read properties of null (reading 'x')",
    stack: [
      '    at deep (my_program.js:2:8)',
      '    at my_program.js:4:15',
      '    at Array.map (<anonymous>)',
      '    at my_program.js:4:5',
    ].join('\n'),
  });
});

test('a rejection, an unhandled one and a throw in a timer are throws', async () => {
  const rejected = await host.run({ source: 'Promise.reject(new RangeError("no"))' });
  expect(rejected.ended).toMatchObject({
    word: 'SCRIPT_THREW',
    error: { name: 'RangeError', message: 'no' },
  });
  const unhandled = await host.run({ source: 'Promise.reject(new Error("lost"));\n"fine"' });
  expect(unhandled.ended).toMatchObject({
    word: 'SCRIPT_THREW',
    error: { name: 'Error', message: 'lost', stack: '    at program.js:1:16' },
  });
  const timer = 'new Promise(() => setTimeout(() => { throw new Error("late") }, 1))';
  expect((await host.run({ source: timer })).ended).toMatchObject({
    word: 'SCRIPT_THREW',
    error: { message: 'late' },
  });
  const microtask = 'queueMicrotask(() => { throw new Error("soon") })';
  expect((await host.run({ source: microtask })).ended.error?.message).toBe('soon');
});

test('what is thrown and no Error is shown', async () => {
  const thrown: [string, string][] = [
    ['throw 42', '42'],
    ['throw null', 'null'],
    ['throw "words"', '"words"'],
    ['throw { code: 7 }', '{ code: 7 }'],
    ['throw undefined', 'undefined'],
    ['throw Symbol("s")', 'Symbol(s)'],
  ];
  for (const [source, shown] of thrown) {
    const { ended } = await host.run({ source });
    expect(ended.word).toBe('SCRIPT_THREW');
    expect(ended.error).toEqual({
      name: 'NotAnError',
      message: `A value that is no Error was thrown: ${shown}`,
      stack: '',
    });
  }
});

test('a source that does not compile is a syntax error with its place', async () => {
  const { ended } = await host.run({ source: 'let fine = 1;\nlet a = ;' });
  expect(ended).toMatchObject({
    word: 'SYNTAX_ERROR',
    error: { name: 'SyntaxError', message: "Unexpected token ';'", stack: '    at program.js:2:9' },
  });
});

test('a SyntaxError that a program throws itself is a throw', async () => {
  for (const source of ['JSON.parse("{")', 'new Function("return a b")', 'eval("a b")']) {
    expect((await host.run({ source })).ended.word).toBe('SCRIPT_THREW');
  }
  const frameless = 'const e = new SyntaxError("mine"); e.stack = ""; throw e';
  expect((await host.run({ source: frameless })).ended.word).toBe('SCRIPT_THREW');
});

test('TypeScript is run with its own lines and columns', async () => {
  const source = 'interface A { n: number }\nconst a: A = { n: 1 };\n(null as any).x';
  const { ended } = await host.run({ source, language: 'TYPESCRIPT', fileName: 'a.ts' });
  expect(ended.error?.stack).toBe('    at a.ts:3:15');
  const good = 'const f = (n: number): string => `n${n}`; f(4)';
  expect((await host.run({ source: good, language: 'TYPESCRIPT' })).result).toBe('n4');
});

test('TypeScript that is more than types, and what is no TypeScript, are syntax errors', async () => {
  const enumeration = await host.run({ source: 'enum E { a }', language: 'TYPESCRIPT' });
  expect(enumeration.ended).toMatchObject({
    word: 'SYNTAX_ERROR',
    error: { message: 'TypeScript enum is not supported in strip-only mode' },
  });
  const broken = await host.run({ source: 'const a: = 1', language: 'TYPESCRIPT' });
  expect(broken.ended.word).toBe('SYNTAX_ERROR');
});

test('a result that is no JSON says why', async () => {
  const cyclic = await host.run({ source: 'const o = {}; o.o = o; o' });
  expect(cyclic.ended).toMatchObject({ word: 'SCRIPT_THREW', error: { name: 'TypeError' } });
  expect(cyclic.ended.error?.message).toContain('The result could not be written as JSON: Conver');
  const bigint = await host.run({ source: '[10n]' });
  expect(bigint.ended.error?.message).toBe(
    'The result could not be written as JSON: Do not know how to serialize a BigInt',
  );
});

test('a promise that nothing is left to settle ends the run at once', async () => {
  const { ended } = await host.run({ source: 'new Promise(() => {})' });
  expect(ended).toMatchObject({ word: 'SCRIPT_THREW', error: { name: 'NeverSettled' } });
});

test('fresh runs of one host share nothing', async () => {
  const leave =
    'globalThis.left = 1; Array.prototype.left = 2; Object.prototype.toJSON = () => 3; 1';
  await host.run({ source: leave });
  const look = '[typeof left, typeof [].left, typeof {}.toJSON]';
  const seen = await Promise.all(Array.from({ length: 20 }, () => host.run({ source: look })));
  for (const { result } of seen) expect(result).toEqual(Array(3).fill('undefined'));
});

test('console lines arrive with their levels, formatted', async () => {
  const source = `
    console.debug('d', 1, true, null, undefined);
    console.log('%s is %d years, %o %%', 'Ann', 3.5, { a: [1, 'x'] }, 'more');
    console.info({ s: 'x', f() {}, d: new Date(0), m: new Map([[1, { a: 1 }]]), n: -0, b: 1n });
    console.warn([1, , 3], new Set(['a']), /re/g, new Uint8Array(2), Object.create(null));
    console.error(new TypeError('bad'));
    class Point { constructor() { this.x = 1; this.self = this } get y() { throw 1 } }
    console.log(new Point(), { a: { b: { c: { d: 1 } } } });
  `;
  const { logs, ended } = await host.run({ source });
  expect(logs.map(({ level, text }) => [level, text])).toEqual([
    ['DEBUG', 'd 1 true null undefined'],
    ['LOG', 'Ann is 3.5 years, { a: [ 1, "x" ] } % more'],
    [
      'INFO',
      '{\n  s: "x",\n  f: [Function: f],\n  d: 1970-01-01T00:00:00.000Z,\n' +
        '  m: Map(1) { 1 => { a: 1 } },\n  n: -0,\n  b: 1n\n}',
    ],
    [
      'WARN',
      '[ 1, <empty>, 3 ] Set(1) { "a" } /re/g Uint8Array(2) [ 0, 0 ] [Object: null prototype] {}',
    ],
    ['ERROR', 'TypeError: bad\n    at program.js:6:19'],
    ['LOG', 'Point { x: 1, self: [Circular] } { a: { b: { c: [Object] } } }'],
  ]);
  expect(ended.logBytes).toBe(logs.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0));
});

test('dynamic import is refused', async () => {
  const { ended } = await host.run({ source: 'import("node:fs")' });
  expect(ended).toMatchObject({ word: 'SCRIPT_THREW' });
});

test('WebAssembly compiles at once, also where it is asked to later', async () => {
  const bytes = 'new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])';
  const source = `WebAssembly.instantiate(${bytes}).then((made) => Object.keys(made))`;
  expect((await host.run({ source })).result).toEqual(['module', 'instance']);
});
