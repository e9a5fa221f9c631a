import { expect, test } from 'vitest';
import type { ExecuteStreamCommand } from '../../../../shared/generated/isopod/v1/ExecuteStreamCommand.ts';
import { ScriptedClient } from '../../../support/scripted-client.ts';

test('ExecutionStream passes progress to the client', async () => {
  const client = new ScriptedClient();
  await client.send({ executionId: 7, execute: { execution: { source: { text: '1' } } } });
  client.node.say({ progress: [{ runId: 1, valueJson: '0.5' }] });
  await client.cluster.settle();
  expect(client.messages.flat()).toEqual([{ executionId: 7, progress: { valueJson: '0.5' } }]);
});

const reader = { source: { text: '1' }, stdin: true };

function sends(executionId: number, text: string, end = false): ExecuteStreamCommand {
  return { executionId, stdin: { text, end } };
}

function reads(client: ScriptedClient, callId: number): void {
  client.node.say({ hostCalls: [{ runId: 1, call: { callId, toolName: '<stdin>' } }] });
}

test('ExecutionStream gives a program what its client sends, and tells the client of it', async () => {
  const client = new ScriptedClient();
  await client.send({ executionId: 7, execute: { execution: reader } }, sends(7, 'one\n'));
  expect(client.node.running.get(1)?.execution.toolNames).toEqual(['<stdin>']);
  reads(client, 41);
  await client.cluster.settle();
  await client.send(sends(7, 'two', true));
  reads(client, 42);
  reads(client, 43);
  await client.cluster.settle();
  const result = (resultJson: string) => ({ name: 'returned', resultJson });
  expect(client.node.replies.map(({ reply: { callId, result: it } }) => [callId, it])).toEqual([
    [41, result('"one\\n"')],
    [42, result('"two"')],
    [43, { name: 'returned' }],
  ]);
  expect(client.messages.flat()).toEqual([
    { executionId: 7, stdinRead: { bytes: 4 } },
    { executionId: 7, stdinRead: { bytes: 3 } },
  ]);
});

test('ExecutionStream fails an execution that is sent too much, or has no stdin, and goes on', async () => {
  const client = new ScriptedClient();
  await client.send(
    { executionId: 7, execute: { execution: reader } },
    { executionId: 8, execute: { execution: { source: { text: '2' } } } },
    sends(7, 'x'.repeat(300_000)),
    sends(8, 'x'),
    sends(9, 'of one that is not there'),
  );
  expect(client.failure).toBeUndefined();
  const failures = client.messages.flat().map(({ executionId, failure }) => {
    return [executionId, failure?.reason, failure?.fieldViolations?.[0]?.field];
  });
  expect(failures).toEqual([
    [7, 'INVALID_EXECUTION', 'stdin'],
    [8, 'INVALID_EXECUTION', 'stdin'],
  ]);
  expect(client.node.cancelledRunIds).toEqual([1, 2]);
});

test('ExecutionStream ends the stdin of its programs when the client half-closes', async () => {
  const client = new ScriptedClient();
  await client.send({ executionId: 7, execute: { execution: reader } });
  reads(client, 41);
  await client.cluster.settle();
  client.stream.halfClosed();
  await client.cluster.settle();
  expect(client.node.replies).toMatchObject([
    { reply: { callId: 41, result: { name: 'returned' } } },
  ]);
});
