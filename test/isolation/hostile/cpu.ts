/** Programs that take processor time, by ways that do not look like a loop. */
import {
  fine,
  type HostileProgram,
  littleTime,
  outOfMemory,
  outOfTime,
  threw,
} from './hostile-program.ts';
import { assembler } from './memory.ts';

const limits = littleTime;

export const cpuPrograms: readonly HostileProgram[] = [
  {
    name: 'a comparator that never answers',
    source: '[3, 2, 1].sort(() => { for (;;); });',
    words: outOfTime,
    why: 'guest code called by a builtin',
    limits,
  },
  {
    name: 'a comparator that contradicts itself over a million numbers',
    source: 'for (;;) Array.from({ length: 1e5 }, (_, i) => i).sort(() => Math.random() - 0.5);',
    words: outOfTime,
    why: 'sorting never ends well, but it ends',
    limits,
  },
  {
    name: 'a conversion that never ends',
    source: '`${{ [Symbol.toPrimitive]() { for (;;); } }}`;',
    words: outOfTime,
    why: 'guest code called by a conversion',
    limits,
  },
  {
    name: 'a power of a large number',
    source: '3n ** 40000000n;',
    words: [...outOfTime, ...threw],
    why: 'arithmetic that does not look whether it shall stop',
    limits,
  },
  {
    name: 'a number of ten million digits read',
    source: 'BigInt("9".repeat(1e7)) % 7n;',
    words: [...outOfTime, ...fine, ...threw],
    why: 'as above, from a text',
    limits,
  },
  {
    name: 'a division of large numbers, again and again',
    source: 'const a = 7n ** 2000000n, b = 3n ** 1000000n; for (;;) a / b;',
    words: outOfTime,
    why: 'each step is seconds long',
    limits,
  },
  ...Object.entries({
    includes: '1',
    lastIndexOf: '1',
    reverse: '',
    join: '',
    fill: '1',
    copyWithin: '1, 0',
    findLast: '() => false',
    toString: '',
  }).map(
    ([method, args]): HostileProgram => ({
      name: `${method} over a length of 2^53`,
      source: `Array.prototype.${method}.call({ length: 2 ** 53 - 1, join: Array.prototype.join }, ${args});`,
      words: [...outOfTime, ...threw, ...outOfMemory],
      why: 'a builtin counts to a number that no machine reaches',
      limits,
    }),
  ),
  {
    name: 'an array of a length of 2^53',
    source: 'Array.from({ length: 2 ** 53 - 1 });',
    words: [...outOfTime, ...threw, ...outOfMemory],
    why: 'it is made before it is refused',
    limits,
  },
  {
    name: 'a regular expression with nested repetition and no match',
    source: '/^(?:(?:a*)*)*$/.test("a".repeat(60) + "!");',
    words: outOfTime,
    why: 'backtracking without bound',
    limits,
  },
  {
    name: 'a regular expression that looks behind itself',
    source:
      '/(?<=(?:a|aa)+)b$/.test("a".repeat(5000) + "c"); /(?<!(a+)+)b/.exec("a".repeat(60) + "b"); for (;;) /(x+x+)+y/.test("x".repeat(40));',
    words: outOfTime,
    why: 'backtracking in both directions',
    limits,
  },
  {
    name: 'a replacement that replaces for ever',
    source: '"a".replace(/a/g, () => { for (;;); });',
    words: outOfTime,
    why: 'guest code called in the middle of a match',
    limits,
  },
  {
    name: 'marks of a composed letter put in order',
    source: String.raw`("a" + "\u0300\u0323".repeat(4e6)).normalize("NFC").length;`,
    words: outOfTime,
    why: 'quadratic, in a library that cannot be interrupted',
    limits,
  },
  {
    name: 'a hundred million letters made capitals by the rules of Turkish',
    source: 'for (;;) "ßi".repeat(2 ** 23).toLocaleUpperCase("tr");',
    words: [...outOfTime, ...outOfMemory],
    why: 'a library that cannot be interrupted',
    limits,
  },
  {
    name: 'two long texts compared by a language',
    source:
      'const a = "ä".repeat(2e7); for (;;) a.localeCompare(a + "x", "sv", { sensitivity: "base" });',
    words: [...outOfTime, ...outOfMemory],
    why: 'the same, comparing',
    limits,
  },
  {
    name: 'words of a language without spaces',
    source:
      '[...new Intl.Segmenter("th", { granularity: "word" }).segment("กขคงจฉชซ".repeat(1e6))].length;',
    words: [...outOfTime, ...outOfMemory],
    why: 'a dictionary is searched without looking whether it shall stop',
    limits,
  },
  {
    name: 'the months between the ends of the Chinese calendar',
    source:
      'Temporal.PlainDate.from("-271821-04-19").withCalendar("chinese").until(Temporal.PlainDate.from("+275760-09-13").withCalendar("chinese"), { largestUnit: "months" }).months;',
    words: [...outOfTime, ...fine, ...threw],
    why: 'counted one by one, in a library that cannot be interrupted',
    limits,
  },
  {
    name: 'recursion that begins again whenever it ends',
    source: 'function f() { try { f(); } finally { f(); } } f();',
    words: [...outOfTime, ...threw],
    why: 'a full stack, two to the power of its depth times',
    limits,
  },
  {
    name: 'a Proxy that has endless keys',
    source: 'Object.keys(new Proxy({}, { ownKeys() { for (;;); } }));',
    words: outOfTime,
    why: 'a trap called by a builtin',
    limits,
  },
  {
    name: 'an object that inherits from a Proxy that loops',
    source:
      'const p = new Proxy({}, { has() { for (;;); }, getPrototypeOf() { for (;;); } }); with (Object.create(p)) { nothing; }',
    words: outOfTime,
    why: 'a trap called by the scope',
    limits,
  },
  {
    name: 'an instanceof that never says',
    source: '({}) instanceof { [Symbol.hasInstance]() { for (;;); } };',
    words: outOfTime,
    why: 'guest code called by an operator',
    limits,
  },
  {
    name: 'an iterator that never says it is done',
    source: 'const [, ...rest] = { [Symbol.iterator]: () => ({ next: () => ({ done: false }) }) };',
    words: [...outOfTime, ...outOfMemory],
    why: 'the language goes on asking',
    limits,
  },
  {
    name: 'a thenable that resolves with itself',
    source: 'const t = { then(f) { f({ then: t.then }); } }; t;',
    words: outOfTime,
    why: 'a result that is always one promise further',
    limits,
  },
  {
    name: 'microtasks that queue microtasks',
    source: 'const again = () => queueMicrotask(again); again(); "returned";',
    words: outOfTime,
    why: 'the program has returned, and never ends',
    limits,
  },
  {
    name: 'a loop after the result',
    source: 'Promise.resolve().then(() => { for (;;); }); 42;',
    words: outOfTime,
    why: 'the result is known, the thread is not free',
    limits,
  },
  {
    name: 'nine hundred timers of a millisecond',
    source: 'for (let i = 0; i < 900; i++) setInterval(() => {}, 1); new Promise(() => {});',
    words: outOfTime,
    why: 'most of their cost is not in the guest',
    limits: { ...limits, wallUsMax: 20_000_000 },
  },
  {
    name: 'a reviver that never ends',
    source: `JSON.parse('{"a":1}', () => { for (;;); });`,
    words: outOfTime,
    why: 'guest code called by a parser',
    limits,
  },
  {
    name: 'a result that doubles forty times when it is written',
    source: 'let a = "lol"; for (let i = 0; i < 40; i++) a = [a, a]; a;',
    words: [...outOfTime, ...threw, ...outOfMemory],
    why: 'small in memory, endless as JSON',
    limits,
  },
  {
    name: 'a loop in WebAssembly',
    source: `${assembler}
      const module = assemble(
        section(1, [1, 0x60, 0, 0]), section(3, [1, 0]), section(7, [1, 1, 0x66, 0, 0]),
        section(10, [1, 7, 0, 3, 0x40, 0x0c, 0, 0x0b, 0x0b]));
      new WebAssembly.Instance(module).exports.f();`,
    words: outOfTime,
    why: 'no JavaScript runs that could be asked to stop',
    limits,
  },
  {
    name: 'a wait in WebAssembly for what nobody will say',
    source: `${assembler}
      const module = assemble(
        section(1, [1, 0x60, 0, 1, 0x7f]), section(3, [1, 0]), section(5, [1, 3, 1, 1]),
        section(7, [1, 1, 0x66, 0, 0]),
        section(10, [1, 12, 0, 0x41, 0, 0x41, 0, 0x42, 0x7f, 0xfe, 1, 2, 0, 0x0b]));
      new WebAssembly.Instance(module).exports.f();`,
    words: ['WALL_EXCEEDED'],
    why: 'it sleeps on the thread, which takes no processor time at all',
    limits: { ...limits, wallUsMax: 500_000 },
  },
  {
    name: 'an unhandled SyntaxError with a message made for whoever parses it',
    source: 'Promise.reject(new SyntaxError(" [:1:1".repeat(1e5))); 1;',
    words: threw,
    errorName: 'SyntaxError',
    why: 'the host once parsed it by a regular expression, on its main thread',
    limits: { cpuUsMax: 2_000_000, wallUsMax: 5_000_000 },
  },
  {
    name: 'an unhandled error with a stack of five million lines',
    source: String.raw`const e = new Error(""); e.stack = "    at x\n".repeat(3e6); Promise.reject(e); 1;`,
    words: threw,
    why: 'the host cleans stacks',
    limits: { cpuUsMax: 4_000_000, wallUsMax: 8_000_000 },
  },
];
