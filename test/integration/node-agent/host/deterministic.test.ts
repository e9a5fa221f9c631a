/** A deterministic run's chance and clock, through a real host. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { defaultDeterminism } from '../../../../shared/execution/determinism.ts';
import { HostDriver, type RunWish } from '../../../support/host-driver.ts';

let host: HostDriver;
beforeAll(async () => {
  host = await HostDriver.start();
});
afterAll(() => host.close());

const startIso = '2020-01-01T00:00:00.000Z';

async function resultOf(source: string, wish: RunWish = {}): Promise<unknown> {
  const { ended, result } = await host.run({ determinism: defaultDeterminism, source, ...wish });
  expect(ended).toMatchObject({ word: 'SUCCEEDED' });
  return result;
}

test('a seed gives the same numbers each time, and another seed others', async () => {
  const source = 'Array.from({ length: 5 }, () => Math.random())';
  const first = (await resultOf(source)) as number[];
  expect(await resultOf(source)).toEqual(first);
  expect(new Set(first).size).toBe(5);
  for (const number of first) expect(number >= 0 && number < 1).toBe(true);
  const other = { determinism: { ...defaultDeterminism, seed: 1 } };
  expect(await resultOf(source, other)).not.toEqual(first);
});

test.each([
  ['Date.now()', 'new Date(Date.now()).toISOString()'],
  ['new Date()', 'new Date().toISOString()'],
  ['Date called', 'new Date(Date()).toISOString()'],
  ["a date's constructor", 'new (new Date(5).constructor)().toISOString()'],
  ["the prototype's constructor", 'new Date.prototype.constructor().toISOString()'],
  ['a class that extends Date', 'new (class Day extends Date {})().toISOString()'],
  [
    'Reflect.construct',
    'Reflect.construct(Date, [], Object).getTime === undefined && ' +
      'Date.prototype.toISOString.call(Reflect.construct(Date, [], Object))',
  ],
  ['Temporal.Now.instant', 'new Date(Temporal.Now.instant().epochMilliseconds).toISOString()'],
  [
    'Temporal.Now.plainDateTimeISO',
    "new Date(Temporal.Now.plainDateTimeISO().toString() + 'Z').toISOString()",
  ],
])('the clock is the frozen one through %s', async (_way, source) => {
  expect(await resultOf(source)).toBe(startIso);
});

test('a format that is asked for no date takes the frozen one', async () => {
  const source = `
    const format = new Intl.DateTimeFormat('en', { dateStyle: 'short', timeStyle: 'long' });
    const parts = (...args) => format.formatToParts(...args).map(({ value }) => value).join('');
    ({
      isRight: format.format() === format.format(new Date()) && parts() === format.format(),
      text: format.format(),
      other: format.format(0),
      isKept: format.format === format.format,
    })`;
  expect(await resultOf(source)).toEqual({
    isRight: true,
    text: expect.stringMatching(/^1\/1\/20, 12:00:00\sAM UTC$/),
    other: expect.stringMatching(/^1\/1\/70, 12:00:00\sAM UTC$/),
    isKept: true,
  });
});

test('Date is otherwise the one of the language', async () => {
  const source = `[
    Date.name, Date.length, new Date(2021, 0, 2).toISOString(), Date.UTC(2020), Date.parse('2020'),
    new Date() instanceof Date, typeof Date(), Object.keys(Date).length,
    Object.prototype.toString.call(new Date()), new Date(NaN).getTime(),
  ]`;
  const start = Date.parse(startIso);
  expect(await resultOf(source)).toEqual([
    ...['Date', 7, '2021-01-02T00:00:00.000Z', start, start],
    ...[true, 'string', 0, '[object Date]', null],
  ]);
});

test('timers fire in order without waiting, and the clock moves to where each is due', async () => {
  const source = `
    const start = Date.now();
    const seen = [];
    const note = (name) => seen.push(name + ' ' + (Date.now() - start));
    new Promise((resolve) => {
      setTimeout(() => { note('hour'); resolve(seen); }, 3_600_000);
      const every = setInterval(() => {
        note('every');
        if (seen.length >= 4) clearInterval(every);
      }, 400);
      setTimeout(() => { note('second'); setTimeout(() => note('inner'), 50); }, 1_000);
      for (let turn = 0; turn < 1e6; turn++);
      note('now');
    })`;
  expect(await resultOf(source)).toEqual([
    ...['now 0', 'every 400', 'every 800', 'second 1000', 'inner 1050', 'every 1200'],
    'hour 3600000',
  ]);
});

test("a module's top level and its function have one clock and one sequence of numbers", async () => {
  const source = `
    const first = Math.random();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    export default async () => [first, Math.random(), Date.now()];`;
  const expected = await resultOf('[Math.random(), Math.random(), Date.now() + 1_000]');
  expect(await resultOf(source)).toEqual(expected);
});

test('console lines bear the time of the frozen clock', async () => {
  const { logs } = await host.run({
    determinism: defaultDeterminism,
    source: "new Promise((resolve) => setTimeout(() => resolve(console.log('late')), 2_000))",
  });
  expect(logs).toEqual([{ level: 'LOG', text: 'late', sinceStartUs: 2_000_000 }]);
});

test('timers without end take processor time until that runs out', async () => {
  const { ended } = await host.run({
    determinism: defaultDeterminism,
    source: 'setInterval(() => {}, 60_000); new Promise(() => {})',
    limits: { cpuUsMax: 100_000, wallUsMax: 1_000_000 },
  });
  expect(['CPU_EXCEEDED', 'WALL_EXCEEDED']).toContain(ended.word);
});

test('a weak reference holds on to what it refers to', async () => {
  const source = `
    const references = [];
    for (let turn = 0; turn < 50_000; turn++) references.push(new WeakRef({ turn }));
    new Promise((resolve) => setTimeout(() => {
      const junk = Array.from({ length: 200_000 }, (_, index) => ({ index }));
      setTimeout(() => resolve([junk.length, references.filter((one) => one.deref()).length]), 1);
    }, 1))`;
  expect(await resultOf(source)).toEqual([200_000, 50_000]);
});

test('the run after a deterministic one has the true clock', async () => {
  await resultOf('1');
  const { result } = await host.run({ source: '[Date.now(), Date.prototype.constructor.now()]' });
  for (const nowMs of result as number[]) {
    expect(nowMs).toBeGreaterThan(defaultDeterminism.startEpochMs + 86_400_000);
  }
});
