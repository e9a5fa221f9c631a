import { once } from 'node:events';
import { afterEach, expect, test, vi } from 'vitest';
import type { ExecutionStream } from '../../../../client/sdk/execution-stream.ts';
import { IsopodClient } from '../../../../client/sdk/isopod-client.ts';
import { IsopodError, invalidExecution } from '../../../../shared/errors/isopod-error.ts';
import type { LogEntry } from '../../../../shared/execution/outcome.ts';
import type { ExecuteStreamCommand__Output } from '../../../../shared/generated/isopod/v1/ExecuteStreamCommand.ts';
import { failureToWire } from '../../../../shared/wire/failure-codec.ts';
import { logEntryToWire, outcomeToWire } from '../../../../shared/wire/outcome-codec.ts';
import {
  FakeCoordinator,
  type FakeStream,
  fakeOutcome,
} from '../../../support/fake-coordinator.ts';

const running: { stop(): void }[] = [];

afterEach(() => {
  for (const each of running.splice(0)) each.stop();
});

interface Opened {
  readonly stream: ExecutionStream;
  readonly coordinator: FakeCoordinator;
  /** The coordinator's side; the commands of every message it got. */
  readonly messages: ExecuteStreamCommand__Output[][];
  readonly peer: () => FakeStream;
}

/** `answer` is called with every command, in order. */
async function open(
  answer: (command: ExecuteStreamCommand__Output, peer: FakeStream) => void,
  streamExecutionsMax = 10_000,
): Promise<Opened> {
  const messages: ExecuteStreamCommand__Output[][] = [];
  let peer: FakeStream | undefined;
  const coordinator = await FakeCoordinator.start({
    commands: (commands, opened) => {
      peer = opened;
      messages.push(commands);
      for (const command of commands) answer(command, opened);
    },
  });
  const client = new IsopodClient({ address: coordinator.address, streamExecutionsMax });
  running.push({ stop: () => client.close() }, coordinator);
  return { stream: client.openStream(), coordinator, messages, peer: () => peer as FakeStream };
}

function succeed({ executionId, execute }: ExecuteStreamCommand__Output, peer: FakeStream): void {
  const resultJson = execute?.execution?.inputJson ?? 'null';
  const outcome = outcomeToWire(fakeOutcome({ resultJson }));
  peer.write({ events: [{ executionId, outcome }] });
}

test('ExecutionStream sends what one turn asks for in one message', async () => {
  const { stream, messages } = await open(succeed);
  const inputs = Array.from({ length: 500 }, (_, index) => String(index));

  const outcomes = await Promise.all(
    inputs.map((inputJson) => stream.execute({ source: 'input', inputJson })),
  );

  expect(outcomes.map(({ resultJson }) => resultJson)).toEqual(inputs);
  expect(messages.map(({ length }) => length)).toEqual([500]);
  expect(stream.executionsUnfinished).toBe(0);
});

test('ExecutionStream keeps a message below the commands the protocol allows', async () => {
  const { stream, messages } = await open(succeed);
  const all = Array.from({ length: 9_000 }, () => stream.execute({ source: '' }));
  await Promise.all(all);
  const counts = messages.map(({ length }) => length);
  expect(counts.length).toBeGreaterThan(2);
  expect(Math.max(...counts)).toBeLessThanOrEqual(4_096);
});

test('ExecutionStream resolves each execution by its id, in whatever order they end', async () => {
  const held: ExecuteStreamCommand__Output[] = [];
  const { stream } = await open((command, peer) => {
    held.push(command);
    if (held.length === 3) for (const each of held.toReversed()) succeed(each, peer);
  });
  const ended: string[] = [];
  const all = ['1', '2', '3'].map(async (inputJson) => {
    const outcome = await stream.execute({ source: 'input', inputJson });
    expect(outcome.resultJson).toBe(inputJson);
    ended.push(inputJson);
  });
  await Promise.all(all);
  expect(ended).toEqual(['3', '2', '1']);
});

test('ExecutionStream rejects a failure with its reason, and goes on', async () => {
  const errors = [
    invalidExecution([{ field: 'source.text', description: 'must not be empty' }]),
    new IsopodError('NO_NODE', 'Could not run it: no node', { retryAfterMs: 500 }),
  ];
  const { stream } = await open((command, peer) => {
    const error = errors.shift();
    if (!error) return succeed(command, peer);
    peer.write({ events: [{ executionId: command.executionId, failure: failureToWire(error) }] });
  });

  await expect(stream.execute({ source: '' })).rejects.toMatchObject({
    reason: 'INVALID_EXECUTION',
    fieldViolations: [{ field: 'source.text', description: 'must not be empty' }],
  });
  await expect(stream.execute({ source: '1' })).rejects.toMatchObject({
    reason: 'NO_NODE',
    retryAfterMs: 500,
  });
  expect((await stream.execute({ source: '1' })).word).toBe('SUCCEEDED');
});

test('ExecutionStream passes console lines to the execution that wrote them', async () => {
  const entry: LogEntry = { level: 'LOG', text: 'x', sinceStartUs: 1, attempt: 1 };
  const { stream } = await open((command, peer) => {
    const { executionId } = command;
    const text = command.execute?.execution?.source?.text ?? '';
    const entries = [logEntryToWire({ ...entry, text }), logEntryToWire(entry)];
    peer.write({ events: [{ executionId, logs: { entries } }] });
    succeed(command, peer);
  });
  const heard: string[] = [];
  await Promise.all([
    stream.execute({ source: 'a' }, { onLog: ({ text }) => heard.push(`a:${text}`) }),
    stream.execute({ source: 'b' }, { onLog: ({ text }) => heard.push(`b:${text}`) }),
    stream.execute({ source: 'c' }),
  ]);
  expect(heard).toEqual(['a:a', 'a:x', 'b:b', 'b:x']);
});

test('ExecutionStream cancels one execution and tells how it ended', async () => {
  const abort = new AbortController();
  const { stream } = await open((command, peer) => {
    const { executionId, execute, cancel } = command;
    if (execute?.execution?.source?.text === 'loop') return abort.abort();
    if (!cancel) return succeed(command, peer);
    const outcome = outcomeToWire(fakeOutcome({ word: 'CANCELLED' }));
    peer.write({ events: [{ executionId, outcome }] });
  });

  const outcome = await stream.execute({ source: 'loop' }, { signal: abort.signal });
  expect(outcome.word).toBe('CANCELLED');
  expect((await stream.execute({ source: '1' })).word).toBe('SUCCEEDED');
});

test('ExecutionStream sends its time limit with the execution', async () => {
  const { stream, messages } = await open(succeed);
  await stream.execute({ source: '1' }, { timeLimitMs: 1_500 });
  expect(messages[0]?.[0]?.execute?.timeLimit).toEqual({ seconds: 1, nanos: 5e8 });
});

test('ExecutionStream rejects everything with UNREACHABLE when the stream breaks', async () => {
  const opened = await open(({ executionId }) => {
    if (executionId === 2) opened.coordinator.stop();
  });
  const all = [opened.stream.execute({ source: '1' }), opened.stream.execute({ source: '2' })];

  const results = await Promise.allSettled(all);

  for (const result of results)
    expect(result).toMatchObject({ status: 'rejected', reason: { reason: 'UNREACHABLE' } });
  await expect(opened.stream.execute({ source: '3' })).rejects.toMatchObject({
    reason: 'UNREACHABLE',
  });
  await opened.stream.end();
});

test('ExecutionStream rejects what is unfinished when the coordinator ends it early', async () => {
  const { stream } = await open((_command, peer) => {
    peer.end();
  });
  await expect(stream.execute({ source: '1' })).rejects.toMatchObject({ reason: 'UNREACHABLE' });
});

test('ExecutionStream refuses more executions than it may hold, at once', async () => {
  const held: ExecuteStreamCommand__Output[] = [];
  const { stream, peer } = await open((command) => held.push(command), 2);
  const two = [stream.execute({ source: '1' }), stream.execute({ source: '2' })];

  await expect(stream.execute({ source: '3' })).rejects.toMatchObject({
    reason: 'TOO_MANY_EXECUTIONS',
  });

  const third = two.map((each) => each.then(() => stream.execute({ source: '4' })));
  await expect.poll(() => held.length).toBe(2);
  for (const command of held.splice(0)) succeed(command, peer());
  await expect.poll(() => held.length).toBe(2);
  for (const command of held) succeed(command, peer());
  expect((await Promise.all(third)).map(({ word }) => word)).toEqual(['SUCCEEDED', 'SUCCEEDED']);
});

test('ExecutionStream end takes nothing more and waits for what is unfinished', async () => {
  const { stream, peer, messages } = await open(() => {});
  const first = stream.execute({ source: '1' });
  const ended = stream.end();
  await expect(stream.execute({ source: '2' })).rejects.toMatchObject({ reason: 'CANCELLED' });

  await expect.poll(() => messages.length).toBe(1);
  const [command] = messages[0] ?? [];
  if (command) succeed(command, peer());

  expect((await first).word).toBe('SUCCEEDED');
  await ended;
});

test('ExecutionStream cancel rejects what is unfinished and tells the coordinator', async () => {
  const { stream, peer, messages } = await open(() => {});
  const first = stream.execute({ source: '1' });
  const rejected = first.catch((error: unknown) => error);
  await expect.poll(() => messages.length).toBe(1);
  const cancelled = once(peer(), 'cancelled');

  stream.cancel();

  expect(await rejected).toMatchObject({ reason: 'CANCELLED' });
  await cancelled;
  await stream.end();
});

test('ExecutionStream gives an execution up when its onLog throws, and goes on', async () => {
  const { stream, messages } = await open((command, peer) => {
    const { executionId, execute } = command;
    if (execute?.execution?.source?.text !== 'log') return succeed(command, peer);
    const entry = logEntryToWire({ level: 'LOG', text: '', sinceStartUs: 0, attempt: 1 });
    peer.write({ events: [{ executionId, logs: { entries: [entry] } }] });
  });
  const given = new Error('not today');
  const onLog = (): void => {
    throw given;
  };

  await expect(stream.execute({ source: 'log' }, { onLog })).rejects.toBe(given);
  await stream.execute({ source: '1' });
  expect(messages.flat().filter(({ cancel }) => cancel)).toHaveLength(1);
});

test('ExecutionStream leaves no listener on the signals it was given', async () => {
  const { stream } = await open(succeed);
  const { signal } = new AbortController();
  const added = vi.spyOn(signal, 'addEventListener');
  const removed = vi.spyOn(signal, 'removeEventListener');

  await stream.execute({ source: '1' }, { signal });
  expect(added).toHaveBeenCalledOnce();
  expect(removed).toHaveBeenCalledWith('abort', added.mock.calls[0]?.[1]);
});

test('ExecutionStream names the tools, answers calls, and ends them with the run', async () => {
  const replies: unknown[] = [];
  const { stream, messages } = await open((command, peer) => {
    const { executionId, execute, hostCallReply } = command;
    if (hostCallReply) replies.push(hostCallReply);
    if (execute) {
      const called = ['double', 'hang'].map((toolName, index) => {
        return { executionId, hostCall: { callId: index + 1, toolName, argumentJson: '4' } };
      });
      peer.write({ events: called });
    } else succeed(command, peer);
  });
  const ended = Promise.withResolvers<void>();
  const outcome = await stream.execute({
    source: '1',
    tools: {
      double: (argument) => Number(argument) * 2,
      hang: (_argument, { signal }) => {
        signal.addEventListener('abort', () => ended.resolve());
        return new Promise(() => {});
      },
    },
  });
  await ended.promise;
  expect(outcome.word).toBe('SUCCEEDED');
  expect(messages[0]?.[0]?.execute?.execution?.toolNames).toEqual(['double', 'hang']);
  expect(replies).toMatchObject([{ callId: 1, resultJson: '8' }]);
});

test('ExecutionStream sends stdin after its execution, and tells of progress', async () => {
  const { stream, messages } = await open((command, peer) => {
    const { executionId, execute, stdin } = command;
    if (execute) peer.write({ events: [{ executionId, progress: { valueJson: '{"a":1}' } }] });
    if (stdin?.end) succeed(command, peer);
  });
  const heard: unknown[] = [];
  const onProgress = (value: unknown): void => void heard.push(value);
  const outcome = await stream.execute({ source: '1', stdin: ['a\n', 'b'] }, { onProgress });
  expect([outcome.word, heard]).toEqual(['SUCCEEDED', [{ a: 1 }]]);
  const [first, ...others] = messages.flat();
  expect(first?.execute?.execution?.stdin).toBe(true);
  expect(others.map(({ stdin }) => stdin)).toMatchObject([
    { text: 'a\n', end: false },
    { text: 'b', end: false },
    { text: '', end: true },
  ]);
});
