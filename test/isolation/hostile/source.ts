/** Programs whose text is the attack: on parsers, on the TypeScript reader, on names and lines. */
import {
  fine,
  type HostileProgram,
  littleTime,
  outOfMemory,
  outOfTime,
  threw,
  unread,
} from './hostile-program.ts';

const limits = { ...littleTime, cpuUsMax: 4_000_000, wallUsMax: 8_000_000 };
const typed = { source: 'const n: number = 41; n + 1', result: 42 };
const language = 'TYPESCRIPT';

/** TypeScript nested so deeply that reading it overflows a stack. */
const deepTypes: readonly (readonly [string, string])[] = [
  ['types', `let x: ${'Array<'.repeat(1e5)}a${'>'.repeat(1e5)}`],
  ['brackets', `let x = ${'('.repeat(2e5)}1`],
  ['blocks', '{'.repeat(4e5)],
  ['negations', `let x = ${'!'.repeat(9e5)}1`],
  ['arrows', `let x = ${'a=>'.repeat(3e5)}1`],
  ['members', `let a: any = {}; a${'.a'.repeat(4e5)}`],
];

export const sourcePrograms: readonly HostileProgram[] = [
  ...deepTypes.map(
    ([what, source]): HostileProgram => ({
      name: `TypeScript of ${what} in ${what} without end`,
      source,
      language,
      words: [...unread, ...threw, ...outOfMemory],
      why: 'the reader of TypeScript was broken by it, for every program after it in that process',
      limits,
      next: { source: 'const n: number = 41; n + 1', result: typed.result },
    }),
  ),
  {
    name: 'TypeScript that is tried as a type, then as an arrow, then as neither',
    source: `let a = ${'async <T>(a = '.repeat(25)}1${')'.repeat(25)}`,
    language,
    words: [...unread, ...threw, ...outOfTime],
    why: 'parsers that go back take twice the time for each level',
    limits: { ...limits, cpuUsMax: 1_000_000 },
  },
  {
    name: 'TypeScript of a megabyte',
    source: Array.from(
      { length: 14_000 },
      (_, index) => `function f${index}(x: number): string { return String(x) }`,
    ).join('\n'),
    language,
    words: fine,
    why: 'large is not hostile',
    limits,
    runsBefore: 3,
  },
  {
    name: 'an enum, which is no type',
    source: 'enum Colour { Red } Colour.Red',
    language,
    words: unread,
    why: 'only types are taken out',
    limits,
  },
  ...(
    [
      ['brackets', '('.repeat(4e5)],
      ['templates', '`${'.repeat(2e5)],
      ['classes', 'class A { static x = '.repeat(4e4)],
      ['functions', 'function f() {'.repeat(6e4)],
      ['objects', '({ a: '.repeat(1e5)],
      ['optional members', `let a; a${'?.a'.repeat(3e5)}`],
    ] as const
  ).map(
    ([what, source]): HostileProgram => ({
      name: `JavaScript of ${what} in ${what} without end`,
      source,
      words: [...unread, ...threw, ...fine],
      why: 'the parser recurses',
      limits,
    }),
  ),
  {
    name: 'a sum of half a million terms',
    source: `${'1+'.repeat(480_000)}1`,
    words: fine,
    result: 480_001,
    why: 'long is not deep',
    limits,
  },
  {
    name: 'eighty thousand variables in eight megabytes',
    source: `/* import */ ${Array.from({ length: 60_000 }, (_, index) => `var v${index}=[{}]`).join(';')}`,
    words: outOfMemory,
    why: 'reading a program takes memory too, and says so',
    limits: { ...limits, memoryBytesMax: 8 * 2 ** 20 },
  },
  {
    name: 'a regular expression literal of a megabyte',
    source: `/(?:${'a|'.repeat(3e5)}b)+$/.test("ab")`,
    words: [...fine, ...threw, ...unread, ...outOfMemory],
    why: 'compiled with the program',
    limits: { ...limits, wallUsMax: 30_000_000 },
  },
  {
    name: 'a comment that does not end',
    source: '1; /* ',
    words: unread,
    why: 'it would swallow what the host appends',
    limits,
  },
  {
    name: 'a string, a template and a function that do not end',
    source: '(() => { `${"',
    words: unread,
    why: 'they would take in what the host appends',
    limits,
  },
  {
    name: 'brackets that close what the program has not opened',
    source: '}); globalThis.escaped = true; ({',
    words: unread,
    why: 'a wrapper made of text could be left',
    limits,
    next: { source: 'typeof escaped', result: 'undefined' },
  },
  {
    name: 'a name of its own in its text',
    source: 'function f() { null.x }\nf();\n//# sourceURL=isopod:runtime',
    words: threw,
    errorName: 'TypeError',
    why: 'frames of that name are taken for the runtime and not shown',
    limits,
  },
  {
    name: 'a name of its own by eval, to hide in',
    source: String.raw`eval('(() => { throw new SyntaxError("hidden") })()\n//# sourceURL=isopod:runtime');`,
    words: threw,
    errorName: 'SyntaxError',
    why: 'an error without frames looks as if the program had not compiled',
    limits,
  },
  {
    name: 'a source map that is to be fetched',
    source: 'throw new Error("mapped");\n//# sourceMappingURL=http://127.0.0.1:1/x.map',
    words: threw,
    why: 'nobody follows it',
    limits,
  },
  {
    name: 'lines ended by every character that ends a line',
    source: '// a\u2028throw new Error(`line ${2}`)\u2029/* b\r\n */\r',
    words: threw,
    why: 'a comment ends where the language says',
    limits,
  },
  {
    name: 'comments in the manner of HTML, and a hashbang',
    source: '#!/usr/bin/env node\n<!-- a\n--> b\n7',
    words: fine,
    result: 7,
    why: 'a script of the web is a script',
    limits,
  },
  {
    name: 'a file name that is code and paths',
    source: 'null.x',
    fileName: '../../etc/passwd"*/ throw 1 //)(',
    words: threw,
    errorName: 'TypeError',
    why: 'a name stands in comments, in stacks and on terminals',
    limits,
  },
  {
    name: 'an import of a megabyte of control characters',
    source: `import ${JSON.stringify('a\u001b'.repeat(1e5))};`,
    words: unread,
    why: 'the refusal names what was wanted',
    limits,
  },
  {
    name: 'imports of source, of JSON and of itself',
    source:
      'import source x from "x"; import y from "./main.js" with { type: "json" }; export * from "./main.js";',
    words: unread,
    why: 'there are more ways to import than one',
    limits,
  },
  {
    name: 'an export that is hidden in a script',
    source: '"export default 1"; /* import x from "y" */ `await`; "script";',
    words: fine,
    result: 'script',
    why: 'a word makes no module',
    limits,
  },
];
