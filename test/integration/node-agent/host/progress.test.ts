/** What programs say of their progress, through a real host. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { progressBurstMax, progressEveryMs } from '../../../../shared/execution/progress.ts';
import { HostDriver, type RunWish } from '../../../support/host-driver.ts';

let host: HostDriver;
beforeAll(async () => {
  host = await HostDriver.start();
});
afterAll(() => host.close());

async function told(wish: RunWish): Promise<unknown[]> {
  const runId = host.begin(wish);
  const { ended } = await host.end(runId);
  expect([ended.word, ended.error]).toEqual(['SUCCEEDED', undefined]);
  return progressOf(runId);
}

function progressOf(runId: number): unknown[] {
  return host.received.flatMap((frame) =>
    frame.name === 'progress' && frame.runId === runId
      ? [JSON.parse(frame.valueJson) as unknown]
      : [],
  );
}

test('a program is heard while it runs, in the order in which it tells', async () => {
  const source = `progress(0.5); progress({ done: 1, total: 2 }); progress(); 'end'`;
  expect(await told({ source })).toEqual([0.5, { done: 1, total: 2 }, null]);
  const module = 'export default async (_input, context) => { context.progress("m"); };';
  expect(await told({ source: module })).toEqual(['m']);
});

test('what a program tells last is heard, however fast it was', async () => {
  const source = 'for (let i = 0; i <= 10_000; i++) progress(i); 0';
  for (const mode of ['THREAD', 'SLICE'] as const) {
    const heard = await told({ source, mode });
    expect(heard.at(-1)).toBe(10_000);
    expect(heard.length).toBeLessThan(100);
  }
});

test('a program that waits is heard while it waits', async () => {
  const source = `
    for (let i = 0; i < ${progressBurstMax + 5}; i++) progress(i);
    new Promise((resolve) => setTimeout(resolve, 60_000))`;
  const limits = { wallUsMax: 900_000_000 };
  const runId = host.begin({ source, limits });
  await host.frame(
    (frame) =>
      frame.name === 'progress' &&
      frame.runId === runId &&
      frame.valueJson === `${progressBurstMax + 4}`,
  );
  host.send({ name: 'cancel', runId });
  await host.end(runId);
});

test('a program that comes and goes a thousand times is heard no more often than one may be', async () => {
  const source = `
    (async () => {
      for (let i = 0; i < 500; i++) { progress(i); await tools.echo(); }
      return 0;
    })()`;
  const answer = (): { readonly name: 'returned' } => ({ name: 'returned' });
  for (const mode of ['THREAD', 'SLICE'] as const) {
    const runId = host.begin({ source, toolNames: ['echo'], answer, mode });
    const { ended } = await host.end(runId);
    expect(ended.word).toBe('SUCCEEDED');
    const heard = progressOf(runId);
    expect(heard.at(-1)).toBe(499);
    const heardMax = progressBurstMax + ended.wallUs / 1_000 / progressEveryMs + 2;
    expect(heard.length).toBeLessThanOrEqual(heardMax);
  }
});

test('a deterministic program may tell of its progress', async () => {
  const source = 'progress(1); progress(2); setTimeout(() => progress(3), 1e6); 0';
  expect(await told({ source, determinism: { seed: 0, startEpochMs: 0 } })).toEqual([1, 2]);
});

test('a word that is too long, or is no JSON, is an error of the program', async () => {
  const tries = `[
    () => progress('x'.repeat(70_000)), () => progress('\\u00e4'.repeat(40_000)),
    () => progress(1n), () => { const o = {}; o.o = o; progress(o); },
    () => progress({ get a() { throw new RangeError('mine'); } }),
    () => progress('y'.repeat(60_000)),
  ].map((run) => { try { run(); return 'told'; } catch (error) { return error.name; } })`;
  const { result } = await host.run({ source: tries });
  expect(result).toEqual([
    ...['RangeError', 'RangeError', 'TypeError', 'TypeError', 'RangeError'],
    'told',
  ]);
});

test('getters that tell, and loop, and replaced methods harm nobody', async () => {
  const nested = `
    const bomb = { get a() { progress(2); return 1; } };
    JSON.stringify = Date.now = Math.max = () => { throw 1; };
    Object.prototype.untold = 'x'; Array.prototype.push = null;
    progress(bomb); 0`;
  expect(await told({ source: nested })).toEqual([2, { a: 1 }]);
  const limits = { wallUsMax: 200_000 };
  const { ended } = await host.run({ source: 'progress({ toJSON() { for (;;); } })', limits });
  expect(ended.word).toBe('WALL_EXCEEDED');
});

test('nothing is heard of a run in the next one of its module', async () => {
  const source = `
    let kept;
    export default (n) => { kept?.(); kept = () => progress('old'); progress(n); return n; }`;
  const codeId = host.load({ source });
  const isolation = 'POOLED';
  expect(await told({ codeId, isolation, input: 1 })).toEqual([1]);
  expect(await told({ codeId, isolation, input: 2 })).toEqual(['old', 2]);
});
