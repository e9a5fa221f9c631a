/** Programs that want to go on after their end, or never to come to one. */
import {
  fine,
  type HostileProgram,
  littleTime,
  outOfMemory,
  outOfTime,
  threw,
} from './hostile-program.ts';

const limits = { ...littleTime, cpuUsMax: 1_000_000, wallUsMax: 3_000_000 };
/** What the next run of the tenant would see of one that went on. */
const nothingSeen = {
  source: `
    const traces = () => [typeof seen, typeof Object.prototype.seen, [].seen].join();
    new Promise((resolve) => setTimeout(() => resolve(traces()), 30));`,
  result: 'undefined,undefined,',
};
const leaveTrace = 'globalThis.seen = Object.prototype.seen = 1; console.log("from the past");';

export const latePrograms: readonly HostileProgram[] = [
  {
    name: 'timers left behind',
    source: `for (let i = 1; i < 500; i++) setTimeout(() => { ${leaveTrace} }, i % 20); "over";`,
    words: fine,
    result: 'over',
    logLines: 0,
    why: 'a run that has its result is over',
    limits,
    next: nothingSeen,
  },
  {
    name: 'an interval left behind',
    source: `setInterval(() => { ${leaveTrace} }, 1); "over";`,
    words: fine,
    logLines: 0,
    why: 'as above, for ever',
    limits,
    next: nothingSeen,
  },
  {
    name: 'promises that are settled by timers left behind',
    source: `(async () => { for (;;) { await new Promise((r) => setTimeout(r, 5)); ${leaveTrace} } })(); "over";`,
    words: fine,
    logLines: 0,
    why: 'an async function is a program of its own',
    limits,
    next: nothingSeen,
  },
  {
    name: 'finalizers left behind for the next collection',
    source: `
      const registry = new FinalizationRegistry(() => { ${leaveTrace} });
      for (let i = 0; i < 1e5; i++) registry.register({}, i);
      globalThis.registry = registry;
      "over";`,
    words: fine,
    result: 'over',
    logLines: 0,
    why: 'they would run in the middle of somebody else',
    limits,
    next: {
      source: 'for (let i = 0; i < 50; i++) new Array(1e5).fill({}); typeof seen',
      result: 'undefined',
    },
  },
  {
    name: 'WebAssembly whose compilation is not waited for',
    source: `
      const bytes = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
      const again = () => WebAssembly.compile(bytes).then(() => { ${leaveTrace} });
      setTimeout(again, 1); "over";`,
    words: fine,
    logLines: 0,
    why: 'V8 compiles on other threads and comes back when it likes',
    limits,
    next: nothingSeen,
  },
  {
    name: 'an import that is not waited for',
    source: `import('nowhere').catch(() => setTimeout(() => { ${leaveTrace} }, 1)); "over";`,
    words: fine,
    logLines: 0,
    why: 'the loader answers later',
    limits,
    next: nothingSeen,
  },
  {
    name: 'Atomics.waitAsync',
    source: 'typeof Atomics.waitAsync',
    words: fine,
    result: 'undefined',
    why: 'a timer that is not ours would call back after the end',
    limits,
  },
  {
    name: 'microtasks left by a run that was ended',
    source: `Promise.resolve().then(() => { ${leaveTrace} }); for (;;);`,
    words: outOfTime,
    logLines: 0,
    why: 'they wait in the isolate for whoever enters it next',
    limits: littleTime,
    next: nothingSeen,
  },
  {
    name: 'an error after the result',
    source: 'queueMicrotask(() => { throw new Error("late"); }); 42;',
    words: threw,
    why: 'a microtask belongs to the run, and what it throws is unhandled',
    limits,
  },
  {
    name: 'a rejection handled only after it was found unhandled',
    source:
      'const p = Promise.reject(new Error("lost")); setTimeout(() => p.catch(() => {}), 5); new Promise((r) => setTimeout(r, 20));',
    words: threw,
    why: 'as everywhere, too late is unhandled',
    limits,
  },
  {
    name: 'an unhandled rejection with what is no error',
    source: 'Promise.reject({ get stack() { return process; }, toString() { for (;;); } }); 1;',
    words: threw,
    errorName: 'NotAnError',
    why: 'the engine has its own word for it',
    limits,
  },
  {
    name: 'a hundred thousand unhandled rejections',
    source: 'for (let i = 0; i < 1e5; i++) Promise.reject(new Error("n" + i)); 1;',
    words: threw,
    why: 'each is looked at by the engine',
    limits,
  },
  {
    name: 'a hundred thousand promises awaited together',
    source:
      'Promise.all(Array.from({ length: 1e5 }, async (_, i) => { await 1; await 2; return i; })).then((all) => all.length);',
    words: [...fine, ...outOfMemory],
    result: 100_000,
    why: 'many are no harm',
    limits: { ...limits, cpuUsMax: 3_000_000, wallUsMax: 5_000_000 },
  },
  {
    name: 'more timers than there may be',
    source: 'for (;;) setTimeout(() => {}, 1e9);',
    words: threw,
    errorName: 'RangeError',
    why: 'a timer is memory and a wake-up',
    limits,
  },
  {
    name: 'timers set while a timer is asked its delay',
    source:
      'let n = 0; const delay = { valueOf() { if (n++ < 3000) setTimeout(() => {}, delay); return 1e9; } }; setTimeout(() => {}, delay);',
    words: threw,
    errorName: 'RangeError',
    why: 'the count was once looked at before the delay, which can set more',
    limits,
  },
  {
    name: 'timers set and cleared for ever',
    source: 'for (;;) clearTimeout(setTimeout(() => {}, 1));',
    words: outOfTime,
    why: 'none waits, and none is counted twice',
    limits: littleTime,
  },
  {
    name: 'a timer that sets the next, and no result',
    source: 'const next = () => setTimeout(next, 1); next(); new Promise(() => {});',
    words: ['WALL_EXCEEDED', 'CPU_EXCEEDED'],
    why: 'it sleeps nearly all the time',
    limits: { ...limits, wallUsMax: 500_000 },
  },
  {
    name: 'a sleep longer than a run may take',
    source: 'new Promise((resolve) => setTimeout(resolve, 2 ** 31 - 1));',
    words: ['WALL_EXCEEDED'],
    why: 'a parked run keeps an isolate',
    limits: { ...limits, wallUsMax: 300_000 },
  },
  {
    name: 'forty-eight days and one millisecond',
    source: 'new Promise((resolve) => setTimeout(() => resolve("at once"), 2 ** 32));',
    words: fine,
    result: 'at once',
    why: 'a delay that overflows is one millisecond, as everywhere',
    limits,
  },
  {
    name: 'a module whose top level waits for ever',
    source: 'await new Promise(() => {}); export default 1;',
    words: threw,
    errorName: 'NeverSettled',
    why: 'it neither runs nor ends',
    limits,
  },
  {
    name: 'a module whose top level sleeps for ever',
    source: 'for (;;) await new Promise((r) => setTimeout(r, 1)); export default 1;',
    words: ['WALL_EXCEEDED', 'CPU_EXCEEDED'],
    why: 'as above, with timers',
    limits: { ...limits, wallUsMax: 300_000 },
  },
  {
    name: 'an async iterator that never ends',
    source:
      '(async () => { for await (const _ of { [Symbol.asyncIterator]: () => ({ next: async () => ({ done: false }) }) }); })();',
    words: outOfTime,
    why: 'microtasks for ever, none of them long',
    limits: littleTime,
  },
  {
    name: 'a generator that is closed while it runs on',
    source: 'function* g() { try { yield 1; } finally { for (;;); } } for (const _ of g()) break;',
    words: outOfTime,
    why: 'leaving a loop runs code',
    limits: littleTime,
  },
  {
    name: 'a resource whose disposal never ends',
    source: '{ using r = { [Symbol.dispose]() { for (;;); } }; } 1;',
    words: outOfTime,
    why: 'leaving a block runs code',
    limits: littleTime,
  },
];
