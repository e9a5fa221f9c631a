/** Programs that say too much: in results, in log lines, in errors. */
import {
  fine,
  type HostileProgram,
  littleTime,
  outOfMemory,
  outOfTime,
  threw,
  tooMuch,
} from './hostile-program.ts';

const limits = { ...littleTime, logLinesMax: 10, logBytesMax: 1_000, logLineBytesMax: 100 };

export const outputPrograms: readonly HostileProgram[] = [
  {
    name: 'log lines without end',
    source: 'for (;;) console.log("again");',
    words: tooMuch,
    logLines: 10,
    why: 'every line is carried to the caller',
    limits,
  },
  {
    name: 'log lines without end, the refusal caught',
    source: 'for (;;) try { console.log("again"); } catch {}',
    words: tooMuch,
    logLines: 10,
    why: 'the end of a run is not for the run to catch',
    limits,
  },
  {
    name: 'log lines from microtasks without end',
    source:
      'const more = () => { try { console.warn("more"); } catch {} return Promise.resolve().then(more); }; more(); 1;',
    words: tooMuch,
    logLines: 10,
    why: 'after the result, and never ending',
    limits,
  },
  {
    name: 'progress without end',
    source: 'for (;;) progress("x".repeat(60_000));',
    words: outOfTime,
    why: 'every word of it is carried to the caller',
    limits,
  },
  {
    name: 'progress that is told while it is told',
    source: `const bomb = { get deep() { progress(bomb); return 1; } };
      try { progress(bomb); } catch {} progress({ toJSON: () => "x".repeat(3e7) });`,
    words: threw,
    why: 'the runtime is entered from inside itself',
    limits,
  },
  {
    name: 'bytes that are more than they say',
    source: `const bytes = new Uint8Array(30_000_000);
      Object.defineProperty(bytes, "byteLength", { value: 1 });
      Object.defineProperty(bytes, "length", { value: 1 }); bytes;`,
    words: tooMuch,
    why: 'what is measured is what would be copied',
    limits,
  },
  {
    name: 'log lines while a log line is made',
    source:
      'const p = new Proxy({}, { ownKeys() { console.log("inner"); return []; } }); for (let i = 0; i < 50; i++) console.log(p);',
    words: tooMuch,
    logLines: 10,
    why: 'the runtime is entered from inside itself',
    limits,
  },
  {
    name: 'one line of thirty megabytes',
    source: 'console.log("x".repeat(3e7)); "cut";',
    words: fine,
    result: 'cut',
    logLines: 1,
    why: 'a line is cut before it is copied out',
    limits,
  },
  {
    name: 'lines of characters that are three bytes each',
    source: String.raw`for (let i = 0; i < 9; i++) console.log("\u20ac".repeat(60)); 1;`,
    words: [...fine, ...tooMuch],
    why: 'bytes are counted, not characters',
    limits,
  },
  {
    name: 'a value of a hundred in a hundred in a hundred shown',
    source:
      'const wide = (depth) => depth ? Array.from({ length: 100 }, () => wide(depth - 1)) : "leaf"; console.log(wide(3), new Map([[wide(2), wide(2)]])); "shown";',
    words: fine,
    result: 'shown',
    logLines: 1,
    why: 'showing a value has a width, a depth and a length',
    limits: { ...limits, cpuUsMax: 3_000_000, wallUsMax: 5_000_000 },
  },
  {
    name: 'a typed array that says it has 2^53 elements',
    source:
      'const view = new Uint8Array(8); Object.defineProperty(view, "length", { value: 2 ** 53 }); console.log(view); 1;',
    words: fine,
    logLines: 1,
    why: 'a length is the word of a guest',
    limits,
  },
  {
    name: 'things that throw when they are shown',
    source: `
      const bad = () => { throw new Error('bad'); };
      const evil = { toString: bad, valueOf: bad, [Symbol.toPrimitive]: bad, get [Symbol.toStringTag]() { bad(); } };
      console.log(evil, '%s %d %i %f %j %o', evil, evil, evil, evil, evil, new Proxy({}, { getPrototypeOf: bad, ownKeys: bad }));
      console.log(Object.assign(new Error(), { name: evil, message: evil, stack: evil }));
      'shown';`,
    words: fine,
    result: 'shown',
    logLines: 2,
    why: 'showing never throws',
    limits,
  },
  {
    name: 'a result of twenty megabytes in many pieces',
    source: 'Array.from({ length: 20 }, () => "x".repeat(1e6));',
    words: tooMuch,
    why: 'a result is measured before it is copied out',
    limits: { ...limits, cpuUsMax: 2_000_000, wallUsMax: 5_000_000 },
  },
  {
    name: 'a result of half a gigabyte that takes no memory',
    source: '"x".repeat(2 ** 29 - 24);',
    words: tooMuch,
    why: 'a string of references becomes one of bytes when it is copied',
    limits,
  },
  {
    name: 'a result within its characters and over its bytes',
    source: String.raw`"\u20ac".repeat(900);`,
    words: tooMuch,
    why: 'the limit is one of bytes',
    limits: { ...limits, resultBytesMax: 1_000 },
  },
  {
    name: 'a result that holds itself',
    source: 'const a = {}; a.a = a; a;',
    words: threw,
    errorName: 'TypeError',
    why: 'no JSON can be made of it',
    limits,
  },
  {
    name: 'a result with a BigInt in it',
    source: '({ n: 1n });',
    words: threw,
    errorName: 'TypeError',
    why: 'no JSON can be made of it',
    limits,
  },
  {
    name: 'a result of what JSON leaves out',
    source:
      '[Symbol("s"), () => 1, undefined, NaN, Infinity, -0, new Map([[1, 2]]), new Error("e"), /r/g, new Proxy([1], {})];',
    words: fine,
    result: [null, null, null, null, null, 0, {}, {}, {}, [1]],
    why: 'what JSON makes of it is what is said',
    limits,
  },
  {
    name: 'a result as deep as memory allows',
    source: 'let a = []; for (let i = 0; i < 2e5; i++) a = [a]; a;',
    words: [...fine, ...threw],
    why: 'whoever walks it must not recurse',
    limits,
  },
  {
    name: 'a result of four thousand million holes',
    source: 'const a = []; a.length = 2 ** 32 - 1; a;',
    words: [...threw, ...outOfTime, ...outOfMemory],
    why: 'nothing in memory, "null," four thousand million times',
    limits,
  },
  {
    name: 'a result whose getters make more of it',
    source: 'const grow = () => ({ get a() { return grow(); } }); grow();',
    words: [...threw, ...outOfTime, ...outOfMemory],
    why: 'a value is as large as its getters say',
    limits,
  },
  {
    name: 'an error of a million characters in all its parts',
    source:
      'const e = new Error("m".repeat(1e6)); e.name = "N".repeat(1e6); e.stack = "    at x".repeat(1e6); throw e;',
    words: threw,
    why: 'errors are cut before they are copied out',
    limits,
  },
  {
    name: 'lone surrogates and control characters in a line and a result',
    source: String.raw`console.log("\ud800\u0000\u001b[2J\u2028"); "\udfff\u0000\u2029";`,
    words: fine,
    logLines: 1,
    why: 'texts travel as UTF-8, which has no word for them',
    limits,
  },
  {
    name: 'an error that calls itself a verdict',
    source:
      'class MemoryExceeded extends Error { name = "MemoryExceeded"; } throw new MemoryExceeded("forged");',
    words: threw,
    why: 'the word of a run is not taken from its error',
    limits,
  },
];
