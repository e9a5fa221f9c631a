import { expect, test } from 'vitest';
import type { ExecuteStreamCommand } from '../../../../shared/generated/isopod/v1/ExecuteStreamCommand.ts';
import { exampleLogEntry } from '../../../support/example-execution.ts';
import { exampleContent } from '../../../support/example-functions.ts';
import { ScriptedClient } from '../../../support/scripted-client.ts';

const megabyte = 1024 * 1024;

function execute(
  executionId: number,
  text = '1',
  timeLimit?: { seconds?: number; nanos?: number },
): ExecuteStreamCommand {
  const execution = { source: { text } };
  return { executionId, execute: { execution, ...(timeLimit ? { timeLimit } : {}) } };
}

function cancel(executionId: number): ExecuteStreamCommand {
  return { executionId, cancel: {} };
}

test('ExecutionStream runs many executions and answers each under its id', async () => {
  const client = new ScriptedClient();
  await client.send(execute(7, 'seven'), execute(8, 'eight'));
  expect(client.node.sources).toEqual(['seven', 'eight']);
  client.node.end(2);
  client.node.end(1, { resultJson: '7' });
  await client.cluster.settle();
  expect(client.messages).toHaveLength(1);
  expect(client.messages[0]).toMatchObject([
    { executionId: 8, outcome: { word: 'OUTCOME_WORD_SUCCEEDED' } },
    { executionId: 7, outcome: { resultJson: '7' } },
  ]);
});

test('ExecutionStream sends lines as they are written, before the outcome', async () => {
  const client = new ScriptedClient();
  await client.send(execute(1));
  client.node.log(1, [exampleLogEntry({ text: 'early' })]);
  await client.cluster.settle();
  client.node.end(1);
  await client.cluster.settle();
  expect(client.messages).toMatchObject([
    [{ executionId: 1, logs: { entries: [{ text: 'early' }] } }],
    [{ executionId: 1, outcome: {} }],
  ]);
});

test('ExecutionStream takes an id again once it is answered', async () => {
  const client = new ScriptedClient();
  await client.send(execute(1));
  client.node.end(1);
  await client.send(execute(1));
  client.node.end(2);
  await client.cluster.settle();
  expect(client.ends).toEqual([
    [1, 'SUCCEEDED'],
    [1, 'SUCCEEDED'],
  ]);
});

test.each<[string, ExecuteStreamCommand[], string]>([
  ['that starts with a cancel', [cancel(1)], 'the first command must be an execute: cancel'],
  [
    'that starts with an empty command',
    [{ executionId: 1 }],
    'the first command must be an execute: none',
  ],
  ['with an empty command', [execute(1), { executionId: 2 }], 'a command must be set'],
  ['with id 0', [execute(0)], 'execution_id must not be 0'],
  ['with an id twice', [execute(1), execute(1)], 'must be unique among unfinished executions: 1'],
  [
    'with too many commands at once',
    Array.from({ length: 4_097 }, (_, index) => execute(index + 1)),
    'a message has at most 4096 commands: 4097',
  ],
])('ExecutionStream ends a stream %s and cancels what runs', async (_what, commands, rule) => {
  const client = new ScriptedClient();
  await client.send(...commands);
  expect(client.failure).toMatchObject({
    reason: 'PROTOCOL_VIOLATION',
    message: expect.stringContaining(rule),
  });
  expect(client.calls).toEqual(['closed', 'fail']);
  expect(client.node.cancelledRunIds).toEqual(client.node.runIds);
});

test('ExecutionStream answers an execution that is invalid in itself, and goes on', async () => {
  const client = new ScriptedClient();
  await client.send(execute(1, ''), execute(2), execute(3, '1', { seconds: -1 }));
  client.node.end(1);
  await client.cluster.settle();
  expect(client.messages.flat()).toMatchObject([
    {
      executionId: 1,
      failure: {
        code: 3,
        reason: 'INVALID_EXECUTION',
        fieldViolations: [{ field: 'source.text' }],
      },
    },
    { executionId: 3, failure: { fieldViolations: [{ field: 'time_limit' }] } },
    { executionId: 2, outcome: {} },
  ]);
  expect(client.calls).toEqual([]);
});

test('ExecutionStream refuses more unfinished executions than it may have', async () => {
  const client = new ScriptedClient({ executionsMax: 2 });
  await client.send(execute(1), execute(2), execute(3));
  expect(client.messages.flat()).toMatchObject([
    { executionId: 3, failure: { reason: 'TOO_MANY_EXECUTIONS', code: 8 } },
  ]);
});

test('ExecutionStream cancels by id, and nothing that is not there', async () => {
  const client = new ScriptedClient({ runsMax: 1 });
  await client.send(execute(1), execute(2));
  await client.send(cancel(2), cancel(1), cancel(99));
  expect(client.ends).toEqual([[2, 'CANCELLED']]);
  expect(client.node.cancelledRunIds).toEqual([1]);
  client.node.end(1, { word: 'CANCELLED' });
  await client.cluster.settle();
  expect(client.ends).toEqual([
    [2, 'CANCELLED'],
    [1, 'CANCELLED'],
  ]);
});

test('ExecutionStream ends an execution at its own time limit', async () => {
  const client = new ScriptedClient();
  await client.send(execute(1, '1', { nanos: 50_000_000 }));
  await client.cluster.clock.advance(49);
  expect(client.ends).toEqual([]);
  await client.cluster.clock.advance(1);
  await client.cluster.settle();
  expect(client.ends).toEqual([[1, 'DEADLINE_EXCEEDED']]);
  expect(client.node.cancelledRunIds).toEqual([1]);
});

test('ExecutionStream forgets the time limit of what has ended', async () => {
  const client = new ScriptedClient();
  // The balancer has one from the first run on.
  await client.send(execute(1, '1'));
  client.node.end(1);
  const timersBefore = client.cluster.clock.timersPending;
  await client.send(execute(2, '1', { seconds: 5 }));
  client.node.end(2);
  expect(client.cluster.clock.timersPending).toBe(timersBefore);
});

test('ExecutionStream tells the node the sooner of the two deadlines', async () => {
  const client = new ScriptedClient({ deadlineMs: 2_000 });
  await client.send(execute(1, '1', { seconds: 1 }), execute(2, '1', { seconds: 3 }));
  expect([...client.node.running.values()].map(({ deadlineMs }) => deadlineMs)).toEqual([
    1_000, 2_000,
  ]);
});

test('ExecutionStream finishes what there is when the client half-closes', async () => {
  const client = new ScriptedClient();
  await client.send(execute(1));
  client.stream.halfClosed();
  expect(client.calls).toEqual([]);
  client.node.end(1);
  await client.cluster.settle();
  expect(client.ends).toEqual([[1, 'SUCCEEDED']]);
  expect(client.calls).toEqual(['closed', 'end']);
});

test('ExecutionStream in which nothing was said ends well', () => {
  const client = new ScriptedClient();
  client.stream.halfClosed();
  expect(client.calls).toEqual(['closed', 'end']);
});

test('ExecutionStream whose client is gone cancels everything, and says nothing', async () => {
  const client = new ScriptedClient({ runsMax: 1 });
  await client.send(execute(1), execute(2, '2', { seconds: 9 }));
  client.stream.gone();
  client.stream.gone();
  await client.cluster.settle();
  expect(client.node.cancelledRunIds).toEqual([1]);
  expect(client.cluster.dispatcher.queued).toBe(0);
  client.node.end(1, { word: 'CANCELLED' });
  await client.cluster.settle();
  expect(client.messages).toEqual([]);
  expect(client.calls).toEqual(['closed']);
});

test('ExecutionStream of a coordinator that stops says everything, then says so', async () => {
  const client = new ScriptedClient();
  await client.send(execute(1));
  client.stream.shutDown();
  await client.send(execute(2));
  expect(client.calls).toEqual([]);
  client.node.end(1);
  await client.cluster.settle();
  expect(client.ends).toEqual([[1, 'SUCCEEDED']]);
  expect(client.calls).toEqual(['closed', 'fail']);
  expect(client.failure).toMatchObject({ reason: 'SHUTTING_DOWN' });
});

test('ExecutionStream reads no more commands while 4 MB wait for the client', async () => {
  const client = new ScriptedClient();
  client.isSlow = true;
  await client.send(...[1, 2, 3].map((id) => execute(id)));
  const resultJson = JSON.stringify('x'.repeat(3 * megabyte));
  client.node.end(1, { resultJson });
  await client.cluster.settle();
  client.node.end(2, { resultJson });
  expect(client.calls).toEqual([]);
  client.node.end(3, { resultJson });
  expect(client.calls).toEqual(['pause']);
  client.isSlow = false;
  client.stream.writable();
  expect(client.calls).toEqual(['pause', 'resume']);
  expect(client.ends).toHaveLength(3);
});

test('ExecutionStream ends when more than 16 MB wait for the client, and begins nothing more', async () => {
  const client = new ScriptedClient();
  client.isSlow = true;
  await client.send(...Array.from({ length: 20 }, (_, index) => execute(index + 1)));
  const resultJson = JSON.stringify('x'.repeat(3 * megabyte));
  for (let runId = 1; runId <= 12 && !client.failure; runId++) {
    client.node.end(runId, { resultJson });
    await client.cluster.settle();
  }
  expect(client.failure).toMatchObject({ reason: 'READER_TOO_SLOW', isRetryable: false });
  expect(client.calls).toEqual(['pause', 'closed', 'fail']);
  expect(client.node.cancelledRunIds).toEqual(client.node.runIds);
});

test('ExecutionStream is not ended for one event, however large', async () => {
  const client = new ScriptedClient();
  client.isSlow = true;
  await client.send(...[1, 2, 3].map((id) => execute(id)));
  for (const [runId, bytes] of [1, 14, 15].entries()) {
    client.node.end(runId + 1, { resultJson: JSON.stringify('x'.repeat(bytes * megabyte)) });
    await client.cluster.settle();
  }
  expect(client.failure).toBeUndefined();
});

test('ExecutionStream that fails in the middle of a message does not begin the rest', async () => {
  const client = new ScriptedClient();
  client.isSlow = true;
  await client.send(...Array.from({ length: 6 }, (_, index) => execute(index + 1)));
  const resultJson = JSON.stringify('x'.repeat(3_300_000));
  for (let runId = 1; runId <= 6; runId++) {
    client.node.end(runId, { resultJson });
    await client.cluster.settle();
  }
  expect(client.failure).toBeUndefined();
  const invalid = Array.from({ length: 4_095 }, (_, index) => execute(index + 100, ''));
  await client.send(...invalid, execute(5_000, 'the rest'));
  expect(client.failure).toMatchObject({ reason: 'READER_TOO_SLOW' });
  expect(client.cluster.dispatcher.unanswered).toBe(0);
});

const priceCall = { execution: { function: { name: 'price' } } };

async function clientWithFunction(): Promise<ScriptedClient> {
  const client = new ScriptedClient();
  await client.functions.deploy({ tenantId: 'default', name: 'price' }, exampleContent('7'));
  return client;
}

test('ExecutionStream runs what a function has come to, and says which version it was', async () => {
  const client = await clientWithFunction();
  await client.send({ executionId: 1, execute: priceCall });
  await client.cluster.settle();
  const [runId, start] = [...client.node.running][0] ?? [0];
  expect(start?.execution.program.source).toBe('7');
  client.node.end(runId);
  await client.cluster.settle();
  const version = client.messages.flat()[0]?.outcome?.usage?.functionVersion;
  expect(version).toMatch(/^[0-9a-f]{32}$/);
});

test('ExecutionStream answers the call of a function that is not there with a failure', async () => {
  const client = new ScriptedClient();
  await client.send({ executionId: 1, execute: priceCall });
  await client.cluster.settle();
  expect(client.ends).toEqual([[1, 'FUNCTION_NOT_FOUND']]);
});

test('ExecutionStream cancels a call whose function is still being looked up', async () => {
  const client = await clientWithFunction();
  await client.send({ executionId: 1, execute: priceCall }, { executionId: 1, cancel: {} });
  await client.cluster.settle();
  expect(client.node.cancelledRunIds).toHaveLength(1);
});

test('ExecutionStream that is half-closed waits for a function that is being looked up', async () => {
  const client = await clientWithFunction();
  const sent = client.send({ executionId: 1, execute: priceCall });
  client.stream.halfClosed();
  await sent;
  await client.cluster.settle();
  expect(client.calls).not.toContain('end');
  expect(client.node.running.size).toBe(1);
});

test('ExecutionStream that is gone submits nothing that was being looked up', async () => {
  const client = await clientWithFunction();
  const sent = client.send({ executionId: 1, execute: priceCall });
  client.stream.gone();
  await sent;
  await client.cluster.settle();
  expect(client.node.running.size).toBe(0);
});

const tools = { source: { text: '1' }, toolNames: ['tool'] };

function reply(executionId: number, callId: number, resultJson = '1'): ExecuteStreamCommand {
  return { executionId, hostCallReply: { callId, resultJson } };
}

function callsTo(client: ScriptedClient) {
  return client.messages
    .flat()
    .flatMap(({ executionId, hostCall }) => (hostCall ? [{ executionId, ...hostCall }] : []));
}

test('ExecutionStream passes calls to the client and its replies to the node, by the ids of each', async () => {
  const client = new ScriptedClient();
  await client.send({ executionId: 7, execute: { execution: tools } });
  client.node.call(1, 41, '"a"');
  client.node.call(1, 42, '"b"');
  await client.cluster.settle();
  expect(callsTo(client)).toEqual([
    { executionId: 7, callId: 1, toolName: 'tool', argumentJson: '"a"' },
    { executionId: 7, callId: 2, toolName: 'tool', argumentJson: '"b"' },
  ]);
  const error = { name: '', message: 'm', code: 'E', dataJson: '1' };
  await client.send(reply(7, 2, '"B"'), { executionId: 7, hostCallReply: { callId: 1, error } });
  expect(client.node.replies).toEqual([
    { runId: 1, reply: { callId: 42, result: { name: 'returned', resultJson: '"B"' } } },
    {
      runId: 1,
      reply: { callId: 41, result: { name: 'threw', error: { ...error, name: 'Error' } } },
    },
  ]);
});

test('ExecutionStream passes over a reply to what is not open: unknown, twice, after the end', async () => {
  const client = new ScriptedClient();
  await client.send({ executionId: 7, execute: { execution: tools } });
  client.node.call(1, 5);
  await client.send(reply(7, 9), reply(8, 1), reply(7, 1), reply(7, 1));
  client.node.call(1, 6);
  client.node.end(1);
  await client.cluster.settle();
  await client.send(reply(7, 2));
  expect(client.node.replies).toHaveLength(1);
  expect(client.ends).toEqual([[7, 'SUCCEEDED']]);
  expect(client.failure).toBeUndefined();
});

test('ExecutionStream gives a program an error in the place of a reply that is too large', async () => {
  const client = new ScriptedClient();
  await client.send({ executionId: 7, execute: { execution: tools } });
  client.node.call(1, 5);
  client.node.call(1, 6);
  await client.cluster.settle();
  const error = {
    name: 'n'.repeat(500),
    message: 'm'.repeat(5_000),
    dataJson: 'd'.repeat(2 * megabyte),
  };
  await client.send(reply(7, 1, 'x'.repeat(megabyte + 1)), {
    executionId: 7,
    hostCallReply: { callId: 2, error },
  });
  expect(client.node.replies.map(({ reply: { result } }) => result)).toEqual([
    { name: 'threw', error: { name: 'HostCallTooLarge', message: expect.any(String) } },
    { name: 'threw', error: { name: 'n'.repeat(256), message: 'm'.repeat(4_096) } },
  ]);
});

test('ExecutionStream answers calls by itself once the client has half-closed', async () => {
  const client = new ScriptedClient();
  await client.send({ executionId: 7, execute: { execution: tools } });
  client.node.call(1, 5);
  await client.cluster.settle();
  client.stream.halfClosed();
  client.node.call(1, 6);
  await client.cluster.settle();
  expect(client.node.replies).toMatchObject([
    { reply: { callId: 5, result: { error: { name: 'HostCallUnanswered' } } } },
    { reply: { callId: 6, result: { error: { name: 'HostCallUnanswered' } } } },
  ]);
});

test('ExecutionStream counts calls that its client does not read', async () => {
  const client = new ScriptedClient();
  await client.send({ executionId: 7, execute: { execution: tools } });
  client.isSlow = true;
  for (let callId = 1; callId <= 40; callId++) {
    client.node.call(1, callId, 'x'.repeat(megabyte));
    await client.cluster.settle();
  }
  expect(client.calls).toContain('pause');
  expect(client.failure?.reason).toBe('READER_TOO_SLOW');
  expect(client.node.cancelledRunIds).toEqual([1]);
});

test('ExecutionStream is not to begin with a reply', async () => {
  const client = new ScriptedClient();
  await client.send(reply(1, 1));
  expect(client.failure?.message).toContain(
    'the first command must be an execute: host_call_reply',
  );
});
