/** What programs read of stdin, through a real host. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HostCall, HostCallResult } from '../../../../shared/execution/host-call.ts';
import { stdinCallName } from '../../../../shared/execution/stdin.ts';
import { HostDriver, type RunWish } from '../../../support/host-driver.ts';

let host: HostDriver;
beforeAll(async () => {
  host = await HostDriver.start();
});
afterAll(() => host.close());

/** As a coordinator serves it, a part at a time. */
function sends(...parts: readonly string[]): Pick<RunWish, 'toolNames' | 'answer'> {
  const left = [...parts];
  const answer = ({ toolName, argumentJson }: HostCall): HostCallResult => {
    expect([toolName, argumentJson]).toEqual([stdinCallName, undefined]);
    const part = left.shift();
    return part === undefined
      ? { name: 'returned' }
      : { name: 'returned', resultJson: JSON.stringify(part) };
  };
  return { toolNames: [stdinCallName], answer };
}

async function resultOf(source: string, wish: Omit<RunWish, 'source'>): Promise<unknown> {
  const { ended, result } = await host.run({ source, ...wish });
  expect([ended.word, ended.error]).toEqual(['SUCCEEDED', undefined]);
  return result;
}

const allLines = `(async () => { const all = []; for await (const line of stdin) all.push(line); return all; })()`;

test.each(['THREAD', 'SLICE'] as const)(
  'lines are found wherever parts end, in mode %s',
  async (mode) => {
    const cases: [string[], string[]][] = [
      [
        ['a\nb\n', 'c'],
        ['a', 'b', 'c'],
      ],
      [
        ['a', 'b', '\n\n', 'c\r', '\nd\n'],
        ['ab', '', 'c', 'd'],
      ],
      [['\n'], ['']],
      [[], []],
    ];
    for (const [parts, lines] of cases)
      expect(await resultOf(allLines, { ...sends(...parts), mode })).toEqual(lines);
  },
);

test('lines and the text that is left are read after each other', async () => {
  const source = `(async () => [
    await stdin.readLine(), await stdin.text(), await stdin.readLine(), await stdin.text()])()`;
  expect(await resultOf(source, sends('one\ntw', 'o\nthree\n'))).toEqual([
    'one',
    'two\nthree\n',
    null,
    '',
  ]);
});

test('readers take turns', async () => {
  const source =
    'Promise.all([stdin.readLine(), stdin.readLine(), stdin.text(), stdin.readLine()])';
  expect(await resultOf(source, sends('1', '\n2\n3', '\n4'))).toEqual(['1', '2', '3\n4', null]);
});

test('a run without stdin finds it at its end, and asks nobody', async () => {
  const runId = host.begin({ source: allLines });
  expect((await host.end(runId)).result).toEqual([]);
  expect(host.received.some((frame) => frame.name === 'call' && frame.runId === runId)).toBe(false);
  const module = 'export default (_input, { stdin }) => stdin.text()';
  expect(await resultOf(module, {})).toBe('');
  expect(await resultOf(module, sends('a', 'b'))).toBe('ab');
});

test('stdin takes no place of the calls that may be open, nor of those that may be made', async () => {
  const source = `(async () => {
    const line = stdin.readLine();
    const told = await tools.echo(1);
    return [told, await line, await stdin.readLine(), Object.keys(tools)];
  })()`;
  const limits = { hostCallsMax: 1, hostCallsInFlightMax: 1 };
  const toolNames = ['echo', stdinCallName];
  const runId = host.begin({ source, toolNames, limits });
  const callOf = (name: string, index = 0) =>
    host.received
      .flatMap((f) =>
        f.name === 'call' && f.runId === runId && f.call.toolName === name ? [f.call] : [],
      )
      .at(index);
  await host.frame(() => callOf('echo') !== undefined && callOf(stdinCallName) !== undefined);
  const reply = (call: HostCall | undefined, value: unknown): void =>
    host.send({
      name: 'call-reply',
      runId,
      reply: {
        callId: call?.callId ?? 0,
        result: { name: 'returned', resultJson: JSON.stringify(value) },
      },
    });
  reply(callOf('echo'), 'told');
  reply(callOf(stdinCallName), 'first\n');
  await host.frame(() => callOf(stdinCallName, 1) !== undefined);
  reply(callOf(stdinCallName, 1), 'second\n');
  expect((await host.end(runId)).result).toEqual(['told', 'first', 'second', ['echo']]);
});

test('a program that waits for what never comes is ended by its limit, or cancelled', async () => {
  const toolNames = [stdinCallName];
  const limits = { wallUsMax: 100_000 };
  const late = await host.run({ source: 'stdin.readLine()', toolNames, limits });
  expect(late.ended.word).toBe('WALL_EXCEEDED');
  const runId = host.begin({ source: 'stdin.readLine()', toolNames });
  await host.frame((frame) => frame.name === 'parked' && frame.runId === runId);
  host.send({ name: 'cancel', runId });
  expect((await host.end(runId)).ended.word).toBe('CANCELLED');
});

test('megabytes of one line are read within a small memory', async () => {
  const parts = Array.from({ length: 64 }, () => 'x'.repeat(64 * 1024));
  const limits = { memoryBytesMax: 32 * 2 ** 20 };
  const source = 'stdin.readLine().then((line) => line.length)';
  expect(await resultOf(source, { ...sends(...parts), limits })).toBe(64 * 64 * 1024);
});

test('stdin of one run is not that of the next of its module', async () => {
  const source = `
    let kept;
    export default async (n) => {
      if (n === 1) { kept = stdin; void stdin.text().then(() => { n = 100; }); return stdin === kept; }
      return [n, await kept.readLine(), await stdin.readLine()];
    }`;
  const codeId = host.load({ source });
  const isolation = 'POOLED';
  expect(await resultOf('', { codeId, isolation, input: 1, toolNames: [stdinCallName] })).toBe(
    true,
  );
  const second = { codeId, isolation, input: 2, ...sends('a\nb\n') } as const;
  expect(await resultOf('', second)).toEqual([2, 'a', 'b']);
  expect(await resultOf('', { codeId, isolation, input: 3 })).toEqual([3, null, null]);
});

test('a guest that has replaced every method of the language reads all the same', async () => {
  const source = `
    String.prototype.indexOf = String.prototype.slice = () => { throw 1; };
    Object.prototype.rest = Object.prototype.isEnded = 'x';
    stdin.readLine()`;
  expect(await resultOf(source, sends('a\nb'))).toBe('a');
});
