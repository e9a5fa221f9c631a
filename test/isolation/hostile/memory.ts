/** Programs that take memory: of V8's heap, beside it, and where its limit does not look. */
import {
  fine,
  type HostileProgram,
  littleMemory,
  outOfMemory,
  outOfTime,
  threw,
} from './hostile-program.ts';

const limits = littleMemory;
/** Assembles WebAssembly: sections of a number and bytes. */
export const assembler = `
  const leb = (n) => { const out = []; do { out.push((n & 127) | (n > 127 ? 128 : 0)); n >>>= 7 } while (n); return out };
  const section = (id, bytes) => [id, ...leb(bytes.length), ...bytes];
  const assemble = (...sections) => new WebAssembly.Module(
    new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, ...sections.flat()]));`;

export const memoryPrograms: readonly HostileProgram[] = [
  {
    name: 'a list that links to itself for ever',
    source: 'let list = null; for (;;) list = { list, a: 1, b: 2 };',
    words: outOfMemory,
    why: 'small objects fill the heap as surely as large ones',
    limits,
  },
  {
    name: 'closures over closures',
    source:
      'let f = () => 0; for (;;) { const g = f, held = [1, 2, 3]; f = () => g() + held.length; }',
    words: outOfMemory,
    why: 'contexts are heap objects that no code names',
    limits,
  },
  {
    name: 'ever new strings kept',
    source: 'const a = []; for (let i = 0; ; i++) a.push("s".repeat(20) + i);',
    words: outOfMemory,
    why: 'strings are counted like all else',
    limits,
  },
  {
    name: 'a join of 32 million pieces',
    source: 'new Array(2 ** 25).fill("abcdefgh").join();',
    words: outOfMemory,
    why: 'one builtin allocates ten times the limit',
    limits,
  },
  {
    name: 'a rope of half a gigabyte made flat',
    source: 'let s = "x"; for (let i = 0; i < 28; i++) s += s; s.charCodeAt(1); s.length;',
    words: [...outOfMemory, ...fine],
    why: 'a string made of references to strings takes its length only when it is read',
    limits,
  },
  {
    name: 'a thrown rope of a quarter of a gigabyte',
    source: 'let s = "x"; for (let i = 0; i < 28; i++) s += s; throw new Error(s);',
    words: outOfMemory,
    why: 'the description of an error is made of its message',
    limits,
  },
  {
    name: 'an unhandled rope of a quarter of a gigabyte',
    source: 'let s = "x"; for (let i = 0; i < 28; i++) s += s; Promise.reject(new Error(s)); 1',
    words: [...outOfMemory, ...threw],
    why: 'the engine copies the message of an unhandled rejection into the host',
    limits,
  },
  {
    name: 'array buffers that are never written to',
    source: 'const a = []; for (;;) a.push(new ArrayBuffer(1e6));',
    words: [...threw, ...outOfMemory],
    why: 'memory promised and not used is refused or paid like the rest',
    limits,
  },
  {
    name: 'array buffers that are filled',
    source: 'const a = []; for (;;) a.push(new Uint8Array(1e6).fill(1));',
    words: [...threw, ...outOfMemory],
    why: 'they lie outside the heap',
    limits,
  },
  {
    name: 'resizable buffers, each grown a little',
    source: `
      const a = [];
      for (;;) {
        const b = new ArrayBuffer(1, { maxByteLength: 1e8 });
        b.resize(4e6);
        new Uint8Array(b).fill(1);
        a.push(b);
      }`,
    words: [...outOfMemory, ...threw],
    why: "V8's limit does not see their growth",
    limits,
  },
  {
    name: 'a buffer transferred to ever larger ones',
    source:
      'let b = new ArrayBuffer(1e6); const a = []; for (let n = 1; ; n++) { b = b.transfer(n * 1e6); new Uint8Array(b).fill(1); a.push(new Uint8Array(b).slice(0, 1e6)); }',
    words: [...outOfMemory, ...threw],
    why: 'each transfer is an allocation by realloc',
    limits,
  },
  {
    name: 'a thousand memories of WebAssembly',
    source: `
      const a = [];
      for (;;) {
        const m = new WebAssembly.Memory({ initial: 64 });
        new Uint8Array(m.buffer).fill(1);
        a.push(m);
      }`,
    words: [...outOfMemory, ...threw],
    why: 'each reserves 8 GB of addresses, and no limit of the isolate counts what is used',
    limits,
  },
  {
    name: 'WebAssembly that grows its memory by itself',
    source: `${assembler}
      // (memory 1) loop: grow by 16 pages, fill them, again
      const code = [0, 3, 0x40, 0x41, 16, 0x40, 0, 0x41, 16, 0x74, 0x41, 1, 0x41, 0x80, 0x80, 0xc0, 0, 0xfc, 0x0b, 0, 0x0c, 0, 0x0b, 0x0b];
      const module = assemble(
        section(1, [1, 0x60, 0, 0]), section(3, [1, 0]), section(5, [1, 0, 1]),
        section(7, [1, 1, 0x66, 0, 0]), section(10, [1, code.length, ...code]));
      new WebAssembly.Instance(module).exports.f();`,
    words: [...outOfMemory, ...threw],
    why: 'no JavaScript runs that could be asked to stop',
    limits,
  },
  {
    name: 'a WebAssembly table of ten million entries, again and again',
    source:
      'const a = []; for (;;) a.push(new WebAssembly.Table({ element: "externref", initial: 1e7 }));',
    words: [...outOfMemory, ...threw],
    why: 'tables are neither memories nor objects of the heap',
    limits,
  },
  {
    name: 'modules of WebAssembly of a hundred thousand functions each, kept',
    source: `
      const leb = (n) => { const out = []; do { out.push((n & 127) | (n > 127 ? 128 : 0)); n >>>= 7 } while (n); return out };
      const count = 1e5;
      const bytes = new Uint8Array(5e5 + 64);
      let at = 0;
      const put = (...more) => { for (const byte of more) bytes[at++] = byte };
      put(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0);
      put(3, ...leb(leb(count).length + count), ...leb(count));
      at += count;
      put(10, ...leb(leb(count).length + 3 * count), ...leb(count));
      for (let i = 0; i < count; i++) put(2, 0, 0x0b);
      const kept = [];
      for (;;) kept.push(new WebAssembly.Module(bytes.subarray(0, at)));`,
    words: [...outOfMemory, ...outOfTime, ...threw],
    why: 'compiled by helpers, into memory that no isolate owns',
    limits: { ...limits, cpuUsMax: 2_000_000 },
  },
  {
    name: 'a Set of all whole numbers',
    source: 'const s = new Set(); for (let i = 0; ; i++) s.add(i);',
    words: [...outOfMemory, ...threw],
    why: 'hash tables double',
    limits,
  },
  {
    name: 'a WeakMap whose values hold its keys',
    source:
      'const m = new WeakMap(); let key = {}; const first = key; for (;;) { const next = { pad: [1, 2, 3] }; m.set(key, next); key = next; }',
    words: [...outOfMemory, ...outOfTime],
    why: 'ephemerons are the dearest thing a collector knows',
    limits: { ...limits, cpuUsMax: 1_500_000 },
  },
  {
    name: 'symbols registered without end',
    source: 'for (let i = 0; ; i++) Symbol.for("s".repeat(50) + i);',
    words: [...outOfMemory, ...outOfTime],
    why: 'the registry belongs to the isolate and outlives the context',
    limits: { ...limits, cpuUsMax: 1_500_000 },
  },
  {
    name: 'JSON that doubles',
    source: 'let a = "1"; for (;;) a = JSON.stringify([a, a]);',
    words: [...threw, ...outOfMemory],
    why: 'a text is quoted in a text',
    limits,
  },
  {
    name: 'JSON of arrays in arrays',
    source: 'JSON.parse("[".repeat(2e7) + "]".repeat(2e7));',
    words: [...outOfMemory, ...threw],
    why: 'as deep as it is long',
    limits,
  },
  {
    name: 'date formats by the thousand',
    source:
      'const a = []; for (;;) a.push(new Intl.DateTimeFormat("en-u-ca-islamic", { timeZone: "Asia/Tokyo", dateStyle: "full" }));',
    words: [...outOfMemory, ...outOfTime],
    why: 'a handle of a few bytes holds a hundred kilobytes outside the heap',
    limits: { ...limits, cpuUsMax: 1_500_000 },
  },
  {
    name: 'segmenters with a text each',
    source:
      'const a = []; for (let i = 0; ; i++) a.push(new Intl.Segmenter("en").segment("word ".repeat(1e5) + i)[Symbol.iterator]());',
    words: [...outOfMemory, ...outOfTime],
    why: 'each copies its text to where no limit looks',
    limits: { ...limits, cpuUsMax: 1_500_000 },
  },
  {
    name: 'regular expressions compiled and kept',
    source:
      'const a = []; for (let i = 0; ; i++) { const r = new RegExp("(?:" + "abcdefgh|".repeat(500) + i + ")+x"); r.test("abc"); a.push(r); }',
    words: [...outOfMemory, ...outOfTime],
    why: "compiled code lies in the process's code space",
    limits: { ...limits, cpuUsMax: 1_500_000 },
  },
  {
    name: 'functions made from texts and kept',
    source:
      'const a = []; for (let i = 0; ; i++) { const f = new Function("x", "return x + " + i + ";".repeat(500)); f(1); a.push(f); }',
    words: [...outOfMemory, ...outOfTime],
    why: 'scripts, their sources and their bytecode',
    limits: { ...limits, cpuUsMax: 1_500_000 },
  },
  {
    name: 'generators that wait for ever',
    source:
      'function* g() { const held = new Array(100).fill(1); yield held; } const a = []; for (;;) { const i = g(); i.next(); a.push(i); }',
    words: outOfMemory,
    why: 'suspended frames live in the heap',
    limits,
  },
  {
    name: 'errors with stacks of a thousand frames',
    source:
      'Error.stackTraceLimit = 1e6; const a = []; const f = (n) => (n ? f(n - 1) : a.push(new Error())); for (;;) f(1000);',
    words: outOfMemory,
    why: 'a captured stack is as large as the stack',
    limits,
  },
  {
    name: 'a queue of microtasks that nobody gets to',
    source: 'for (;;) Promise.resolve().then(() => {});',
    words: [...outOfMemory, ...outOfTime],
    why: 'the queue lies outside the heap',
    limits: { ...limits, cpuUsMax: 1_500_000 },
  },
  {
    name: 'requests to an async generator that never comes to them',
    source:
      'async function* g() { await new Promise(() => {}); } const i = g(); for (;;) i.next();',
    words: [...outOfMemory, ...outOfTime],
    why: 'a generator keeps a queue of its own',
    limits: { ...limits, cpuUsMax: 1_500_000 },
  },
  {
    name: 'proxies around proxies',
    source: 'let p = {}; for (;;) p = new Proxy(p, {});',
    words: outOfMemory,
    why: 'a chain that recursion could not walk',
    limits,
  },
  {
    name: 'an array spread into itself',
    source: 'let a = [1]; for (;;) a = [...a, ...a];',
    words: [...outOfMemory, ...threw],
    why: 'doubling by the language itself',
    limits,
  },
  {
    name: 'four thousand million holes, filled',
    source: 'const a = []; a.length = 2 ** 32 - 1; a.fill(0);',
    words: [...outOfMemory, ...outOfTime],
    why: 'an array that takes nothing until a builtin goes through it',
    limits: { ...limits, cpuUsMax: 1_500_000 },
  },
  {
    name: 'durations of Temporal without end',
    source:
      'const a = []; for (let i = 0; ; i++) a.push(Temporal.Duration.from({ seconds: i }), Temporal.Now.zonedDateTimeISO());',
    words: [...outOfMemory, ...outOfTime],
    why: 'objects whose inside another library allocates',
    limits: { ...limits, cpuUsMax: 1_500_000 },
  },
  {
    name: 'fifty megabytes left behind, and honest work after it',
    source:
      'globalThis.kept = Array.from({ length: 48 }, () => new Uint8Array(1e6).fill(1)); kept.length',
    words: fine,
    result: 48,
    why: 'what a run leaves is not taken from the next one',
    runsBefore: 6,
    next: {
      source:
        'const a = []; for (let i = 0; i < 45; i++) a.push(new Uint8Array(1e6).fill(1)); a.length',
      result: 45,
    },
  },
];
