import { afterAll, beforeAll, expect, test } from 'vitest';
import { HostDriver } from '../../../support/host-driver.ts';

let host: HostDriver;
beforeAll(async () => {
  host = await HostDriver.start();
});
afterAll(() => host.close());

test('a module answers with its default export, or with what that returns', async () => {
  expect((await host.run({ source: 'export default { a: 1 }' })).result).toEqual({ a: 1 });
  expect((await host.run({ source: 'export default (n) => n + 1', input: 1 })).result).toBe(2);
  expect((await host.run({ source: 'export default async (n) => n + 1', input: 1 })).result).toBe(
    2,
  );
  expect((await host.run({ source: 'export default Promise.resolve(5)' })).result).toBe(5);
  const without = await host.run({ source: 'export const a = 1' });
  expect(without.ended).toMatchObject({ word: 'SUCCEEDED' });
  expect(without.ended.resultJson).toBeUndefined();
});

test('AUTO takes what has import, export or top-level await for a module', async () => {
  expect((await host.run({ source: '// export\n"export"' })).result).toBe('export');
  expect(
    (await host.run({ source: 'const f = async () => { await 1; return 2 }; f()' })).result,
  ).toBe(2);
  expect((await host.run({ source: 'await 1; export default this === undefined' })).result).toBe(
    true,
  );
  expect((await host.run({ source: 'await null' })).ended.word).toBe('SUCCEEDED');
  expect((await host.run({ source: 'for await (const n of [1]) n' })).ended.word).toBe('SUCCEEDED');
  const inFunction = await host.run({ source: 'const f = () => { for await (const n of [1]) n }' });
  expect(inFunction.ended).toMatchObject({ word: 'SYNTAX_ERROR' });
  const both = await host.run({ source: 'export default 1;\nlet a = ;' });
  expect(both.ended).toMatchObject({ word: 'SYNTAX_ERROR' });
});

test('MODULE and SCRIPT are read as such, whatever they hold', async () => {
  const strict = 'export default (() => this === undefined)()';
  expect((await host.run({ source: strict, kind: 'MODULE' })).result).toBe(true);
  expect((await host.run({ source: 'export default 1', kind: 'SCRIPT' })).ended).toMatchObject({
    word: 'SYNTAX_ERROR',
    error: { message: "Unexpected token 'export'", stack: '    at program.js:1:1' },
  });
});

test('a module that imports is refused with a word for what to do', async () => {
  const { ended } = await host.run({ source: 'import _ from "lodash"; export default _.VERSION' });
  expect(ended).toMatchObject({
    word: 'SYNTAX_ERROR',
    error: {
      message:
        'Could not import "lodash" from program.js: the program has no module of that name; ' +
        'give it along, or bundle it, as isopod run does',
    },
  });
});

test('a module is TypeScript where it says so', async () => {
  const source = 'export default (n: number): number => n * 2';
  expect((await host.run({ source, language: 'TYPESCRIPT', input: 4 })).result).toBe(8);
});

test('a module whose top level throws, now or later, says where', async () => {
  const now = await host.run({ source: 'export default 1;\nthrow new Error("top")' });
  expect(now.ended).toMatchObject({
    word: 'SCRIPT_THREW',
    error: { name: 'Error', message: 'top', stack: '    at program.js:2:7' },
  });
  const later = 'await new Promise((r) => setTimeout(r, 5));\nthrow new Error("late")';
  expect((await host.run({ source: `${later}; export {}` })).ended).toMatchObject({
    word: 'SCRIPT_THREW',
    error: { message: 'late' },
  });
});

test('top-level await is waited for before the default export is called', async () => {
  const source = `
    const a = await new Promise((resolve) => setTimeout(() => resolve(3), 5));
    console.log('evaluated');
    export default async (n) => { console.log('called'); return a + n }`;
  const { result, logs } = await host.run({ source, input: 4 });
  expect(result).toBe(7);
  expect(logs.map(({ text }) => text)).toEqual(['evaluated', 'called']);
  const never = await host.run({ source: 'await new Promise(() => {}); export default 1' });
  expect(never.ended).toMatchObject({ word: 'SCRIPT_THREW', error: { name: 'NeverSettled' } });
});

test('a pooled module keeps its state between runs, in THREAD and in SLICE', async () => {
  const source = 'let n = 0; export default () => ++n';
  const codeId = host.load({ source });
  const seen = [];
  for (const mode of ['THREAD', 'SLICE', 'THREAD', 'SLICE'] as const) {
    const { result, ended } = await host.run({ codeId, isolation: 'POOLED', mode });
    seen.push([result, ended.isWarm]);
  }
  expect(seen).toEqual([
    [1, false],
    [2, true],
    [3, true],
    [4, true],
  ]);
  const other = await host.run({ source, isolation: 'POOLED' });
  expect(other.result).toBe(1);
  expect((await host.run({ codeId })).result).toBe(1);
});

test('a pooled module that throws keeps its state, one that is ended by a limit does not', async () => {
  const source = `
    let n = 0;
    export default (what) => {
      n++;
      if (what === 'throw') throw new Error('asked to');
      while (what === 'loop');
      return n;
    }`;
  const codeId = host.load({ source });
  const call = (input?: string) =>
    host.run({ codeId, isolation: 'POOLED', input, limits: { wallUsMax: 200_000 } });
  await call();
  expect((await call('throw')).ended.word).toBe('SCRIPT_THREW');
  expect((await call()).result).toBe(3);
  expect((await call('loop')).ended.word).toBe('WALL_EXCEEDED');
  expect((await call()).result).toBe(1);
});

test('a promise that a failed run of a pooled module left behind is no result of a later one', async () => {
  const source = `
    const waiting = [];
    export default (what) => {
      if (what === 'fail') setTimeout(() => { throw new Error('in a timer') }, 1);
      else for (const settle of waiting) settle('what the first run waited for');
      return new Promise((resolve) => {
        if (what === 'fail') waiting.push(resolve);
        else setTimeout(() => resolve('its own'), 5);
      });
    }`;
  const codeId = host.load({ source });
  const call = (input: string) => host.run({ codeId, isolation: 'POOLED', input });
  expect((await call('fail')).ended.word).toBe('SCRIPT_THREW');
  const { result, ended } = await call('succeed');
  expect([result, ended.isWarm]).toEqual(['its own', true]);
});

test('a pooled module is warm again only where its limit of memory is the same', async () => {
  const codeId = host.load({ source: 'let n = 0; export default () => ++n' });
  const run = (memoryBytesMax: number) =>
    host.run({ codeId, isolation: 'POOLED', limits: { memoryBytesMax } });
  expect((await run(64 << 20)).result).toBe(1);
  expect((await run(32 << 20)).result).toBe(1);
  expect((await run(64 << 20)).result).toBe(2);
});

test('a run in SLICE has its logs, its throw and its promise like one in THREAD', async () => {
  const source = `export default async (what) => {
    console.warn('in');
    if (what === 'throw') throw new TypeError('no');
    await new Promise((r) => setTimeout(r, 2));
    console.log('out');
    return what;
  }`;
  const codeId = host.load({ source });
  const run = (input: string) => host.run({ codeId, isolation: 'POOLED', mode: 'SLICE', input });
  const threw = await run('throw');
  expect(threw.ended).toMatchObject({ word: 'SCRIPT_THREW', error: { name: 'TypeError' } });
  expect(threw.ended.error?.stack).toBe('    at default (program.js:3:33)');
  const done = await run('x');
  expect(done.result).toBe('x');
  expect(done.logs.map(({ level, text }) => [level, text])).toEqual([
    ['WARN', 'in'],
    ['LOG', 'out'],
  ]);
});

test('a dropped code and a reset forget warm isolates', async () => {
  const source = 'let n = 0; export default () => ++n';
  const codeId = host.load({ source });
  await host.run({ codeId, isolation: 'POOLED' });
  host.send({ name: 'drop', codeId });
  const again = { name: 'load', codeId, kind: 'AUTO', language: 'JAVASCRIPT' } as const;
  host.send({ ...again, fileName: 'a.js', source });
  expect((await host.run({ codeId, isolation: 'POOLED' })).result).toBe(1);
  host.send({ name: 'reset' }, { ...again, fileName: 'a.js', source });
  await host.frame((frame) => frame.name === 'reset-done');
  expect((await host.run({ codeId, isolation: 'POOLED' })).ended).toMatchObject({ isWarm: false });
});
