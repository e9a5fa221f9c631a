import { afterAll, beforeAll, expect, test } from 'vitest';
import { HostDriver } from '../../../support/host-driver.ts';

let host: HostDriver;
beforeAll(async () => {
  host = await HostDriver.start();
});
afterAll(() => host.close());

const waiting = (ms: number, result: string) =>
  `new Promise((resolve) => setTimeout(resolve, ${ms}, ${JSON.stringify(result)}))`;

test('runs that wait are parked, once each, and others run meanwhile', async () => {
  const waiters = ['a', 'b', 'c'].map((name) => host.begin({ source: waiting(400, name) }));
  const quick = await host.run({ source: '"quick"' });
  expect(quick.result).toBe('quick');
  const order = host.received.map((frame) => ('runId' in frame ? [frame.name, frame.runId] : []));
  for (const runId of waiters) {
    expect(order).toContainEqual(['parked', runId]);
    expect(order).not.toContainEqual(['ended', runId]);
  }
  const ends = await Promise.all(waiters.map((runId) => host.end(runId)));
  expect(ends.map(({ result }) => result)).toEqual(['a', 'b', 'c']);
  const parked = host.received.filter((frame) => frame.name === 'parked');
  expect(parked).toHaveLength(3);
});

test('timers fire in the order in which they are due, microtasks between them', async () => {
  const source = `
    const seen = [];
    const later = (ms, word) => setTimeout(async () => { seen.push(word); await 0; seen.push(word + '+') }, ms);
    later(20, 'c'); later(5, 'a'); later(5, 'b'); later(1, 'first');
    const never = setTimeout(() => seen.push('never'), 10);
    clearTimeout(never); clearTimeout(never); clearTimeout('x');
    let ticks = 0;
    const interval = setInterval((...args) => {
      seen.push(args.join());
      if (++ticks === 2) clearInterval(interval);
    }, 8, 'i', 'j');
    new Promise((resolve) => setTimeout(() => resolve(seen), 60))`;
  const { result } = await host.run({ source });
  const seen = result as string[];
  expect(seen.filter((word) => word !== 'i,j')).toEqual([
    ...['first', 'first+', 'a', 'a+', 'b', 'b+', 'c', 'c+'],
  ]);
  expect(seen.filter((word) => word === 'i,j')).toHaveLength(2);
});

test('a run ends when it has settled, whatever timers are left', async () => {
  const source = 'setInterval(() => console.log("still here"), 1); "settled"';
  const { result, logs } = await host.run({ source });
  expect(result).toBe('settled');
  expect(logs).toEqual([]);
});

test('several runs of one pooled module wait at a time, each in an isolate of its own', async () => {
  const source =
    'let n = 0; export default (ms) => new Promise((r) => setTimeout(() => r(++n), ms))';
  const codeId = host.load({ source });
  const runs = [150, 150, 150].map((input) => host.begin({ codeId, isolation: 'POOLED', input }));
  const ends = await Promise.all(runs.map((runId) => host.end(runId)));
  expect(ends.map(({ result }) => result)).toEqual([1, 1, 1]);
  expect((await host.run({ codeId, isolation: 'POOLED', input: 1 })).result).toBe(2);
});

test('a run beyond those that may wait is begun when one of them ends', async () => {
  const runs = Array.from({ length: 40 }, () => host.begin({ source: waiting(100, 'x') }));
  const last = await host.run({ source: '"last"' });
  expect(last.result).toBe('last');
  for (const runId of runs) expect((await host.end(runId)).result).toBe('x');
});

test('a throw in one run leaves those that wait unharmed, and so does a loop', async () => {
  const waiter = host.begin({ source: waiting(300, 'fine') });
  const [threw, looped] = await Promise.all([
    host.run({ source: 'throw new Error("mine")' }),
    host.run({ source: 'for (;;);', limits: { wallUsMax: 50_000 } }),
  ]);
  expect(threw.ended.word).toBe('SCRIPT_THREW');
  expect(looped.ended.word).toBe('WALL_EXCEEDED');
  expect((await host.end(waiter)).result).toBe('fine');
});
