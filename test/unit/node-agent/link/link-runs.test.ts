import { expect, test } from 'vitest';
import { LinkRuns } from '../../../../node-agent/link/link-runs.ts';
import type { RunCommands, RunEvents, RunStart } from '../../../../shared/wire/node-messages.ts';
import { WireError } from '../../../../shared/wire/wire-error.ts';
import { exampleExecution, exampleLogEntry } from '../../../support/example-execution.ts';
import { ScriptedExecutor } from '../../../support/scripted-executor.ts';

const megabyte = 1024 * 1024;

function scenario() {
  const executor = new ScriptedExecutor();
  const messages: RunEvents[] = [];
  const stream = { isFull: false, allAnswered: 0, overflowed: 0 };
  const runs = new LinkRuns(executor, {
    write(events) {
      messages.push(events);
      return !stream.isFull;
    },
    allAnswered() {
      stream.allAnswered++;
    },
    overflowed() {
      stream.overflowed++;
    },
  });
  const obey = (commands: Partial<RunCommands>): void =>
    runs.obey({ starts: [], hostCallReplies: [], cancelledRunIds: [], ...commands });
  const start = (...starts: RunStart[]): void => obey({ starts });
  const cancel = (...cancelledRunIds: number[]): void => obey({ cancelledRunIds });
  return { executor, messages, stream, runs, obey, start, cancel };
}

function run(runId: number, source = '1', deadlineMs = Number.POSITIVE_INFINITY): RunStart {
  return { runId, execution: exampleExecution({ source }), deadlineMs };
}

/** What an outbox gathers goes out after the turn that gathered it. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

test('LinkRuns begins runs and answers each under its id, in one message a turn', async () => {
  const { executor, messages, start } = scenario();
  start(run(5, 'five'), run(6, 'six'));
  expect(executor.sources).toEqual(['five', 'six']);
  executor.log(0, [exampleLogEntry({ text: 'a' })]);
  executor.end(1);
  executor.end(0);
  await nextTurn();
  expect(messages).toHaveLength(1);
  expect(messages[0]).toMatchObject({
    logs: [{ runId: 5, lines: [{ text: 'a' }] }],
    ended: [{ runId: 6 }, { runId: 5 }],
    refused: [],
  });
});

test('LinkRuns hands on a deadline, and none where there is none', () => {
  const { executor, start } = scenario();
  start(run(1, '1', 1_234), run(2));
  expect(executor.runs[0]?.request).toHaveProperty('deadlineMs', 1_234);
  expect(executor.runs[1]?.request).not.toHaveProperty('deadlineMs');
});

test('LinkRuns cancels by id, and nothing that is not there', () => {
  const { executor, start, cancel } = scenario();
  start(run(1), run(2));
  cancel(2, 99);
  expect(executor.runs.map(({ isCancelled }) => isCancelled)).toEqual([false, true]);
});

test('LinkRuns reads starts before cancels', () => {
  const { executor, obey } = scenario();
  obey({ starts: [run(1)], cancelledRunIds: [1] });
  expect(executor.runs[0]?.isCancelled).toBe(true);
});

test.each([
  ['DRAINING', 'NODE_DRAINING'],
  ['QUEUE_FULL', 'NODE_BUSY'],
  ['BYTES_FULL', 'NODE_BUSY'],
  ['TENANT_QUEUE_FULL', 'TENANT_FULL'],
] as const)('LinkRuns refuses what the pool does not take: %s as %s', async (busy, reason) => {
  const { executor, messages, start } = scenario();
  executor.busy = busy;
  start(run(1));
  await nextTurn();
  expect(messages).toMatchObject([{ refused: [{ runId: 1, reason }] }]);
});

test('LinkRuns takes no run twice, but an id again that was answered', async () => {
  const { executor, start } = scenario();
  start(run(1));
  expect(() => start(run(1))).toThrow(WireError);
  executor.end(0);
  start(run(1));
  expect(executor.runs).toHaveLength(2);
});

test('LinkRuns gives up a coordinator that leaves 128 MB of what it began unread', async () => {
  const { executor, stream, runs, start } = scenario();
  stream.isFull = true;
  start(...Array.from({ length: 12 }, (_, index) => run(index + 1)));
  for (let index = 0; index < 10; index++) {
    executor.end(index, { resultJson: JSON.stringify('x'.repeat(16 * megabyte - 2)) });
    await nextTurn();
    expect(stream.overflowed).toBe(index < 9 ? 0 : 1);
  }
  runs.close();
});

test('LinkRuns refuses runs while 64 MB wait for the coordinator to read', async () => {
  const { executor, messages, stream, runs, start } = scenario();
  stream.isFull = true;
  start(...Array.from({ length: 6 }, (_, index) => run(index + 1)));
  const resultJson = JSON.stringify('x'.repeat(16 * megabyte));
  for (let index = 0; index < 6; index++) {
    executor.end(index, { resultJson });
    await nextTurn();
  }
  start(run(9));
  expect(executor.runs).toHaveLength(6);
  stream.isFull = false;
  runs.writable();
  expect(messages.flatMap(({ ended }) => ended)).toHaveLength(6);
  expect(messages.flatMap(({ refused }) => refused)).toEqual([{ runId: 9, reason: 'NODE_BUSY' }]);
  start(run(10));
  expect(executor.runs).toHaveLength(7);
});

test('LinkRuns tells when all is answered and handed to the stream', async () => {
  const { executor, stream, runs, start } = scenario();
  expect(runs.isDone).toBe(true);
  start(run(1), run(2));
  executor.end(0);
  await nextTurn();
  expect(stream.allAnswered).toBe(0);
  executor.end(1);
  expect(runs.isDone).toBe(false);
  await nextTurn();
  expect(runs.isDone).toBe(true);
  expect(stream.allAnswered).toBe(1);
});

test('LinkRuns whose stream is gone cancels every run and says nothing of them', async () => {
  const { executor, messages, runs, start } = scenario();
  start(run(1), run(2));
  executor.end(0);
  runs.close();
  expect(executor.runs.map(({ isCancelled }) => isCancelled)).toEqual([false, true]);
  executor.log(1, [exampleLogEntry()]);
  executor.end(1, { word: 'CANCELLED' });
  await nextTurn();
  expect(messages).toEqual([]);
});

test('LinkRuns keeps a program for the runs after it, and refuses one that it never had', async () => {
  const { executor, messages, start } = scenario();
  const known = run(1, 'known');
  const { program } = known.execution;
  const leftOut = { ...known.execution, program: { ...program, source: '' } };
  const unknown = { ...leftOut, program: { ...leftOut.program, hash: 'another' } };
  start(known, { ...known, runId: 2, execution: leftOut, isProgramKept: true });
  start({ ...known, runId: 3, execution: unknown, isProgramKept: true });
  expect(executor.runs.map(({ request }) => request.execution.program)).toEqual([program, program]);
  await nextTurn();
  expect(messages[0]?.refused).toEqual([{ runId: 3, reason: 'PROGRAM_UNKNOWN' }]);
});

test('LinkRuns passes calls on, and replies back, and nothing to what is not there', async () => {
  const { executor, messages, start, obey } = scenario();
  start(run(5));
  executor.call(0, { callId: 3, toolName: 'tool', argumentJson: '1' });
  await nextTurn();
  expect(messages).toMatchObject([
    { hostCalls: [{ runId: 5, call: { callId: 3, toolName: 'tool', argumentJson: '1' } }] },
  ]);
  const reply = { callId: 3, result: { name: 'returned' } } as const;
  obey({
    hostCallReplies: [
      { runId: 5, reply },
      { runId: 6, reply },
    ],
  });
  expect(executor.runs[0]?.replies).toEqual([reply]);
});

test('LinkRuns answers calls by itself while too much waits for the coordinator', async () => {
  const { executor, stream, start } = scenario();
  start(run(5));
  stream.isFull = true;
  const argumentJson = 'x'.repeat(megabyte);
  for (let callId = 1; callId <= 80; callId++) {
    executor.call(0, { callId, toolName: 'tool', argumentJson });
    await nextTurn();
  }
  const replies = executor.runs[0]?.replies ?? [];
  expect(replies.length).toBeGreaterThan(10);
  expect(replies.at(-1)).toMatchObject({
    callId: 80,
    result: { error: { name: 'HostCallUnanswered' } },
  });
});

test('LinkRuns passes progress on, and leaves it out while much waits for the coordinator', async () => {
  const { executor, messages, stream, start } = scenario();
  start(run(5));
  const observer = executor.runs[0]?.observer;
  observer?.progress?.('0.5');
  await nextTurn();
  expect(messages).toMatchObject([{ progress: [{ runId: 5, valueJson: '0.5' }] }]);
  stream.isFull = true;
  for (let count = 0; count < 1_000; count++) observer?.progress?.('x'.repeat(60_000));
  await nextTurn();
  expect(messages.flatMap((message) => message.progress).length).toBeLessThan(30);
});
