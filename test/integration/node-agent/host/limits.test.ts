import { afterAll, beforeAll, expect, test } from 'vitest';
import { HostDriver } from '../../../support/host-driver.ts';

const megabyte = 1024 * 1024;

let host: HostDriver;
beforeAll(async () => {
  host = await HostDriver.start();
});
afterAll(() => host.close());

test('a loop is ended when its processor time is used up', async () => {
  const { ended } = await host.run({ source: 'for (;;);', limits: { cpuUsMax: 50_000 } });
  expect(ended).toMatchObject({ word: 'CPU_EXCEEDED', error: { name: 'CpuExceeded' } });
  expect(ended.cpuUs).toBeGreaterThan(50_000);
});

test('a loop is ended when its time by the clock is used up', async () => {
  const { ended } = await host.run({ source: 'for (;;);', limits: { wallUsMax: 50_000 } });
  expect(ended).toMatchObject({ word: 'WALL_EXCEEDED', error: { name: 'WallExceeded' } });
  expect(ended.wallUs).toBeGreaterThan(50_000);
});

test('waiting for a timer is time by the clock and no processor time', async () => {
  const wait = (ms: number) => `new Promise((resolve) => setTimeout(resolve, ${ms}, 'done'))`;
  const limits = { wallUsMax: 60_000 };
  const late = await host.run({ source: wait(5_000), limits });
  expect(late.ended).toMatchObject({ word: 'WALL_EXCEEDED' });
  expect(late.ended.wallUs).toBeLessThan(4_000_000);
  const waited = await host.run({ source: wait(300), limits: { cpuUsMax: 150_000 } });
  expect(waited.result).toBe('done');
  expect(waited.ended.wallUs).toBeGreaterThan(290_000);
});

test('an interval and a chain of microtasks are ended too', async () => {
  const limits = { wallUsMax: 80_000 };
  const interval = 'new Promise(() => setInterval(() => {}, 1))';
  expect((await host.run({ source: interval, limits })).ended.word).toBe('WALL_EXCEEDED');
  const chain = 'const next = () => Promise.resolve().then(next); next()';
  expect((await host.run({ source: chain, limits })).ended.word).toBe('WALL_EXCEEDED');
});

test('a heap that grows by small objects, by a Map or by JSON is ended', async () => {
  const limits = { memoryBytesMax: 24 * megabyte, wallUsMax: 20_000_000, cpuUsMax: 20_000_000 };
  for (const source of [
    'const a = []; for (;;) a.push({ x: [a.length] })',
    'const m = new Map(); for (let i = 0; ; i++) m.set(i, [i])',
  ]) {
    const { ended } = await host.run({ source, limits });
    expect(ended).toMatchObject({ word: 'MEMORY_EXCEEDED', error: { name: 'MemoryExceeded' } });
  }
  expect((await host.run({ source: '1', limits })).result).toBe(1);
});

test('a source too large for its memory is told so', async () => {
  const source = `/* ${'x'.repeat(2 * megabyte)} */ 1`;
  const { ended } = await host.run({ source, limits: { memoryBytesMax: 8 * megabyte } });
  expect(ended.word).toBe('MEMORY_EXCEEDED');
  expect((await host.run({ source })).result).toBe(1);
});

test('what the engine can refuse by itself is an ordinary throw', async () => {
  for (const source of [
    'let s = "x"; for (;;) s += s',
    'new ArrayBuffer(2 ** 32)',
    'const f = () => f() + 1; f()',
  ]) {
    const { ended } = await host.run({ source });
    expect(ended).toMatchObject({ word: 'SCRIPT_THREW', error: { name: 'RangeError' } });
  }
});

test('a result is measured inside, in bytes', async () => {
  const limits = { resultBytesMax: 100 };
  expect((await host.run({ source: '"x".repeat(98)', limits })).result).toHaveLength(98);
  for (const source of ['"x".repeat(99)', '"ä".repeat(60)', '"x".repeat(100e6)']) {
    const { ended } = await host.run({ source, limits });
    expect(ended).toMatchObject({ word: 'OUTPUT_EXCEEDED', error: { name: 'OutputExceeded' } });
    expect(ended.resultJson).toBeUndefined();
  }
});

test('a line too many or a byte too many ends the run, caught or not, in both modes', async () => {
  const bodies = [
    'for (;;) console.log("line")',
    'for (;;) try { console.log("line") } catch {}',
    'console.log("x"); console.log("y".repeat(50)); console.log("z".repeat(60))',
  ];
  const limits = { logLinesMax: 20, logBytesMax: 100, wallUsMax: 2_000_000 };
  for (const body of bodies) {
    const { ended, logs } = await host.run({ source: body, limits });
    expect(ended).toMatchObject({ word: 'OUTPUT_EXCEEDED', error: { name: 'OutputExceeded' } });
    expect(logs.length).toBeLessThanOrEqual(20);
    expect(ended.logBytes).toBeLessThanOrEqual(100);
  }
  const sliced = await host.run({
    source: `export default () => { ${bodies[0]} }`,
    isolation: 'POOLED',
    mode: 'SLICE',
    limits,
  });
  expect(sliced.ended.word).toBe('OUTPUT_EXCEEDED');
  expect(sliced.logs).toHaveLength(20);
});

test('a line that is too long is cut at a character', async () => {
  const limits = { logLineBytesMax: 10 };
  const source = 'console.log("0123456789"); console.log("0123456789a"); console.log("ääääääää")';
  const { logs } = await host.run({ source, limits });
  expect(logs.map(({ text }) => text)).toEqual(['0123456789', '0123456…', 'äää…']);
});

test('one timer more than the limit is refused with the limit in its words', async () => {
  const source = 'for (let i = 0; i < 4; i++) setTimeout(() => {}, 1e6)';
  const { ended } = await host.run({ source, limits: { timersMax: 3 } });
  expect(ended).toMatchObject({
    word: 'SCRIPT_THREW',
    error: {
      name: 'RangeError',
      message: 'The timer could not be set: 3 are waiting, which is the limit',
    },
  });
});

test('lone surrogates in console lines count for the bytes that they take', async () => {
  const limits = { logBytesMax: 3_000, logLineBytesMax: 100 };
  const source = `for (let i = 0; ; i++) console.log('\\ud83d'.repeat(20) + '\\ud83d\\ude00'.repeat(20));`;
  const { ended, logs } = await host.run({ source, limits });
  expect(ended.word).toBe('OUTPUT_EXCEEDED');
  expect(ended.logBytes).toBeLessThanOrEqual(3_000);
  expect(logs.map(({ text }) => text).every((text) => text.isWellFormed())).toBe(true);
  expect(Buffer.byteLength(logs[0]?.text ?? '')).toBeLessThanOrEqual(100);
});

test('what describes an error is cut', async () => {
  const source = 'const e = new Error("m".repeat(1e6)); e.name = "n".repeat(1e6); throw e';
  const { ended } = await host.run({ source });
  expect(ended.error?.name).toBe('n'.repeat(256));
  expect(ended.error?.message).toBe('m'.repeat(4_096));
  const deep = await host.run({ source: 'Error.stackTraceLimit = 1e6; const f = () => f(); f()' });
  expect(deep.ended.error?.stack.length).toBeLessThanOrEqual(16_384);
});

test('a timer whose delay sets timers when it is asked does not get round their limit', async () => {
  const source = `
    let set = 0;
    const delay = { valueOf() { if (set++ < 500) setTimeout(() => {}, delay); return 1e6; } };
    try { setTimeout(() => {}, delay) } catch (error) { error.name }`;
  const { result } = await host.run({ source, limits: { timersMax: 100 } });
  expect(result).toBe('RangeError');
});

test('a large text inside a logged value costs little', async () => {
  const source = `console.log({ a: 'x'.repeat(1e7), b: ['y'.repeat(1e7)] }); 'logged'`;
  const { result, logs } = await host.run({ source, limits: { memoryBytesMax: 64 * 2 ** 20 } });
  expect(result).toBe('logged');
  expect(logs[0]?.text.endsWith('…')).toBe(true);
});

test('a text that is too much to be read in the memory there is, is that', async () => {
  const statements = Array.from({ length: 60_000 }, (_, index) => `var v${index} = [{}]`);
  const source = `/* import */ ${statements.join(';')}`;
  const { ended } = await host.run({ source, limits: { memoryBytesMax: 8 * 2 ** 20 } });
  expect(ended.word).toBe('MEMORY_EXCEEDED');
});

test('a run finds its memory as free as if it were the first', async () => {
  const limits = { memoryBytesMax: 16 * megabyte };
  // Registered symbols outlive their context: V8 keeps them for as long as the isolate lives. The
  // heap of a run of a few milliseconds is not asked for.
  const source = `
    const until = Date.now() + 20;
    for (let i = 0; i < 20_000; i++) Symbol.for(input + '-' + i + 'x'.repeat(20));
    while (Date.now() < until);`;
  const words: string[] = [];
  for (let input = 0; input < 12; input++)
    words.push((await host.run({ source, input, limits })).ended.word);
  expect(new Set(words)).toEqual(new Set(['SUCCEEDED']));
});
