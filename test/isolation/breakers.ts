/**
 * Programs that are known to hang, crash or fill a process that uses isolated-vm, each with the
 * words it may end with and why. Data: breakers.test.ts runs them through the whole cluster.
 */

import type { OutcomeWord } from '../../shared/execution/outcome.ts';
import type { ExecutionRequest } from '../../shared/wire/execution-codec.ts';

export interface Breaker {
  readonly name: string;
  readonly source: string;
  readonly words: readonly OutcomeWord[];
  /** The error's name, where it tells more than the word. */
  readonly errorName?: string;
  /** What a run of it would do to a process without a boundary. */
  readonly why: string;
  readonly limits?: NonNullable<ExecutionRequest['limits']>;
}

const second = 1_000_000;
const memory: readonly OutcomeWord[] = ['MEMORY_EXCEEDED'];
const time: readonly OutcomeWord[] = ['CPU_EXCEEDED', 'WALL_EXCEEDED'];

/** Time enough to run out of memory on a machine that is busy with other things. */
const memoryLimits = {
  memoryBytesMax: 32 * 2 ** 20,
  cpuUsMax: 20 * second,
  wallUsMax: 30 * second,
};
const timeLimits = { cpuUsMax: second, wallUsMax: 3 * second };

export const breakers: readonly Breaker[] = [
  {
    name: 'arrays in a loop until the heap is full',
    source: 'const a = []; while (true) a.push(new Array(1000).fill(1.1));',
    words: memory,
    why: 'V8 grants a gigabyte near its limit, then the process aborts or hangs',
    limits: memoryLimits,
  },
  {
    name: 'WebAssembly memory grown and filled',
    source: `
      const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536 });
      memory.grow(60000);
      new Uint8Array(memory.buffer).fill(1);`,
    words: memory,
    why: 'lies outside the heap, so no limit of the isolate counts it',
    limits: memoryLimits,
  },
  {
    name: 'a resizable ArrayBuffer grown and filled',
    source: `
      const buffer = new ArrayBuffer(1, { maxByteLength: 3e9 });
      buffer.resize(3e9);
      new Uint8Array(buffer).fill(1);`,
    words: memory,
    why: 'lies outside the heap, so no limit of the isolate counts it',
    limits: memoryLimits,
  },
  {
    name: 'a huge array sorted',
    source: 'new Array(5e7).fill(0).map(Math.random).sort();',
    words: memory,
    why: 'a single allocation far beyond the limit',
    limits: memoryLimits,
  },
  {
    name: 'a Map that grows for ever',
    source: 'const m = new Map(); for (let i = 0; ; i++) m.set(i, { i });',
    words: memory,
    why: 'the heap fills with reachable objects',
    limits: memoryLimits,
  },
  {
    name: 'JSON text of five million numbers parsed',
    source: 'JSON.parse("[" + "1,".repeat(5e6) + "1]").map((n) => ({ n }));',
    words: memory,
    why: 'a builtin fills the heap without returning to JavaScript',
    limits: memoryLimits,
  },
  {
    name: 'a function of a million statements compiled',
    source: 'new Function(Array.from({ length: 1e6 }, (_, i) => `a${i}=${i};`).join(""))();',
    words: memory,
    why: "the compiler's memory counts too",
    limits: memoryLimits,
  },
  {
    name: 'a string split into 2^28 pieces',
    source: '"a".repeat(2 ** 28).split("");',
    words: ['CRASHED'],
    why: 'V8 gives up with a fatal error, which ends the process (with less memory it is killed before)',
    limits: { memoryBytesMax: 2 ** 30, cpuUsMax: 20 * second, wallUsMax: 30 * second },
  },
  {
    name: 'a BigInt turned into text for seconds',
    source: '(2n ** 30000000n).toString();',
    words: time,
    why: 'a builtin that does not look whether it shall stop',
    limits: timeLimits,
  },
  {
    name: 'indexOf over a length of 2^53',
    source: 'Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1);',
    words: time,
    why: 'nothing but SIGKILL ends it',
    limits: timeLimits,
  },
  {
    name: 'a thrown object whose stack is an endless getter',
    source: 'throw { get stack() { for (;;); } };',
    words: ['SCRIPT_THREW', ...time],
    why: 'reading it from the host hangs the host',
    limits: timeLimits,
  },
  {
    name: 'a thrown error whose message is an endless getter',
    source:
      'const e = new Error(); Object.defineProperty(e, "message", { get() { for (;;); } }); throw e;',
    words: time,
    why: 'reading it from the host hangs the host',
    limits: timeLimits,
  },
  {
    name: 'a thrown Proxy whose traps loop',
    source:
      'const loop = () => { for (;;); }; throw new Proxy({}, { get: loop, getPrototypeOf: loop, has: loop });',
    words: ['SCRIPT_THREW', ...time],
    why: 'wedges a thread when it escapes to the host',
    limits: timeLimits,
  },
  {
    name: 'an endless loop',
    source: 'for (;;);',
    words: time,
    why: 'the plainest of all',
    limits: timeLimits,
  },
  {
    name: 'an endless chain of microtasks',
    source: 'const next = () => { Promise.resolve().then(next); }; next();',
    words: time,
    why: 'the script returns, its microtasks never end',
    limits: timeLimits,
  },
  {
    name: 'a regular expression that backtracks',
    source: '/^(a+)+$/.test("a".repeat(40) + "b");',
    words: time,
    why: 'exponential time in one call',
    limits: timeLimits,
  },
  {
    name: 'a Proxy trap that loops',
    source: 'new Proxy({}, { get() { for (;;); } }).x;',
    words: time,
    why: 'guest code run from inside a builtin',
    limits: timeLimits,
  },
  {
    name: 'garbage made until a finalizer has run, which would loop',
    source: `
      let ran = false;
      const registry = new FinalizationRegistry(() => { ran = true; for (;;); });
      (() => registry.register({}, 1))();
      for (let hold; !ran; hold = new Array(1000)) void hold;`,
    words: time,
    why: 'a finalizer would run after the script, on the thread of the host',
    limits: timeLimits,
  },
  {
    name: 'a finalizer that loops, left behind',
    source: `
      const registry = new FinalizationRegistry(() => { for (;;); });
      for (let i = 0; i < 1000; i++) registry.register({}, i);
      'left';`,
    words: ['SUCCEEDED'],
    why: 'finalizers never run here, as the specification permits; elsewhere the process hangs',
    limits: timeLimits,
  },
  {
    name: 'a result of 100 MB',
    source: '"x".repeat(100e6);',
    words: ['OUTPUT_EXCEEDED'],
    why: 'a result is copied into the host, whatever its size',
    limits: { memoryBytesMax: 512 * 2 ** 20 },
  },
  {
    name: 'a string doubled until it cannot be',
    source: 'let s = "x"; for (;;) s += s;',
    words: ['SCRIPT_THREW'],
    errorName: 'RangeError',
    why: 'an ordinary exception: Invalid string length',
  },
  {
    name: 'a huge ArrayBuffer',
    source: 'new ArrayBuffer(2 ** 40);',
    words: ['SCRIPT_THREW'],
    errorName: 'RangeError',
    why: 'an ordinary exception: Array buffer allocation failed',
  },
  {
    name: 'recursion without end',
    source: '(function f() { f(); })();',
    words: ['SCRIPT_THREW'],
    errorName: 'RangeError',
    why: 'an ordinary exception: Maximum call stack size exceeded',
  },
  {
    name: 'a promise that never settles',
    source: 'new Promise(() => {});',
    words: ['SCRIPT_THREW'],
    errorName: 'NeverSettled',
    why: 'no timeout of isolated-vm sees it; here it ends at once',
  },
];
