/** Programs that change what the runtime and later runs are built on. */
import { fine, type HostileProgram, littleTime, threw } from './hostile-program.ts';

const limits = { ...littleTime, cpuUsMax: 2_000_000, wallUsMax: 5_000_000 };
/** Ordinary work that touches most of what can be poisoned. */
const honest = {
  source: `
    const text = [3, 1, 2].sort().map((n) => \`\${n}\`).join('-');
    const { a, ...rest } = { a: 1, b: 2 };
    (async () => {
      await new Promise((resolve) => setTimeout(resolve, 1));
      return [text, rest, [...new Map([[1, 2]])], JSON.parse('{"x":[1]}'), String(new Date(0).getTime()), 'abc'.slice(1)];
    })()`,
  result: ['1-2-3', { b: 2 }, [[1, 2]], { x: [1] }, '0', 'bc'],
};

export const intrinsicsPrograms: readonly HostileProgram[] = [
  {
    name: 'getters and setters on Object.prototype for every name the runtime uses',
    source: `
      const names = ['get', 'set', 'value', 'writable', 'enumerable', 'configurable', 'then', 'toJSON', 'name',
        'message', 'stack', 'cause', 'done', 'next', 'first', 'last', 'count', 'emit', 'ending', 'constructor',
        'defaultExport', 'default', 'outer', 'depth', 'length', '0', '1', '2'];
      for (const name of names) {
        Reflect.defineProperty(Object.prototype, name, {
          __proto__: null, configurable: true,
          get() { return undefined; }, set() { throw new Error('poisoned ' + name); },
        });
      }
      console.log('%s', 'line'); ({ __proto__: null, a: [1] });`,
    words: fine,
    result: { a: [1] },
    logLines: 1,
    why: 'plain objects of the runtime inherit from it',
    limits,
    next: honest,
  },
  {
    name: 'an iterator of arrays that lies',
    source:
      'Array.prototype[Symbol.iterator] = function* () { yield "lie"; }; console.log("a", "b"); [1, 2];',
    words: fine,
    result: [1, 2],
    logLines: 1,
    why: 'spread and destructuring go by it',
    limits,
    next: honest,
  },
  {
    name: 'setters planted on the indexes of arrays',
    source:
      'for (let i = 0; i < 50; i++) Object.defineProperty(Array.prototype, i, { set() { throw 1; }, get() { throw 2; } }); console.log("a", { b: 1 }); setTimeout(() => {}, 1, "x"); ({ fine: true });',
    words: fine,
    result: { fine: true },
    logLines: 1,
    why: 'appending to an array calls them',
    limits,
    next: honest,
  },
  {
    name: 'promises whose then is a trap',
    source:
      'Promise.prototype.then = function () { throw new Error("trapped"); }; Promise.resolve = () => { throw 1; }; (async () => { await null; return "settled"; })();',
    words: fine,
    result: 'settled',
    why: 'the runtime waits for results',
    limits,
    next: honest,
  },
  {
    name: 'a promise with a constructor of its own',
    source:
      'const p = Promise.resolve("value"); Object.defineProperty(p, "constructor", { get() { throw new Error("asked"); } }); p;',
    words: threw,
    why: 'await asks a promise who made it',
    limits,
    next: honest,
  },
  {
    name: 'a species that makes something else of every array and promise',
    source: `
      class Evil { constructor() { return new Proxy([], { defineProperty() { throw new Error('evil'); } }); } }
      for (const kind of [Array, Promise, Map, Set, RegExp, ArrayBuffer, Uint8Array.__proto__])
        Object.defineProperty(kind, Symbol.species, { get: () => Evil });
      console.log([1, [2]], new Map([[1, 2]]), new Uint8Array(2)); [[3]];`,
    words: fine,
    result: [[3]],
    logLines: 1,
    why: 'builtins ask what to make their results with',
    limits,
    next: honest,
  },
  {
    name: 'JSON replaced',
    source: 'JSON.stringify = () => \'"forged"\'; JSON.parse = () => { throw 1; }; ({ real: 1 });',
    words: fine,
    result: { real: 1 },
    why: 'results are written as JSON',
    limits,
    next: honest,
  },
  {
    name: 'toJSON on everything',
    source:
      'Object.prototype.toJSON = Array.prototype.toJSON = String.prototype.toJSON = function () { return "forged"; }; throw new Error("real");',
    words: threw,
    errorName: 'Error',
    why: 'the description of an error is written as JSON too',
    limits,
    next: honest,
  },
  {
    name: 'clocks that stand still or run backwards',
    source:
      'Date.now = () => -1e15; Math.max = () => NaN; Date.prototype.getTime = () => { throw 1; }; (async () => { await new Promise((r) => setTimeout(r, 5)); console.log("woken"); return "woken"; })();',
    words: fine,
    result: 'woken',
    logLines: 1,
    why: 'timers are due by a clock',
    limits,
    next: honest,
  },
  {
    name: 'call and apply replaced',
    source:
      'Function.prototype.call = Function.prototype.apply = Reflect.apply = Function.prototype.bind = () => { throw new Error("taken"); }; console.log("said"); "done";',
    words: fine,
    result: 'done',
    logLines: 1,
    why: 'captured methods are called by it',
    limits,
    next: honest,
  },
  {
    name: 'every string and regular expression method replaced',
    source:
      'for (const kind of [String, RegExp, Number, Symbol, Error, Map, Set, Date]) for (const key of Reflect.ownKeys(kind.prototype)) { if (key === "constructor") continue; try { kind.prototype[key] = () => { throw 1; }; } catch {} } console.error("%d%%", 5, /r/, new Map(), Symbol("s")); throw new RangeError("as it is");',
    words: threw,
    errorName: 'RangeError',
    logLines: 1,
    why: 'lines and errors are made of strings',
    limits,
    next: honest,
  },
  {
    name: 'Error with no limit to its stack and a stack that is prepared',
    source:
      'Object.defineProperty(Error, "stackTraceLimit", { get() { throw 1; } }); Error.prepareStackTrace = (e, sites) => ({ sites, toString() { throw 2; } }); Error.captureStackTrace = () => { throw 3; }; null.x;',
    words: threw,
    errorName: 'TypeError',
    why: 'V8 calls it when a stack is read',
    limits,
    next: honest,
  },
  {
    name: 'globals deleted and frozen',
    source:
      'for (const key of Reflect.ownKeys(globalThis)) { try { delete globalThis[key]; } catch {} } (() => {}).constructor("return 1")();',
    words: fine,
    result: 1,
    why: 'the runtime looks none of them up',
    limits,
    next: honest,
  },
  {
    name: 'the global object frozen, its prototype replaced',
    source:
      'Object.setPrototypeOf(Object.prototype, null); try { Object.setPrototypeOf(globalThis, new Proxy({}, { get() { throw 1; } })); } catch {} Object.freeze(globalThis); Object.freeze(Object.prototype); "frozen";',
    words: fine,
    result: 'frozen',
    why: 'the context is used once',
    limits,
    next: honest,
  },
  {
    name: 'input that is a setter before the program',
    source:
      'const { set } = Object.getOwnPropertyDescriptor(globalThis, "input"); [typeof set, input.__proto__ === Object.prototype, Object.keys(input), input.constructor === Object];',
    input: JSON.parse('{"__proto__":{"polluted":1},"constructor":2}') as unknown,
    words: fine,
    result: ['undefined', false, ['__proto__', 'constructor'], false],
    why: 'names in JSON are names, not prototypes',
    limits,
    next: { source: 'typeof {}.polluted', result: 'undefined' },
  },
];
