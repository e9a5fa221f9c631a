/** Programs that use what WebAssembly got of late: garbage collection, exceptions, second stacks. */
import {
  fine,
  type HostileProgram,
  littleMemory,
  littleTime,
  outOfMemory,
  outOfTime,
  threw,
} from './hostile-program.ts';
import { assembler } from './memory.ts';

const limits = littleTime;
const memoryLimits = { ...littleMemory, cpuUsMax: 3_000_000, wallUsMax: 8_000_000 };
/** One function without parameters, exported as f. */
const oneFunction = (code: string, sections = ''): string => `${assembler}
  const code = [0, ${code}, 0x0b];
  const module = assemble(
    section(1, [2, 0x60, 0, 0, 0x5e, 0x78, 1]), section(3, [1, 0]), ${sections}
    section(7, [1, 1, 0x66, 0, 0]), section(10, [1, ...leb(code.length), ...code]));
  const { f } = new WebAssembly.Instance(module).exports;`;
/** Calls the import m.f, exported as g. */
const throughImport = (f: string): string => `${assembler}
  const module = assemble(
    section(1, [1, 0x60, 0, 0]), section(2, [1, 1, 0x6d, 1, 0x66, 0, 0]), section(3, [1, 0]),
    section(7, [1, 1, 0x67, 0, 1]), section(10, [1, 4, 0, 0x10, 0, 0x0b]));
  const { g } = new WebAssembly.Instance(module, { m: { f: ${f} } }).exports;`;
const nineHundredMegabytes = '0x41, 0x80, 0xd2, 0x93, 0xad, 3';

export const recentWebAssemblyPrograms: readonly HostileProgram[] = [
  {
    name: 'calls in the place of the caller, for ever',
    source: `${oneFunction('0x12, 0')} f();`,
    words: outOfTime,
    why: 'no stack grows, so nobody looks at it',
    limits,
  },
  {
    name: 'exceptions thrown and caught for ever',
    source: `${oneFunction('3, 0x40, 2, 0x40, 0x1f, 0x40, 1, 2, 0, 8, 0, 0x0b, 0x0b, 0x0c, 0, 0x0b', 'section(13, [1, 0, 0]),')} f();`,
    words: outOfTime,
    why: 'unwinding is the work of the engine',
    limits,
  },
  {
    name: 'fills of memory for ever',
    source: `${oneFunction('3, 0x40, 0x41, 0, 0x41, 1, 0x41, 0x80, 0x80, 0x80, 8, 0xfc, 11, 0, 0x0c, 0, 0x0b', 'section(5, [1, 0, ...leb(512)]),')} f();`,
    words: [...outOfTime, ...outOfMemory],
    why: 'one instruction, sixteen megabytes',
    limits,
  },
  {
    name: 'an array of WebAssembly of nine hundred megabytes',
    source: `${oneFunction(`${nineHundredMegabytes}, 0xfb, 7, 1, 0x1a`)} f();`,
    words: [...outOfMemory, ...outOfTime, ...threw],
    why: 'an object of the heap that is larger than the heap',
    limits: memoryLimits,
  },
  {
    name: 'arrays of WebAssembly, made and dropped for ever',
    source: `${oneFunction('3, 0x40, 0x41, 0x80, 0xad, 0xe2, 4, 0xfb, 7, 1, 0x1a, 0x0c, 0, 0x0b')} f();`,
    words: [...outOfMemory, ...outOfTime],
    why: 'ten megabytes each',
    limits: memoryLimits,
  },
  {
    name: 'a memory with addresses of 64 bits',
    source:
      'const m = new WebAssembly.Memory({ address: "i64", initial: 1n, maximum: 262144n }); m.grow(200000n); new Uint8Array(m.buffer).fill(1);',
    words: [...outOfMemory, ...outOfTime, ...threw],
    why: 'thirteen gigabytes at once',
    limits: memoryLimits,
  },
  {
    name: 'memories grown by their buffers',
    source:
      'const a = []; for (;;) { const b = new WebAssembly.Memory({ initial: 1, maximum: 1000 }).toResizableBuffer(); b.resize(500 * 65536); new Uint8Array(b).fill(1); a.push(b); }',
    words: [...outOfMemory, ...outOfTime, ...threw],
    why: 'a second way to grow a memory',
    limits: memoryLimits,
  },
  {
    name: 'memory shared by the younger ways to its buffer',
    source: `
      const m = new WebAssembly.Memory({ initial: 1, maximum: 2, shared: true });
      ['toResizableBuffer', 'toFixedLengthBuffer'].map((way) => { try { return m[way]().constructor.name; } catch (e) { return e.name; } });`,
    words: fine,
    result: ['TypeError', 'TypeError'],
    why: 'the getter refused it, these two did not',
    limits,
  },
  {
    name: 'second stacks that are never come back to',
    source: `${throughImport('new WebAssembly.Suspending(() => new Promise(() => {}))')} const go = WebAssembly.promising(g), a = []; for (;;) a.push(go());`,
    words: [...outOfMemory, ...outOfTime, ...threw, 'CRASHED'],
    why: 'each is a mapping of its own',
    limits: memoryLimits,
  },
  {
    name: 'second stacks left behind, to be come back to',
    source: `${throughImport('new WebAssembly.Suspending(() => new Promise((r) => setTimeout(r, 5)))')}
      for (let i = 0; i < 500; i++) WebAssembly.promising(g)().then(() => { globalThis.seen = 1; console.log("from the past"); });
      "left";`,
    words: fine,
    result: 'left',
    logLines: 0,
    why: 'a run that has its result is over',
    limits: { ...limits, cpuUsMax: 2_000_000, wallUsMax: 5_000_000 },
    next: {
      source: 'new Promise((resolve) => setTimeout(() => resolve(typeof seen), 20));',
      result: 'undefined',
    },
  },
  {
    name: 'a Proxy thrown through WebAssembly',
    source: `${throughImport('() => { throw new Proxy(new Error("x"), { get() { for (;;); }, getPrototypeOf() { for (;;); } }); }')} g();`,
    words: [...threw, ...outOfTime],
    why: 'the engine carries it over frames of its own',
    limits,
  },
  {
    name: 'an exception of WebAssembly, with a stack and endless getters',
    source:
      'const tag = new WebAssembly.Tag({ parameters: ["externref"] }); throw new WebAssembly.Exception(tag, [{ get stack() { for (;;); } }], { traceStack: true });',
    words: threw,
    why: 'it is no Error, and has a stack',
    limits,
  },
  {
    name: 'an exception of WebAssembly, rejected',
    source:
      'Promise.reject(new WebAssembly.Exception(new WebAssembly.Tag({ parameters: [] }), [])); 1;',
    words: threw,
    errorName: 'NotAnError',
    why: 'the engine reads what is rejected',
    limits,
  },
  {
    name: 'options of a compilation that never answer',
    source:
      'new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]), { get builtins() { for (;;); } });',
    words: [...outOfTime, ...fine],
    why: 'a compiler that asks a guest',
    limits,
  },
];
