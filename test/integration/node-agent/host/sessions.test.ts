import { afterEach, beforeEach, expect, test } from 'vitest';
import { HostDriver, type RunWish } from '../../../support/host-driver.ts';

const sessionId = 1;
let host: HostDriver;
beforeEach(async () => {
  host = await HostDriver.start();
  host.send({ name: 'open-session', sessionId, memoryBytesMax: 32 * 1024 * 1024 });
});
afterEach(() => host.close());

/** Runs the sources one after the other in the session; what the last one came to. */
async function run(...wishes: (string | RunWish)[]) {
  let last: Awaited<ReturnType<HostDriver['run']>> | undefined;
  for (const wish of wishes)
    last = await host.run({ ...(typeof wish === 'string' ? { source: wish } : wish), sessionId });
  if (!last) throw new Error('no run');
  return last;
}

test('what a run declares is there for the runs after it', async () => {
  const { result } = await run(
    'let a = 1; const b = 2; var c = 3; function f(n) { return n + a + b + c; } class K {}',
    'a = 10; globalThis.d = 4;',
    '[f(0), typeof K, d]',
  );
  expect(result).toEqual([15, 'function', 4]);
});

test('nothing of a session is there for other runs, nor for another session', async () => {
  await run('let mine = 1; globalThis.also = 2; Array.prototype.third = 3;');
  const look = { source: '[typeof mine, typeof also, [].third]' };
  expect((await host.run(look)).result).toEqual(['undefined', 'undefined', null]);
  host.send({ name: 'open-session', sessionId: 2, memoryBytesMax: 32 * 1024 * 1024 });
  expect((await host.run({ ...look, sessionId: 2 })).result).toEqual([
    'undefined',
    'undefined',
    null,
  ]);
});

test('a session has input, promises, timers, TypeScript and console lines as other runs have', async () => {
  const { result, logs } = await run(
    {
      source: 'const n: number = input.n; console.log(`n=${n}`);',
      input: { n: 5 },
      language: 'TYPESCRIPT',
    },
    'function later(v) { return new Promise((done) => setTimeout(() => done(v), 5)); }',
    'console.log("waits"); later(n * 2)',
  );
  expect(result).toBe(10);
  expect(logs.map(({ text }) => text)).toEqual(['waits']);
  expect((await run({ source: 'input', input: 'again' })).result).toBe('again');
});

test('modules run in the scope of a session and reach it by globalThis', async () => {
  const module = 'globalThis.count = (globalThis.count ?? 0) + 1; export default (n) => n + count;';
  await run('globalThis.count = 10');
  expect((await run({ source: module, input: 5 })).result).toBe(16);
  expect((await run({ source: module, input: 5 })).result).toBe(17);
  expect((await run('count')).result).toBe(12);
});

test.each([
  ['throws', 'x = 2; missing.y', 'SCRIPT_THREW', 'ReferenceError'],
  ['throws what is no Error', 'x = 2; throw { no: "error" }', 'SCRIPT_THREW', 'NotAnError'],
  ['rejects', 'x = 2; Promise.reject(new RangeError("r"))', 'SCRIPT_THREW', 'RangeError'],
  [
    'leaves a rejection unhandled',
    'x = 2; (async () => { null.y })(); 5',
    'SCRIPT_THREW',
    'TypeError',
  ],
  ['declares twice', 'let once = 1;', 'SCRIPT_THREW', 'SyntaxError'],
  ['never settles', 'x = 2; new Promise(() => {})', 'SCRIPT_THREW', 'NeverSettled'],
  ['does not compile', 'x = ;', 'SYNTAX_ERROR', 'SyntaxError'],
  [
    'throws in a timer',
    'x = 2; new Promise(() => setTimeout(() => { throw new Error("t") }))',
    'SCRIPT_THREW',
    'Error',
  ],
  [
    'is a module that throws',
    'x = 2; throw new Error("m"); export default 1',
    'SCRIPT_THREW',
    'Error',
  ],
])('a session outlives a run that %s', async (_what, source, word, name) => {
  await run('let once = 0; let x = 1;');
  const { ended } = await run(source);
  expect(ended).toMatchObject({ word, error: { name } });
  expect(ended).not.toHaveProperty('isSessionLost');
  const { result } = await run('[once, typeof x]');
  expect(result).toEqual([0, 'number']);
});

test('a session outlives a result that is too long', async () => {
  await run('let x = "y".repeat(1_000)');
  const { ended } = await run({ source: 'x', limits: { resultBytesMax: 100 } });
  expect(ended.word).toBe('OUTPUT_EXCEEDED');
  expect((await run('x.length')).result).toBe(1_000);
});

test.each([
  ['loops', { source: 'for (;;);', limits: { cpuUsMax: 50_000 } }, 'CPU_EXCEEDED'],
  [
    'waits too long',
    { source: 'new Promise((d) => setTimeout(d, 9e3))', limits: { wallUsMax: 50_000 } },
    'WALL_EXCEEDED',
  ],
  [
    'logs too much',
    { source: 'for (;;) console.log("x")', limits: { logLinesMax: 10 } },
    'OUTPUT_EXCEEDED',
  ],
  [
    'loops in a microtask',
    { source: 'const f = () => Promise.resolve().then(f); f(); 1', limits: { cpuUsMax: 50_000 } },
    'CPU_EXCEEDED',
  ],
  [
    'eats its memory',
    { source: 'const a = []; for (;;) a.push("x".repeat(1e5) + a.length)' },
    'MEMORY_EXCEEDED',
  ],
])('a session is lost with a run that %s, and says so', async (_what, wish, word) => {
  await run('let x = 1');
  const { ended } = await run(wish);
  expect(ended).toMatchObject({ word, isSessionLost: true });
  // The agent sends no more to it; should one have been on its way, it finds no fresh scope.
  expect((await run('typeof x')).ended).toMatchObject({ word: 'CANCELLED', isSessionLost: true });
});

test('a run leaves no work behind: its timers and its microtasks end with it', async () => {
  await run(
    'let ticks = 0; setInterval(() => ticks++, 1); Promise.resolve().then(() => ticks += 100);',
  );
  await run('new Promise((done) => setTimeout(done, 30))');
  expect((await run('ticks')).result).toBe(100);
});

test('a promise that a later run settles goes on in that run', async () => {
  await run(
    'let settle; const log = []; (async () => { log.push(await new Promise((d) => { settle = d; })); })(); 1',
  );
  await run('settle("now")');
  expect((await run('log')).result).toEqual(['now']);
});

test('a closed session is gone, and its number free', async () => {
  await run('let x = 1');
  host.send({ name: 'close-session', sessionId });
  host.send({ name: 'open-session', sessionId, memoryBytesMax: 32 * 1024 * 1024 });
  expect((await run('typeof x')).result).toBe('undefined');
});

test('a session keeps its state over a thousand runs', async () => {
  const codeId = host.load({ source: 'n += 1' });
  await run('let n = 0');
  const runIds = Array.from({ length: 4 }, () => 0);
  for (let round = 0; round < 1_000 / runIds.length; round++)
    for (const _ of runIds) await host.run({ codeId, sessionId });
  expect((await run('n')).result).toBe(1_000);
});

test('what reads the data of a session’s modules is the session’s, and its time is limited', async () => {
  const modules = [
    { path: 'data.json', kind: 'JSON', text: '{"n":1}' },
    { path: 'data.bin', kind: 'BYTES', text: 'AQI=' },
  ] as const;
  const source =
    "import d from './data.json'; import b from './data.bin'; export default [d.n, b[1]]";
  expect((await run({ source, modules })).result).toEqual([1, 2]);
  const patched = await run(
    'const { parse } = JSON; JSON.parse = (t) => { globalThis.saw = t; return parse(t); }',
    {
      source,
      modules: [{ ...modules[0], text: '{"n":2}' }, modules[1]],
    },
  );
  expect(patched.result).toEqual([2, 2]);
  expect((await run('saw')).result).toBe('{"n":2}');
  host.send({ name: 'open-session', sessionId: 2, memoryBytesMax: 32 * 1024 * 1024 });
  await host.run({ source: 'let kept = 1', sessionId: 2 });
  const { ended } = await run('Uint8Array.fromBase64 = () => { for (;;); }', {
    source,
    modules: [modules[0], { ...modules[1], text: 'AwQ=' }],
    limits: { wallUsMax: 200_000 },
  });
  expect([ended.word, ended.isSessionLost]).toEqual(['WALL_EXCEEDED', true]);
  expect((await host.run({ source: 'kept', sessionId: 2 })).result).toBe(1);
});
