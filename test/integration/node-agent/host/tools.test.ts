/** Calls out of the sandbox through a real host: what guests see, and what leaves. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HostCall, HostCallResult } from '../../../../shared/execution/host-call.ts';
import { HostDriver, type RunWish } from '../../../support/host-driver.ts';

let host: HostDriver;
beforeAll(async () => {
  host = await HostDriver.start();
});
afterAll(() => host.close());

const toolNames = ['echo', 'fail', 'get-it'];

function returned(value: unknown): HostCallResult {
  const resultJson = JSON.stringify(value) as string | undefined;
  return resultJson === undefined ? { name: 'returned' } : { name: 'returned', resultJson };
}

/** Gives back what it was given; `fail` throws. */
function answer({ toolName, argumentJson }: HostCall): HostCallResult {
  if (toolName !== 'fail')
    return argumentJson === undefined
      ? returned(undefined)
      : { name: 'returned', resultJson: argumentJson };
  const error = { name: 'NotFound', message: 'no such thing', code: 'E7', dataJson: '{"a":[1]}' };
  return { name: 'threw', error };
}

async function run(source: string, wish: Omit<RunWish, 'source'> = {}) {
  return host.run({ source, toolNames, answer, ...wish });
}

async function resultOf(source: string, wish: Omit<RunWish, 'source'> = {}): Promise<unknown> {
  const { ended, result } = await run(source, wish);
  expect(ended).toMatchObject({ word: 'SUCCEEDED' });
  return result;
}

function callsOf(runId: number): HostCall[] {
  return host.received.flatMap((frame) =>
    frame.name === 'call' && frame.runId === runId ? [frame.call] : [],
  );
}

test.each(['THREAD', 'SLICE'] as const)(
  'a program goes on with what its tools return, in mode %s',
  async (mode) => {
    const source = `(async () => {
    const all = await Promise.all([1, 'zwei', [3], { four: 4 }, null].map((value) => tools.echo(value)));
    return [...all, await tools['get-it'](), typeof (await tools.echo())];
  })()`;
    expect(await resultOf(source, { mode })).toEqual([
      1,
      'zwei',
      [3],
      { four: 4 },
      null,
      null,
      'undefined',
    ]);
  },
);

test('a tool that throws rejects with an Error that has its properties, and the stack of the call', async () => {
  const source = `\n(async () => {
    try { await tools.fail(); } catch (error) {
      const { name, message, code, data, stack } = error;
      return { name, message, code, data, stack, isError: error instanceof Error, keys: Object.keys(error) };
    }
  })()`;
  expect(await resultOf(source, { fileName: 'agent.js' })).toEqual({
    name: 'NotFound',
    message: 'no such thing',
    code: 'E7',
    data: { a: [1] },
    stack: expect.stringMatching(/^NotFound: no such thing\n {4}at agent\.js:3:23/),
    isError: true,
    keys: ['code', 'data'],
  });
});

test('what a tool throws ends a program that does not catch it', async () => {
  const { ended } = await run('tools.fail()');
  expect(ended).toMatchObject({
    word: 'SCRIPT_THREW',
    error: { name: 'NotFound', message: 'no such thing', stack: '    at program.js:1:7' },
  });
});

test('tools is frozen, has nothing else, and is the same in a module', async () => {
  expect(
    await resultOf(`
      let isFrozen = false;
      try { (() => { 'use strict'; tools.echo = 1; })(); } catch { isFrozen = Object.isFrozen(tools.echo); }
      [Object.keys(tools), typeof tools.nope, typeof tools.constructor, typeof tools.then, isFrozen, tools.echo.name]`),
  ).toEqual([toolNames, 'undefined', 'undefined', 'undefined', true, 'echo']);
  expect(
    await resultOf(
      'export default async (input, context) => [context.tools === tools, Object.isFrozen(context)]',
    ),
  ).toEqual([true, true]);
  expect(await resultOf('Object.keys(tools)', { toolNames: [] })).toEqual([]);
});

test('a program of a warm module has the tools of each run, and replies to an earlier run are not its', async () => {
  const codeId = host.load({
    source: `const kept = { ...tools }; let earlier;
      export default async (what) => {
        if (what === 'leave') { earlier = kept.echo('late').then(() => 'settled'); await kept.echo(1); return 'left'; }
        if (what === 'gone') return kept.echo(1).catch((error) => error.name);
        return [await kept.echo(what), await Promise.race([earlier, 'unsettled'])];
      }`,
  });
  const wish = { codeId, isolation: 'POOLED', toolNames: ['echo'] } as const;
  const onlyOne = (call: HostCall) => (call.argumentJson === '1' ? returned(1) : undefined);
  const first = await host.run({ ...wish, input: 'leave', answer: onlyOne });
  expect(first).toMatchObject({ result: 'left' });
  host.send({
    name: 'call-reply',
    runId: first.ended.runId,
    reply: { callId: 1, result: returned('late') },
  });
  const second = await host.run({ ...wish, input: 'now', answer });
  expect(second).toMatchObject({ ended: { isWarm: true }, result: ['now', 'unsettled'] });
  const third = await host.run({ codeId, isolation: 'POOLED', input: 'gone' });
  expect(third).toMatchObject({ ended: { isWarm: true }, result: 'TypeError' });
});

test('one call more than it may make ends a run, whether it catches that or not', async () => {
  const limits = { hostCallsMax: 5 };
  const loop = '(async () => { for (;;) await tools.echo(1); })()';
  const deaf = 'for (;;) tools.echo(1).catch(() => {})';
  for (const source of [loop, deaf]) {
    const { ended } = await run(source, { limits });
    expect(ended).toMatchObject({ word: 'HOST_CALL_LIMIT', error: { name: 'HostCallLimit' } });
    expect(callsOf(ended.runId).length).toBeLessThanOrEqual(5);
  }
});

test('no more calls leave at once than may be in flight, and the rest follow in order', async () => {
  let open = 0;
  let openMost = 0;
  const late: HostCall[] = [];
  const wish = { toolNames, limits: { hostCallsInFlightMax: 3 } };
  const source = 'Promise.all(Array.from({ length: 10 }, (_, n) => tools.echo(n)))';
  const runId = host.begin({
    ...wish,
    source,
    answer: (call) => {
      openMost = Math.max(openMost, ++open);
      late.push(call);
      return undefined;
    },
  });
  for (let n = 0; n < 10; n++) {
    await host.frame(
      (frame) => frame.name === 'call' && frame.runId === runId && frame.call.callId === n + 1,
    );
    const call = late[n];
    if (!call) throw new Error('a call has not come');
    open--;
    host.send({ name: 'call-reply', runId, reply: { callId: call.callId, result: answer(call) } });
  }
  expect(await host.end(runId)).toMatchObject({ result: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] });
  expect(openMost).toBeLessThanOrEqual(3);
});

test.each([
  ['a long text', "'x'.repeat(1024 * 1024)"],
  ['a long list', 'Array(600000).fill(1)'],
  ['what is long in bytes only', "'é'.repeat(600000)"],
])('an argument that is too large never leaves: %s', async (_what, argument) => {
  const { ended, result } = await run(`tools.echo(${argument}).catch((error) => error.name)`);
  expect([ended.word, result]).toEqual(['SUCCEEDED', 'HostCallTooLarge']);
  expect(callsOf(ended.runId)).toEqual([]);
});

test.each([
  ['a circle', 'const a = {}; a.a = a; tools.echo(a)', 'TypeError'],
  [
    'a getter that throws',
    'tools.echo({ get a() { throw new RangeError("mine"); } })',
    'RangeError',
  ],
  [
    'a proxy that throws',
    'tools.echo(new Proxy({}, { ownKeys() { throw new RangeError("mine"); } }))',
    'RangeError',
  ],
  [
    'a toJSON that throws',
    'tools.echo({ toJSON() { throw new RangeError("mine"); } })',
    'RangeError',
  ],
  ['a BigInt', 'tools.echo(1n)', 'TypeError'],
])(
  'an argument that JSON does not write rejects, and never leaves: %s',
  async (_what, source, name) => {
    const { ended, result } = await run(`${source}.catch((error) => error.name)`);
    expect([ended.word, result]).toEqual(['SUCCEEDED', name]);
    expect(callsOf(ended.runId)).toEqual([]);
  },
);

test('getters of an argument may call, and are counted', async () => {
  const source = `(async () => {
    let inner;
    const outer = tools.echo({ get a() { inner = tools.echo('inner'); return 'outer'; } });
    return [await outer, await inner];
  })()`;
  expect(await resultOf(source)).toEqual([{ a: 'outer' }, 'inner']);
});

test('a program that replaces what the language has changes nothing of how it is served', async () => {
  const source = `
    for (const name of ['stringify', 'parse']) JSON[name] = () => { throw new Error('replaced'); };
    for (const name of ['get', 'set', 'delete']) Map.prototype[name] = () => { throw new Error('replaced'); };
    Promise.prototype.then = Promise.prototype.catch = () => { throw new Error('replaced'); };
    Array.prototype[Symbol.iterator] = () => { throw new Error('replaced'); };
    Object.defineProperty(Object.prototype, 'after', { set() { throw new Error('replaced'); } });
    Object.prototype.code = 'planted';
    Error.prepareStackTrace = () => { throw new Error('replaced'); };
    (async () => {
      const value = await tools.echo(7);
      try { await tools.fail(); } catch (error) { return value + error.name + error.code; }
    })()`;
  expect(await resultOf(source)).toBe('7NotFoundE7');
});

test('a reply that looks like a promise is what the language makes of it, and no more', async () => {
  const source = `
    Object.prototype.then = function (resolve) { resolve('hijacked'); };
    tools.echo({ a: 1 })`;
  const { ended } = await run(source, { limits: { cpuUsMax: 500_000, wallUsMax: 2_000_000 } });
  expect(ended.word).not.toBe('MEMORY_EXCEEDED');
  expect(await resultOf('1 + 1')).toBe(2);
});

test('a reply that is no JSON rejects, in a word of its own', async () => {
  const broken = (): HostCallResult => ({ name: 'returned', resultJson: '{"a":' });
  expect(await resultOf('tools.echo(1).catch((error) => error.name)', { answer: broken })).toBe(
    'HostCallNotJson',
  );
});

test('a run that waits for a reply leaves the thread to others, and is cancelled and timed like any', async () => {
  const silent = () => undefined;
  const source = 'tools.echo(1)';
  const waiting = host.begin({ source, toolNames, answer: silent });
  await host.frame((frame) => frame.name === 'parked' && frame.runId === waiting);
  expect(await resultOf('1 + 1')).toBe(2);
  host.send({ name: 'cancel', runId: waiting });
  expect((await host.end(waiting)).ended.word).toBe('CANCELLED');

  const { ended } = await run(source, { answer: silent, limits: { wallUsMax: 100_000 } });
  expect(ended.word).toBe('WALL_EXCEEDED');
  expect(ended.cpuUs).toBeLessThan(100_000);

  const limits = { wallUsMax: 100_000, hostCallWaitUsMax: 300_000 };
  const allowed = await run(source, { answer: silent, limits });
  expect(allowed.ended.word).toBe('WALL_EXCEEDED');
  expect(allowed.ended.wallUs).toBeGreaterThanOrEqual(400_000);
});

test('a timer fires while a run waits for a reply', async () => {
  const source = `(async () => {
    const slow = tools.echo('slow');
    const first = await Promise.race([slow, new Promise((resolve) => setTimeout(resolve, 20, 'timer'))]);
    return first;
  })()`;
  expect(await resultOf(source, { answer: () => undefined })).toBe('timer');
});

test('replies to what is not open, or not there, do nothing', async () => {
  const reply = { callId: 99, result: returned('wrong') };
  const runId = host.begin({
    source: 'tools.echo("right")',
    toolNames,
    answer: (call) => {
      host.send(
        { name: 'call-reply', runId, reply },
        { name: 'call-reply', runId: 4_000_000, reply },
      );
      setImmediate(() =>
        host.send({ name: 'call-reply', runId, reply: { callId: 1, result: returned('again') } }),
      );
      return answer(call);
    },
  });
  expect((await host.end(runId)).result).toBe('right');
  host.send({ name: 'call-reply', runId, reply });
  expect(await resultOf('1 + 1')).toBe(2);
});

test('calls that pile up in the sandbox are held to its memory', async () => {
  const source = "for (;;) tools.echo('x'.repeat(500000));";
  const limits = { memoryBytesMax: 32 * 2 ** 20, hostCallsMax: 10_000 };
  const { ended } = await run(source, { limits, answer: () => undefined });
  expect(ended.word).toBe('MEMORY_EXCEEDED');
  expect(callsOf(ended.runId)).toEqual([]);
});
