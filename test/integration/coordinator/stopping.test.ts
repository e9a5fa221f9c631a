import { once } from 'node:events';
import { connect } from 'node:net';
import { credentials, Metadata, status } from '@grpc/grpc-js';
import { expect, onTestFinished, test } from 'vitest';
import { ExecutionService } from '../../../shared/wire/services.ts';
import { ExecuteStream } from '../../support/execute-stream.ts';
import { detailsOf, errorOf, LiveCoordinator } from '../../support/live-coordinator.ts';

const source = { text: '1 + 1' };

test('a coordinator that stops finishes what it has, by call and by stream', async () => {
  const coordinator = await LiveCoordinator.start();
  const agent = await coordinator.agent();
  const unary = coordinator.execute({ source });
  const stream = new ExecuteStream(coordinator.executions, new Metadata()).read();
  stream.execute(1, { source });
  const runs = await agent.runs.take(2);
  const stopped = coordinator.stop();
  stream.execute(2, { source });
  const refused = await stream.events.next();
  expect(refused).toMatchObject({ executionId: 2, failure: { reason: 'SHUTTING_DOWN' } });
  for (const { runId } of runs) agent.end(runId, { resultJson: '2' });
  expect(await unary.answer).toMatchObject({ outcome: { resultJson: '2' } });
  expect(await stream.events.next()).toMatchObject({ executionId: 1, outcome: {} });
  const ended = await stream.status;
  expect(ended.code).toBe(status.UNAVAILABLE);
  expect(detailsOf(ended)).toMatchObject({ reason: 'SHUTTING_DOWN', retryAfterMs: 1_000 });
  expect(await agent.messages.next()).toEqual({ name: 'goodbye' });
  agent.halfClose();
  expect(await agent.status).toMatchObject({ code: status.OK });
  await stopped;
});

test('a coordinator that stops gives up what is left after its grace', async () => {
  const coordinator = await LiveCoordinator.start({ drainGraceMs: 50 });
  const agent = await coordinator.agent();
  const running = coordinator.execute({ source });
  const { runId } = await agent.runs.next();
  const stopped = coordinator.stop();
  const error = await errorOf(running);
  expect(error.code).toBe(status.UNAVAILABLE);
  expect(detailsOf(error)).toMatchObject({ reason: 'SHUTTING_DOWN' });
  expect(await agent.cancels.next()).toBe(runId);
  await stopped;
});

test('a coordinator that stops cuts off agents and clients that do not leave', async () => {
  const coordinator = await LiveCoordinator.start();
  const agent = await coordinator.agent();
  await coordinator.stop();
  expect((await agent.status).code).not.toBe(status.OK);
});

test('a coordinator that stops waits for nobody who has only connected', async () => {
  const coordinator = await LiveCoordinator.start();
  const silent = connect({ port: coordinator.port, host: '127.0.0.1', allowHalfOpen: true });
  onTestFinished(() => void silent.destroy());
  silent.on('error', () => {});
  await once(silent, 'connect');
  await coordinator.stop();
});

test('a coordinator that stops takes no connections, and finishes what came by those it has', async () => {
  const coordinator = await LiveCoordinator.start();
  const agent = await coordinator.agent();
  const running = coordinator.execute({ source });
  const { runId } = await agent.runs.next();
  const stopped = coordinator.stop();
  const late = new ExecutionService(coordinator.address, credentials.createInsecure());
  onTestFinished(() => late.close());
  const error = await new Promise((resolve) => late.execute({ execution: { source } }, resolve));
  expect(error).toMatchObject({ code: status.UNAVAILABLE });
  expect(detailsOf(error)).toBeUndefined();
  agent.end(runId, { resultJson: '2' });
  expect(await running.answer).toMatchObject({ outcome: { resultJson: '2' } });
  agent.halfClose();
  await stopped;
});

test('a client that knows two coordinators sees no call fail when one stops', async () => {
  const [first, second] = await Promise.all([LiveCoordinator.start(), LiveCoordinator.start()]);
  const agents = await Promise.all(
    [first, second].map((coordinator) => coordinator.agent(() => ({ resultJson: '2' }))),
  );
  const target = `ipv4:127.0.0.1:${first.port},127.0.0.1:${second.port}`;
  const client = new ExecutionService(target, credentials.createInsecure());
  onTestFinished(() => client.close());
  const execute = (): Promise<unknown> =>
    new Promise((resolve) => client.execute({ execution: { source } }, resolve));
  const stopped: Promise<void>[] = [];
  for (let round = 0; round < 20; round++) {
    if (round === 5) stopped.push(first.stop());
    const errors = await Promise.all(Array.from({ length: 10 }, execute));
    expect(errors.filter((error) => error !== null)).toEqual([]);
  }
  expect(agents[1]?.runs.pending).toBeGreaterThan(100);
  await Promise.all(stopped);
});
