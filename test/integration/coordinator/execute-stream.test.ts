import { Metadata, status } from '@grpc/grpc-js';
import { expect, test } from 'vitest';
import { exampleLogEntry } from '../../support/example-execution.ts';
import { ExecuteStream } from '../../support/execute-stream.ts';
import { detailsOf, LiveCoordinator } from '../../support/live-coordinator.ts';

const source = { text: '1 + 1' };

function open(coordinator: LiveCoordinator, metadata = new Metadata()): ExecuteStream {
  return new ExecuteStream(coordinator.executions, metadata);
}

test('ExecuteStream runs many executions, with their logs, and ends with OK', async () => {
  const coordinator = await LiveCoordinator.start();
  const agent = await coordinator.agent();
  const stream = open(coordinator).read();
  for (const id of [11, 12]) stream.execute(id, { source });
  const runs = await agent.runs.take(2);
  for (const { runId } of runs) agent.log(runId, [exampleLogEntry({ text: `run ${runId}` })]);
  for (const { runId } of runs) agent.end(runId, { resultJson: '2' });
  stream.call.end();
  const events = await stream.events.take(4);
  for (const id of [11, 12]) {
    const ofOne = events.filter(({ executionId }) => executionId === id);
    expect(ofOne).toMatchObject([{ logs: { entries: [{}] } }, { outcome: { resultJson: '2' } }]);
  }
  expect(await stream.status).toMatchObject({ code: status.OK });
});

test('ExecuteStream sends a line while its program still runs', async () => {
  const coordinator = await LiveCoordinator.start();
  const agent = await coordinator.agent();
  const stream = open(coordinator).read();
  stream.execute(1, { source });
  const { runId } = await agent.runs.next();
  agent.log(runId, [exampleLogEntry({ text: 'still here' })]);
  expect(await stream.events.next()).toMatchObject({ logs: { entries: [{ text: 'still here' }] } });
  stream.send({ executionId: 1, cancel: {} });
  expect(await agent.cancels.next()).toBe(runId);
  agent.end(runId, { word: 'CANCELLED' });
  expect(await stream.events.next()).toMatchObject({
    outcome: { word: 'OUTCOME_WORD_CANCELLED' },
  });
});

test('ExecuteStream keeps an execution to its own time limit', async () => {
  const coordinator = await LiveCoordinator.start();
  const agent = await coordinator.agent();
  const stream = open(coordinator).read();
  const timeLimit = { nanos: 50_000_000 };
  stream.send({ executionId: 1, execute: { execution: { source }, timeLimit } });
  const { runId } = await agent.runs.next();
  expect(await stream.events.next()).toMatchObject({
    failure: { code: status.DEADLINE_EXCEEDED, reason: 'DEADLINE_EXCEEDED' },
  });
  expect(await agent.cancels.next()).toBe(runId);
});

test('ExecuteStream whose client cancels it ends every run', async () => {
  const coordinator = await LiveCoordinator.start();
  const agent = await coordinator.agent();
  const stream = open(coordinator).read();
  for (const id of [1, 2, 3]) stream.execute(id, { source });
  const runs = await agent.runs.take(3);
  stream.call.cancel();
  expect(await agent.cancels.take(3)).toEqual(runs.map(({ runId }) => runId));
});

test('ExecuteStream answers an invalid execution with a failure and goes on', async () => {
  const coordinator = await LiveCoordinator.start();
  await coordinator.agent(() => ({}));
  const stream = open(coordinator).read();
  stream.execute(1, { source: { text: '' } });
  stream.execute(2, { source, sessionId: 's' });
  stream.execute(3, { source });
  const events = await stream.events.take(3);
  expect(events.toSorted((a, b) => a.executionId - b.executionId)).toMatchObject([
    {
      failure: {
        code: status.INVALID_ARGUMENT,
        reason: 'INVALID_EXECUTION',
        fieldViolations: [{ field: 'source.text', description: 'must not be empty' }],
      },
    },
    {
      failure: {
        code: status.INVALID_ARGUMENT,
        fieldViolations: [{ field: 'session_id' }],
      },
    },
    { outcome: { word: 'OUTCOME_WORD_SUCCEEDED' } },
  ]);
});

test.each([
  ['a cancel first', { executionId: 1, cancel: {} }],
  ['an empty command', { executionId: 1 }],
  ['an execution with id 0', { executionId: 0, execute: { execution: { source } } }],
])('ExecuteStream with %s ends with INVALID_ARGUMENT', async (_what, command) => {
  const coordinator = await LiveCoordinator.start();
  await coordinator.agent(() => ({}));
  const stream = open(coordinator).read();
  stream.send(command);
  const ended = await stream.status;
  expect(ended.code).toBe(status.INVALID_ARGUMENT);
  expect(detailsOf(ended)).toMatchObject({ reason: 'PROTOCOL_VIOLATION' });
  expect(await coordinator.execute({ source }).answer).toMatchObject({ outcome: {} });
});

test('ExecuteStream with an id twice ends, and ends what it had begun', async () => {
  const coordinator = await LiveCoordinator.start();
  const agent = await coordinator.agent();
  const stream = open(coordinator).read();
  stream.execute(1, { source });
  const { runId } = await agent.runs.next();
  stream.execute(1, { source });
  expect(await stream.status).toMatchObject({ code: status.INVALID_ARGUMENT });
  expect(await agent.cancels.next()).toBe(runId);
});

test('ExecuteStream of a tenant that cannot be is refused', async () => {
  const coordinator = await LiveCoordinator.start();
  const metadata = new Metadata();
  metadata.set('isopod-tenant', '../acme');
  const ended = await open(coordinator, metadata).read().status;
  expect(ended.code).toBe(status.INVALID_ARGUMENT);
  expect(detailsOf(ended)).toMatchObject({ fieldViolations: [{ field: 'isopod-tenant' }] });
});

test('ExecuteStream holds a bounded amount for a client that does not read', async () => {
  const coordinator = await LiveCoordinator.start();
  const resultJson = JSON.stringify('x'.repeat(2 * 2 ** 20));
  const agent = await coordinator.agent(undefined, { capacity: { runsMax: 64, hostsMax: 1 } });
  const stream = open(coordinator);
  // A client of grpc-js holds back what it has begun to read, and only that.
  stream.call.once('data', () => stream.call.pause());
  for (let id = 1; id <= 64; id++) stream.execute(id, { source });
  for (const { runId } of await agent.runs.take(64)) agent.end(runId, { resultJson });
  // What was not answered when it became too much is cancelled.
  expect(await agent.cancels.next()).toBeGreaterThan(16);
  stream.read().call.resume();
  const ended = await stream.status;
  expect(ended.code).toBe(status.RESOURCE_EXHAUSTED);
  expect(detailsOf(ended)).toMatchObject({ reason: 'READER_TOO_SLOW' });
  // Each side's stream takes 16 messages, whatever their size; the 32 MB held above are gone.
  expect(stream.events.pending).toBeLessThan(16 + 16 + 5);
});
