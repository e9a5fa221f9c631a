import { status } from '@grpc/grpc-js';
import { expect, onTestFinished, test } from 'vitest';
import { invalidExecution } from '../../../shared/errors/isopod-error.ts';
import type { ExecuteStreamRequest__Output } from '../../../shared/generated/isopod/v1/ExecuteStreamRequest.ts';
import { logEntryToWire, outcomeToWire } from '../../../shared/wire/outcome-codec.ts';
import { FakeCoordinator, type FakeStream, fakeOutcome } from '../../support/fake-coordinator.ts';
import { PythonClient } from '../../support/python/python-client.ts';

type Script = Parameters<typeof FakeCoordinator.start>[0];

async function connect(script: Script): Promise<PythonClient> {
  const coordinator = await FakeCoordinator.start(script);
  const client = new PythonClient(coordinator.address);
  onTestFinished(async () => {
    await client.stop();
    coordinator.stop();
  });
  return client;
}

const hello = logEntryToWire({ level: 'LOG', text: 'hello', sinceStartUs: 10, attempt: 1 });

test('PythonClient executes with the fields it is given, and shows what came back', async () => {
  let received: unknown;
  const client = await connect({
    execute: ({ request }) => {
      received = request.execution;
      return { outcome: outcomeToWire(fakeOutcome({ resultJson: '3' })), logs: [hello] };
    },
  });
  const answer = await client.call({
    call: 'execute',
    execution: {
      source: { text: 'input.a + input.b', kind: 'PROGRAM_KIND_SCRIPT' },
      input_json: '{"a":1,"b":2}',
      limits: { wall_time: '2s' },
    },
  });

  expect(received).toMatchObject({
    source: { text: 'input.a + input.b', kind: 'PROGRAM_KIND_SCRIPT' },
    inputJson: '{"a":1,"b":2}',
    limits: { wallTime: { seconds: 2, nanos: 0 } },
  });
  expect(answer).toMatchObject({
    outcome: { word: 'OUTCOME_WORD_SUCCEEDED', result_json: '3' },
    logs: [{ level: 'LOG_LEVEL_LOG', text: 'hello' }],
  });
});

test('PythonClient shows the status of a call that fails, and goes on', async () => {
  const client = await connect({
    execute: () => {
      throw invalidExecution([{ field: 'source.text', description: 'must not be empty' }]);
    },
  });
  const call = { call: 'execute', execution: {} } as const;
  const failed = { error: { code: status[status.INVALID_ARGUMENT] } };
  expect(await client.call(call)).toMatchObject(failed);
  expect(await client.call(call)).toMatchObject(failed);
});

test('PythonClient streams executions, and cancels one at its first log', async () => {
  const client = await connect({ stream: logThenAnswer });
  const execution = { source: { text: '1' } };
  const answer = await client.call({
    call: 'execute-stream',
    executions: { 1: execution, 2: execution },
    cancel_on_log: [2],
  });

  expect(answer).not.toHaveProperty('error');
  const ends = (answer as { events: { execution_id: number; outcome?: { word: string } }[] }).events
    .filter(({ outcome }) => outcome !== undefined)
    .map(({ execution_id, outcome }) => [execution_id, outcome?.word]);
  expect(ends).toEqual([
    [1, 'OUTCOME_WORD_SUCCEEDED'],
    [2, 'OUTCOME_WORD_CANCELLED'],
  ]);
});

/** Answers the first execution at once and any other when it is cancelled. */
function logThenAnswer(stream: FakeStream): void {
  const end = (executionId: number, word: 'SUCCEEDED' | 'CANCELLED'): void => {
    const outcome = outcomeToWire(fakeOutcome({ word }));
    stream.write({ events: [{ executionId, outcome }] });
  };
  stream.on('data', ({ commands }: ExecuteStreamRequest__Output) => {
    for (const { executionId, execute, cancel } of commands) {
      if (cancel) end(executionId, 'CANCELLED');
      if (execute) stream.write({ events: [{ executionId, logs: { entries: [hello] } }] });
      if (execute && executionId === 1) end(executionId, 'SUCCEEDED');
    }
  });
  stream.on('end', () => stream.end());
}
