import { status } from '@grpc/grpc-js';
import { expect, test } from 'vitest';
import { exampleLogEntry } from '../../support/example-execution.ts';
import { exampleHello } from '../../support/example-node.ts';
import { detailsOf, errorOf, LiveCoordinator } from '../../support/live-coordinator.ts';

const source = { text: '1 + 1' };

test('Execute brings a program to a node and its end and logs back', async () => {
  const coordinator = await LiveCoordinator.start();
  const agent = await coordinator.agent();
  const running = coordinator.execute(
    { source, inputJson: '{"a":1}' },
    { metadata: { 'isopod-tenant': 'acme' } },
  );
  const { runId, execution } = await agent.runs.next();
  expect(execution).toMatchObject({
    tenantId: 'acme',
    inputJson: '{"a":1}',
    program: { source: '1 + 1', kind: 'AUTO' },
  });
  agent.log(runId, [exampleLogEntry({ text: 'one' }), exampleLogEntry({ text: 'two' })]);
  agent.end(runId, { resultJson: '2' });
  expect(await running.answer).toMatchObject({
    outcome: {
      word: 'OUTCOME_WORD_SUCCEEDED',
      resultJson: '2',
      usage: { nodeId: 'node-1', attempts: 1, inputBytes: 12 },
    },
    logs: [{ text: 'one' }, { text: 'two' }],
  });
});

test('Execute answers a fault of the program with OK and its word', async () => {
  const coordinator = await LiveCoordinator.start();
  const error = { name: 'TypeError', message: 'x is not a function', stack: 'main.js:1:1' };
  await coordinator.agent(() => ({ word: 'SCRIPT_THREW', error }));
  const { outcome } = await coordinator.execute({ source }).answer;
  expect(outcome).toMatchObject({ word: 'OUTCOME_WORD_SCRIPT_THREW', error });
});

test('Execute runs only where every layer is that it demands, and says when that is nowhere', async () => {
  const coordinator = await LiveCoordinator.start();
  const posture = { ...exampleHello().posture, layers: ['own-ids', 'undumpable'] };
  await coordinator.agent(() => ({ resultJson: '2' }), { posture });
  const met = { source, minPosture: { layers: ['own-ids'] } };
  expect((await coordinator.execute(met).answer).outcome).toMatchObject({ resultJson: '2' });
  const unmet = { source, minPosture: { layers: ['own-ids', 'cgroup-v2'] } };
  const error = await errorOf(coordinator.execute(unmet));
  expect(error).toMatchObject({ code: status.FAILED_PRECONDITION });
  expect(detailsOf(error)).toMatchObject({ reason: 'POSTURE_UNMET' });
});

test('Execute runs many at once, each with its own answer', async () => {
  const coordinator = await LiveCoordinator.start();
  await coordinator.agent(({ execution }) => ({ resultJson: execution.program.source }), {
    capacity: { runsMax: 1_000, hostsMax: 1 },
  });
  const running = Array.from({ length: 200 }, (_, index) =>
    coordinator.execute({ source: { text: `${index}` } }),
  );
  const answers = await Promise.all(running.map(({ answer }) => answer));
  expect(answers.map(({ outcome }) => outcome?.resultJson)).toEqual(
    answers.map((_answer, index) => `${index}`),
  );
});

test('Execute tells the node how long it may take, and ends the run at the deadline', async () => {
  const coordinator = await LiveCoordinator.start();
  const agent = await coordinator.agent();
  const running = coordinator.execute({ source }, { timeoutMs: 300 });
  const { runId, deadlineMs } = await agent.runs.next();
  expect(deadlineMs).toBeGreaterThan(0);
  expect(deadlineMs).toBeLessThanOrEqual(300);
  expect(await errorOf(running)).toMatchObject({ code: status.DEADLINE_EXCEEDED });
  expect(await agent.cancels.next()).toBe(runId);
});

test('Execute that its client cancels ends the run', async () => {
  const coordinator = await LiveCoordinator.start();
  const agent = await coordinator.agent();
  const running = coordinator.execute({ source });
  const { runId } = await agent.runs.next();
  running.cancel();
  expect(await errorOf(running)).toMatchObject({ code: status.CANCELLED });
  expect(await agent.cancels.next()).toBe(runId);
});

test('Execute whose client is gone ends the run', async () => {
  const coordinator = await LiveCoordinator.start();
  const agent = await coordinator.agent();
  const running = coordinator.execute({ source });
  const { runId } = await agent.runs.next();
  const gone = errorOf(running);
  coordinator.executions.close();
  running.cancel();
  expect(await agent.cancels.next()).toBe(runId);
  await gone;
});

test('Execute without a node is refused after its wait, and says when to try again', async () => {
  const coordinator = await LiveCoordinator.start({ queueWaitMsMax: 50 });
  const error = await errorOf(coordinator.execute({ source }));
  expect(error.code).toBe(status.UNAVAILABLE);
  expect(detailsOf(error)).toMatchObject({ reason: 'NO_NODE', retryAfterMs: 1_000 });
});

test('Execute is refused at once while the queue is full', async () => {
  const coordinator = await LiveCoordinator.start({ executionsQueuedMax: 1 });
  const waiting = errorOf(coordinator.execute({ source }, { timeoutMs: 2_000 }));
  const error = await errorOf(coordinator.execute({ source }));
  expect(error.code).toBe(status.RESOURCE_EXHAUSTED);
  expect(detailsOf(error)).toMatchObject({ reason: 'QUEUE_FULL', retryAfterMs: 1_000 });
  const agent = await coordinator.agent();
  agent.end((await agent.runs.next()).runId);
  await expect(waiting).rejects.toThrow('the call succeeded');
});

test('Execute goes on on another node when its own is gone', async () => {
  const coordinator = await LiveCoordinator.start();
  const first = await coordinator.agent(undefined, { nodeId: 'first' });
  const running = coordinator.execute({ source });
  await first.runs.next();
  await coordinator.agent(() => ({ resultJson: '2' }), { nodeId: 'second' });
  first.break();
  expect(await running.answer).toMatchObject({
    outcome: { resultJson: '2', usage: { nodeId: 'second', attempts: 2 } },
  });
});

test('Execute that loses two nodes says NODE_LOST, with status OK', async () => {
  const coordinator = await LiveCoordinator.start();
  const running = coordinator.execute({ source });
  for (const nodeId of ['first', 'second']) {
    const agent = await coordinator.agent(undefined, { nodeId });
    await agent.runs.next();
    agent.break();
  }
  expect(await running.answer).toMatchObject({
    outcome: { word: 'OUTCOME_WORD_NODE_LOST', usage: { nodeId: 'second', attempts: 2 } },
  });
});

test('Execute carries the largest source, input and result there may be', async () => {
  const coordinator = await LiveCoordinator.start();
  const resultJson = JSON.stringify('r'.repeat(16 * 2 ** 20 - 2));
  await coordinator.agent(({ execution }) => ({
    resultJson,
    usage: { heapPeakBytes: execution.inputJson?.length ?? 0 },
  }));
  const inputJson = JSON.stringify('i'.repeat(4 * 2 ** 20 - 2));
  const { outcome } = await coordinator.execute({
    source: { text: 's'.repeat(2 ** 20) },
    inputJson,
  }).answer;
  expect(outcome?.resultJson?.length).toBe(16 * 2 ** 20);
  expect(outcome?.usage?.heapPeakBytes).toBe(4 * 2 ** 20);
});
