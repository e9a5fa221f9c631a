/** Programs that use what the language got of late: new builtins are new ways around old limits. */
import {
  fine,
  type HostileProgram,
  littleMemory,
  littleTime,
  outOfMemory,
  outOfTime,
  threw,
  tooMuch,
} from './hostile-program.ts';

const limits = littleTime;
const memoryLimits = { ...littleMemory, cpuUsMax: 3_000_000, wallUsMax: 8_000_000 };

/** Builtins that go on for ever in one call, all by themselves. */
const endless: readonly (readonly [string, string])[] = [
  ['drop, of an array of holes', 'new Array(2 ** 32 - 1).values().drop(2 ** 32 - 1).next();'],
  ['drop, of what is never done', 'Iterator.from({ next: () => ({}) }).drop(2 ** 53 - 1).next();'],
  ['flatMap, of nothing for ever', 'Iterator.from({ next: () => ({}) }).flatMap(() => []).next();'],
  ['concat and toArray', 'Iterator.concat(new Array(2 ** 32 - 1).keys()).toArray();'],
  ['groupBy', 'Map.groupBy(new Array(2 ** 32 - 1), isNaN);'],
  [
    'the union of sets',
    'new Set().union({ size: 0, has() {}, keys: () => new Array(2 ** 32 - 1).values() });',
  ],
  ['flat', '[].flat.call({ length: 2 ** 53 - 1 });'],
  ['shift', '[].shift.call({ length: 2 ** 53 - 1 });'],
  ['String.raw', 'String.raw({ raw: { length: 2 ** 53 - 1 } });'],
  [
    'Promise.try of itself',
    'const f = () => Promise.try(async () => { await 0; return f(); }); f();',
  ],
  ['Array.fromAsync', 'Array.fromAsync((function* () { for (;;) yield 1; })());'],
  [
    'disposal of what is made while it is disposed',
    '(async () => { for (;;) { await using r = { [Symbol.asyncDispose]: async () => {} }; } })();',
  ],
  [
    'getOrInsertComputed, that empties its map',
    'const m = new Map(); for (;;) m.getOrInsertComputed(1, () => { m.clear(); for (let i = 0; i < 100; i++) m.set({}, i); return 1; });',
  ],
  ['RegExp.escape', 'for (;;) RegExp.escape("-".repeat(2 ** 24));'],
  ['fromBase64', 'for (;;) Uint8Array.fromBase64("AAAA".repeat(4e6)).toHex();'],
  ['a pause of the processor', 'for (;;) Atomics.pause(2 ** 31 - 1);'],
  [
    'sixty thousand locales put in order',
    'Intl.getCanonicalLocales(Array.from({ length: 6e4 }, (_, i) => "en-x-" + i.toString(36).padStart(8, "0")));',
  ],
  [
    'groups of one name',
    'new RegExp(Array.from({ length: 1e4 }, (_, i) => `(?<a>x${i})`).join("|")).exec("x9999");',
  ],
];

export const recentLanguagePrograms: readonly HostileProgram[] = [
  ...endless.map(
    ([what, source]): HostileProgram => ({
      name: `${what}, without end`,
      source,
      words: [...outOfTime, ...outOfMemory, ...threw],
      why: 'a young builtin may not look whether it shall stop',
      limits,
    }),
  ),
  ...[
    [
      'Base64 and back',
      'const a = []; for (;;) a.push(Uint8Array.fromBase64("AAAA".repeat(1e6)).toHex());',
    ],
    ['a stack of resources', 'const s = new AsyncDisposableStack(); for (;;) s.defer(() => {});'],
    ['an iterator of iterators', 'let i = [1].values(); for (;;) i = i.map((x) => x);'],
    [
      'errors suppressed by errors',
      'let e = new Error("0"); for (;;) e = new SuppressedError(e, e, "x");',
    ],
    [
      'groups of their own',
      'Object.groupBy({ *[Symbol.iterator]() { for (let i = 0; ; i++) yield i; } }, (x) => "k" + x);',
    ],
    [
      'formats of durations',
      'const a = []; for (;;) a.push(new Intl.DurationFormat("en", { style: "long" }));',
    ],
    [
      'breakers of words with a text each',
      'const a = []; for (let i = 0; ; i++) { const b = new Intl.v8BreakIterator("en"); b.adoptText("word ".repeat(1e5) + i); a.push(b); }',
    ],
    [
      'classes of letters without other letters',
      String.raw`const a = []; for (let i = 0; ; i++) { const r = new RegExp("[\\p{L}&&[^" + String.fromCodePoint(0x4e00 + (i % 20000)) + "]]", "vi"); r.test("a"); a.push(r); }`,
    ],
    [
      'classes with private names',
      'const a = []; for (let i = 0; ; i++) a.push(class { #x = i; static y = i; });',
    ],
  ].map(
    ([what = '', source = '']): HostileProgram => ({
      name: `${what}, kept without end`,
      source,
      words: [...outOfMemory, ...outOfTime, ...threw],
      why: 'a young object may hold memory where no limit looks',
      limits: memoryLimits,
    }),
  ),
  {
    name: 'a hundred thousand errors of one disposal',
    source:
      'const s = new DisposableStack(); for (let i = 0; i < 1e5; i++) s.defer(() => { throw new Error("n" + i); }); s.dispose();',
    words: threw,
    errorName: 'SuppressedError',
    why: 'they hang from each other, a hundred thousand deep',
    // Room for all of them: with less it is a matter of chance whether memory or time runs out.
    limits: { cpuUsMax: 8_000_000, wallUsMax: 30_000_000, memoryBytesMax: 2 ** 29 },
  },
  {
    name: 'errors in the disposal of errors, with endless getters',
    source:
      '{ using a = { [Symbol.dispose]() { throw { get stack() { for (;;); } }; } }; using b = { [Symbol.dispose]() { throw 2; } }; }',
    words: threw,
    errorName: 'SuppressedError',
    why: 'what is thrown at the end holds what a guest made',
    limits,
  },
  {
    name: 'a result that can be disposed',
    source: '({ [Symbol.dispose]() { for (;;); }, [Symbol.asyncDispose]() { for (;;); } });',
    words: fine,
    result: {},
    why: 'whoever said `using` of it would call a guest',
    limits,
  },
  {
    name: 'a module whose disposal comes after its result, and throws',
    source:
      'await using r = { async [Symbol.asyncDispose]() { throw new Error("late"); } }; export default 1;',
    words: threw,
    errorName: 'Error',
    why: 'the exports are there before the module has ended',
    limits,
  },
  {
    name: 'a module whose disposal never ends',
    source:
      'await using r = { async [Symbol.asyncDispose]() { await new Promise(() => {}); } }; export default 1;',
    words: threw,
    errorName: 'NeverSettled',
    why: 'as above',
    limits,
  },
  {
    name: 'raw JSON that is no good text and no number',
    source: String.raw`[JSON.rawJSON('"\ud800"'), JSON.rawJSON("1e999999"), JSON.rawJSON("-0")];`,
    words: fine,
    why: 'it goes into the result as it stands',
    limits,
  },
  {
    name: 'raw JSON that closes what it stands in',
    source:
      '["1],[2", "{}", "1 2", "1,2", " 1", "\\"a\\"b\\""].map((text) => { try { JSON.rawJSON(text); return text; } catch (e) { return e.name; } });',
    words: fine,
    result: Array.from({ length: 6 }, () => 'SyntaxError'),
    why: 'a result that is more than one value would be read as another message',
    limits,
  },
  {
    name: 'raw JSON of thirty megabytes',
    source: 'JSON.rawJSON("1".repeat(3e7));',
    words: tooMuch,
    why: 'it is a result like every other',
    limits: { ...limits, cpuUsMax: 2_000_000, wallUsMax: 5_000_000 },
  },
  {
    name: 'a Proxy that says it is an error',
    source:
      'throw new Proxy(new Error("x"), { getPrototypeOf() { return Error.prototype; }, get() { for (;;); } });',
    words: [...threw, ...outOfTime],
    why: 'Error.isError says what it is, instanceof does not',
    limits,
  },
  {
    name: 'the last match, of somebody else',
    source:
      'console.log("secret %s", /x/); const v = { toJSON: () => [RegExp.$_, RegExp.lastMatch, RegExp["$`"], RegExp.$1] }; new Promise((r) => setTimeout(() => r(v), 1));',
    words: fine,
    result: ['', '', '', ''],
    why: 'the language remembers the text that was last searched',
    limits,
  },
  {
    name: 'the stack of the global object',
    source: String.raw`
      Error.captureStackTrace(globalThis);
      const v = { toJSON() { Error.captureStackTrace(this); return (this.stack + globalThis.stack).match(/node:|node-agent|\.ts|file:/g); } };
      v;`,
    words: fine,
    result: null,
    why: 'a stack can be hung on anything',
    limits,
  },
  {
    name: 'import attributes that are read by a guest',
    source:
      'Promise.all([import("x", { get with() { throw new Error("asked"); } }), import("x", { with: { type: "json" } }), import("x", 1), import({ toString() { throw new Error("name"); } })].map((p) => p.then(() => "imported", (e) => e instanceof Error)));',
    words: fine,
    result: [true, true, true, true],
    why: 'they are read on the way to the host',
    limits,
  },
  {
    name: 'a deferred import, a phase of a source',
    source: 'import defer * as later from "later"; export default later;',
    words: ['SYNTAX_ERROR'],
    why: 'a module that is evaluated when it is first touched',
    limits,
  },
  {
    name: 'an async generator that returns a thenable to whoever awaits',
    source: `
      const found = new Set();
      const look = (resolve, reject) => {
        for (const it of [resolve, reject]) {
          const scope = it.constructor('return this')();
          if (scope !== globalThis || typeof process === 'object') found.add('another scope');
        }
        resolve({ value: [...found], done: true });
      };
      async function* g() { try { yield { then: look }; } finally { return { then: look }; } }
      const outer = (async function* () { yield* { [Symbol.asyncIterator]: () => ({ next: () => ({ then: look }), return: () => ({ then: look }) }) }; })();
      (async () => { const i = g(); await i.next(); await i.return({ then: look }); await outer.next(); return [...found]; })();`,
    words: fine,
    result: [],
    why: 'the language itself calls then, which led out of vm2',
    limits,
  },
  {
    name: 'a promise whose species never says what it makes',
    source:
      'class P extends Promise { static get [Symbol.species]() { for (;;); } } new P((r) => r(1));',
    words: [...outOfTime, ...fine],
    why: 'whoever awaits a promise may ask',
    limits,
  },
  {
    name: 'getters on a result, that look who reads it',
    source: `
      const found = [];
      const looking = (name) => ({ configurable: true, enumerable: true, get: function get() { if (get.caller) found.push(name); return name === 'a' ? found : undefined; } });
      Object.defineProperties({}, { then: looking('then'), toJSON: looking('toJSON'), a: looking('a') });`,
    words: fine,
    result: { a: [] },
    why: 'a sloppy function could once be asked who called it',
    limits,
  },
  {
    name: 'a sorted copy of four thousand million holes',
    source: '[].toSorted.call({ length: 2 ** 32 - 1 });',
    words: [...outOfMemory, ...outOfTime],
    why: 'V8 ends its process for an array that it cannot make',
    limits,
  },
];
