/** Programs that look for a way out: to the host, to Node, to the engine, to the runtime. */
import { fine, type HostileProgram, littleTime, outOfTime, threw } from './hostile-program.ts';

const limits = { ...littleTime, cpuUsMax: 2_000_000, wallUsMax: 5_000_000 };
/** Names that would be a way out, looked for from any global object that can be had. */
const waysOut = `
  const waysOut = (scope) => ['process', 'require', 'module', 'Buffer', 'global', 'isolate', 'ivm',
    'isolatedVm', '_ivm', 'Deno', 'Bun', 'gc', 'WebSocket', 'importScripts', 'Worker', '$262',
    'ShadowRealm', 'print', 'load', 'read', 'd8', 'inspector'].filter((name) => name in scope);`;

export const escapePrograms: readonly HostileProgram[] = [
  {
    name: 'global names that lead out',
    source: `${waysOut} waysOut(globalThis);`,
    words: fine,
    result: [],
    why: 'what is not there cannot be called',
    limits,
  },
  {
    name: 'chains of constructors from every thing at hand',
    source: `${waysOut}
      const found = new Set();
      const starts = [console, console.log, setTimeout, clearTimeout, queueMicrotask, input, globalThis, this, Temporal,
        Temporal.Now.instant, WebAssembly.Memory.prototype, (async () => {}), (function* () {}), (async function* () {})];
      for (const start of starts) {
        for (let at = start, steps = 0; at && steps < 6; at = at.constructor, steps++) {
          for (const make of [at, at.constructor]) {
            try {
              const scope = make.constructor('return this')();
              if (scope !== globalThis && typeof scope.Array === 'function') found.add('another scope');
              for (const name of waysOut(scope)) found.add(name);
            } catch {}
          }
        }
      }
      [...found];`,
    input: { a: [1] },
    words: fine,
    result: [],
    why: 'a function of another realm makes code in that realm',
    limits,
  },
  {
    name: 'process by every kind of function',
    source: `
      const kinds = [() => {}, async () => {}, function* () {}, async function* () {}];
      kinds.map((kind) => { try { return typeof kind.constructor('return typeof process')().next; } catch (e) { return e.name; } });`,
    words: fine,
    result: ['undefined', 'undefined', 'function', 'function'],
    why: 'the oldest way out of vm2',
    limits,
  },
  {
    name: 'call sites of every frame, for functions and this',
    source: `
      const found = [];
      Error.prepareStackTrace = (error, sites) => {
        for (const site of sites) {
          if (site.getFunction() !== undefined && !own.includes(site.getFunction())) found.push('function');
          if (site.getThis() !== undefined && !own.includes(site.getThis())) found.push('this');
        }
        return '';
      };
      function look() { return new Error().stack; }
      const value = { toJSON() { look(); return found; }, get then() { look(); } };
      const own = [globalThis, look, value, value.toJSON, Object.getOwnPropertyDescriptor(value, 'then').get];
      queueMicrotask(look); setTimeout(look, 0); look();
      value;`,
    words: fine,
    result: [],
    why: 'frames of the runtime lie below every frame of a guest',
    limits,
  },
  {
    name: 'callers and arguments of callers',
    source: `
      const found = [];
      function look() {
        for (const reach of [() => look.caller, () => look.arguments.callee.caller, () => arguments.callee.caller]) {
          try { const it = reach(); if (it) found.push(typeof it); } catch {}
        }
      }
      const value = { toJSON: function toJSON() { look(); found.push(...[toJSON.caller].filter(Boolean).map(() => 'runtime')); return found.filter((it) => it === 'runtime'); } };
      value;`,
    words: fine,
    result: [],
    why: 'sloppy functions could once be asked who called them',
    limits,
  },
  {
    name: 'the texts of runtime functions',
    source:
      '[console.log, setTimeout, clearTimeout, queueMicrotask].every((f) => !/require|import|process|node:|isolated/.test(String(f)));',
    words: fine,
    result: true,
    why: 'they may be read, and tell nothing',
    limits,
  },
  {
    name: 'paths of the host in stacks',
    source: `
      const stacks = [new Error().stack];
      const value = { toJSON() { stacks.push(new Error().stack); return stacks.join('').match(/\\.ts|node-agent|node:|\\/home|\\/work|\\/usr|file:/g); } };
      (async () => { await 1; stacks.push(new Error().stack); await new Promise((r) => setTimeout(r, 1)); stacks.push(new Error().stack); return value; })();`,
    words: fine,
    result: null,
    why: 'a raw stack shows where the host is installed',
    limits,
  },
  {
    name: 'errors of the engine itself, for their constructors and properties',
    source: `${waysOut}
      const errors = [];
      const tries = [() => { (function f() { f(); })(); }, () => new ArrayBuffer(2 ** 60), () => null.x, () => eval('!'), () => new WebAssembly.Module(new Uint8Array(4)),
        () => JSON.parse('{'), () => new Intl.NumberFormat('x'), () => 'a'.repeat(2 ** 30), () => decodeURI('%'), () => Temporal.PlainDate.from('x')];
      for (const attempt of tries) try { attempt(); } catch (error) { errors.push(error); }
      errors.flatMap((error) => waysOut(error.constructor.constructor('return this')())).concat(errors.length);`,
    words: fine,
    result: [10],
    why: 'an error thrown by the host would belong to the host',
    limits,
  },
  {
    name: 'the error of an import, for its realm',
    source: `${waysOut} import('node:fs').then(() => 'imported', (e) => [waysOut(e.constructor.constructor('return this')()), e instanceof Error]);`,
    words: fine,
    result: [[], true],
    why: 'a rejection made by the host would belong to the host',
    limits,
  },
  {
    name: 'imports by every spelling',
    source: `
      const tries = ['fs', 'node:fs', './main.js', '/etc/passwd', 'file:///etc/passwd', 'data:text/javascript,1', 'isolated-vm', 'isopod:runtime', 'guest', ''];
      Promise.all(tries.map((name) => import(name).then(() => name, () => 0))).then((all) => all.filter(Boolean));`,
    words: fine,
    result: [],
    why: 'there is nothing to import',
    limits,
  },
  {
    name: 'what import.meta tells',
    source:
      'export default () => [Object.getOwnPropertyNames(import.meta), Object.getPrototypeOf(import.meta)];',
    words: fine,
    result: [[], null],
    why: 'a URL would tell where the host is',
    limits,
  },
  {
    name: 'the namespace of the module and its watcher',
    source: 'import * as self from "guest"; export default self;',
    words: ['SYNTAX_ERROR'],
    why: 'the runtime links guests under that name',
    limits,
  },
  {
    name: 'a result that is a function with properties of the engine',
    source: 'Object.assign(() => 1, { toJSON() { return Object.getOwnPropertyNames(this); } });',
    words: [...fine, ...threw],
    why: 'only text leaves',
    limits,
  },
  {
    name: 'a thenable that keeps what it is given',
    source: `${waysOut}
      const kept = [];
      const thenable = { then(resolve, reject) { kept.push(resolve, reject, this); resolve({ toJSON: () => kept.flatMap((it) => waysOut((it.constructor.constructor || Function)('return this')())) }); } };
      thenable;`,
    words: fine,
    result: [],
    why: 'resolving functions are made by whoever awaits',
    limits,
  },
  {
    name: 'a result settled twice and thrice',
    source:
      '({ then(resolve, reject) { resolve(1); resolve(2); reject(new Error("three")); throw new Error("four"); } });',
    words: fine,
    result: 1,
    why: 'the first end counts',
    limits,
  },
  {
    name: 'a then that is a getter with a count',
    source:
      'let asked = 0; ({ get then() { asked++; return asked === 1 ? (resolve) => resolve("first") : asked === 2 ? (resolve) => resolve({ get then() { throw new Error("third") } }) : undefined; } });',
    words: [...fine, ...threw],
    why: 'it is asked whether it is a promise, and asked again',
    limits,
  },
  {
    name: 'getters on what is thrown, that look around',
    source: `
      const found = [];
      class Looking extends Error {
        get name() { found.push(typeof this.constructor.caller); return 'Looking'; }
        get message() { return found.length + ' ' + (new Error().stack.includes('isolated-vm') ? 'engine' : 'runtime only'); }
        get stack() { return 'Looking: at large\\n    at host (/etc/passwd:1:1)'; }
      }
      throw new Looking();`,
    words: threw,
    why: 'reading an error runs its getters, in its own context only',
    limits,
  },
  {
    name: 'a class whose instances are Proxies, thrown',
    source:
      'const handler = new Proxy({}, { get(_, trap) { return () => { throw new Error(String(trap)); }; } }); throw new Proxy(new Error("real"), handler);',
    words: threw,
    why: 'every trap of it throws',
    limits,
  },
  {
    name: 'a Proxy rejected, its traps endless',
    source:
      'const loop = () => { for (;;); }; Promise.reject(new Proxy(new Error("x"), { get: loop, getPrototypeOf: loop, has: loop, getOwnPropertyDescriptor: loop })); 1;',
    words: [...threw, ...outOfTime],
    why: 'the engine reads unhandled rejections outside every try',
    limits: littleTime,
  },
  {
    name: 'a module that throws a Proxy at its top level',
    source:
      'const loop = () => { for (;;); }; throw new Proxy(new Error("x"), { get: loop, getPrototypeOf: loop, has: loop }); export default 1;',
    words: [...threw, ...outOfTime],
    why: 'and what modules throw',
    limits: littleTime,
  },
  {
    name: 'a default export that is not there yet',
    source:
      'export { late as default }; await null; let late = new Proxy(function () {}, { apply() { return "called"; } });',
    words: fine,
    result: 'called',
    why: 'a namespace is full of getters',
    limits,
  },
  {
    name: 'the second argument of a module function',
    source:
      'export default (input, context) => { const before = JSON.stringify(context); try { context.x = 1; } catch {} return [before, Object.isFrozen(context), context.constructor === Object]; };',
    words: fine,
    result: ['{"tools":{},"stdin":{}}', true, true],
    why: 'what is given to guests is of their own realm, and frozen',
    limits,
  },
  {
    name: 'memory shared through WebAssembly',
    source:
      'try { new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }).buffer.constructor.name; } catch (e) { e.name; }',
    words: fine,
    result: 'TypeError',
    why: 'with a second thread it is a clock of nanoseconds',
    limits,
  },
  {
    name: 'a clock finer than a millisecond',
    source: `
      let fine = false;
      for (let i = 0; i < 1e4 && !fine; i++) fine = Temporal.Now.instant().epochNanoseconds % 1000000n !== 0n || Date.now() % 1 !== 0 || performance.now() % 1 !== 0;
      [fine, typeof process, new Date().toISOString().length];`,
    words: fine,
    result: [false, 'undefined', 24],
    why: 'attacks on the processor measure nanoseconds',
    limits,
  },
  {
    name: 'where the machine stands and what it speaks',
    source:
      '[Intl.DateTimeFormat().resolvedOptions().timeZone, Intl.Collator().resolvedOptions().locale, new Date(0).getTimezoneOffset(), Temporal.Now.timeZoneId()];',
    words: fine,
    result: ['UTC', 'en-US', 0, 'UTC'],
    why: 'guests see no machine',
    limits,
  },
  {
    name: 'a log line taken apart on its way out',
    source: `
      const seen = [];
      for (const holder of [Function.prototype, Array.prototype, String.prototype, Object.prototype])
        for (const key of ['call', 'apply', 'slice', 'toString', 'valueOf', 'concat', 'join'])
          if (key in holder) { const was = holder[key]; holder[key] = function (...args) { seen.push(this, ...args); return was.apply(this, args); }; }
      console.log('line', { a: 1 });
      seen.filter((it) => typeof it === 'function' && /native/.test(Function.prototype.toString.call(it)) === false && it.name === 'emit').length;`,
    words: [...fine, ...threw, ...outOfTime],
    why: 'the one function that leads to the host is called with the line',
    limits,
  },
  {
    name: 'the runtime run out of stack in the middle of a line',
    source: `
      let caught = 0;
      function deep() { try { deep(); } catch { caught++; try { console.log('deep'); } catch {} try { setTimeout(() => {}, 1); } catch {} } }
      deep();
      console.log('after');
      new Promise((resolve) => setTimeout(() => resolve(caught > 0), 5));`,
    words: [...fine, 'OUTPUT_EXCEEDED'],
    why: 'its state must hold wherever it is interrupted',
    limits,
  },
  {
    name: 'recursion through the second stacks of WebAssembly',
    source: `
      const bytes = new Uint8Array([0,0x61,0x73,0x6d,1,0,0,0, 1,4,1,0x60,0,0, 2,7,1,1,0x6d,1,0x66,0,0, 3,2,1,0, 7,5,1,1,0x67,0,1, 10,6,1,4,0,0x10,0,0x0b]);
      const module = new WebAssembly.Module(bytes);
      const wrap = (f) => WebAssembly.promising(new WebAssembly.Instance(module, { m: { f } }).exports.g);
      let depth = 0;
      const plain = () => { depth++; plain(); };
      const nested = () => { depth++; if (depth % 1000 < 900) return wrap(nested)(); plain(); };
      Promise.allSettled([wrap(plain)(), wrap(nested)()]).then((all) => all.map(({ reason }) => reason?.name));`,
    words: [...fine, ...threw, ...outOfTime],
    why: 'a stack that V8 makes beside that of the thread',
    limits,
  },
  {
    name: 'the engine suspended in WebAssembly',
    source: `
      const suspending = new WebAssembly.Suspending(() => new Promise(() => {}));
      const bytes = new Uint8Array([0,0x61,0x73,0x6d,1,0,0,0, 1,4,1,0x60,0,0, 2,7,1,1,0x6d,1,0x66,0,0, 3,2,1,0, 7,5,1,1,0x67,0,1, 10,6,1,4,0,0x10,0,0x0b]);
      const { g } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { m: { f: suspending } }).exports;
      WebAssembly.promising(g)();`,
    words: threw,
    errorName: 'NeverSettled',
    why: 'a second stack that is never come back to',
    limits,
  },
];
