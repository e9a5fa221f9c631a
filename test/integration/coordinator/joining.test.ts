import { status } from '@grpc/grpc-js';
import { expect, test } from 'vitest';
import { VirtualClock } from '../../../shared/time/virtual-clock.ts';
import { exampleHello, exampleLoad } from '../../support/example-node.ts';
import type { FakeAgent } from '../../support/fake-agent.ts';
import { detailsOf, LiveCoordinator } from '../../support/live-coordinator.ts';

const source = { text: '1 + 1' };

/** The reason and the message that a stream ended with. */
async function endOf(
  agent: FakeAgent,
): Promise<{ code: status; reason?: string; message: string }> {
  const ended = await agent.status;
  const reason = detailsOf(ended)?.reason;
  return { code: ended.code, message: ended.details, ...(reason ? { reason } : {}) };
}

test.each(['another token', ''])('an agent with the token "%s" is turned away', async (token) => {
  const coordinator = await LiveCoordinator.start();
  const agent = coordinator.stranger(token);
  agent.say({ name: 'hello', hello: exampleHello() });
  expect(await endOf(agent)).toEqual({
    code: status.UNAUTHENTICATED,
    reason: 'UNAUTHENTICATED',
    message: 'Could not join: wrong node token',
  });
  expect(await coordinator.listNodes()).toEqual([]);
});

test('an agent that does not say hello within 5 s is turned away', async () => {
  const clock = new VirtualClock();
  const coordinator = await LiveCoordinator.start({}, clock);
  const timersAtRest = clock.timersPending;
  const agent = coordinator.stranger();
  agent.sayRaw({});
  expect(await endOf(agent)).toMatchObject({ reason: 'PROTOCOL_VIOLATION' });
  const silent = coordinator.stranger();
  // Its call has reached the coordinator when the timer is set there.
  while (clock.timersPending === timersAtRest) await coordinator.listNodes();
  await clock.advance(5_000);
  expect(await endOf(silent)).toEqual({
    code: status.INVALID_ARGUMENT,
    reason: 'PROTOCOL_VIOLATION',
    message: 'Could not join: no hello in 5000 ms',
  });
  expect(clock.timersPending).toBe(timersAtRest);
});

test('an agent that says something before hello is turned away', async () => {
  const coordinator = await LiveCoordinator.start();
  const agent = coordinator.stranger();
  agent.heartbeat();
  expect(await endOf(agent)).toMatchObject({
    reason: 'PROTOCOL_VIOLATION',
    message: 'Could not join: heartbeat before hello',
  });
});

test('an agent of another version of the protocol is turned away', async () => {
  const coordinator = await LiveCoordinator.start();
  const agent = coordinator.stranger();
  agent.say({ name: 'hello', hello: exampleHello({ protocolVersion: 2 }) });
  expect(await endOf(agent)).toMatchObject({
    reason: 'PROTOCOL_VIOLATION',
    message: 'Could not join: protocol version 2, this coordinator speaks 1',
  });
});

test.each([
  ['an id that cannot be', { nodeId: 'a b' }],
  ['no capacity', { capacity: { runsMax: 0, hostsMax: 0 } }],
])('an agent with %s is turned away', async (_what, given) => {
  const coordinator = await LiveCoordinator.start();
  const agent = coordinator.stranger();
  agent.say({ name: 'hello', hello: exampleHello(given) });
  expect(await endOf(agent)).toMatchObject({ reason: 'PROTOCOL_VIOLATION' });
});

test('an agent that half-closes without a word is let go', async () => {
  const coordinator = await LiveCoordinator.start();
  const agent = coordinator.stranger();
  agent.halfClose();
  expect(await endOf(agent)).toMatchObject({ code: status.OK });
});

test('an agent that breaks the protocol is told how, and its runs go elsewhere', async () => {
  const coordinator = await LiveCoordinator.start();
  const bad = await coordinator.agent(undefined, { nodeId: 'bad' });
  const running = coordinator.execute({ source });
  await bad.runs.next();
  bad.end(99);
  expect(await endOf(bad)).toMatchObject({
    code: status.INVALID_ARGUMENT,
    reason: 'PROTOCOL_VIOLATION',
    message: 'Could not go on with node bad: it spoke of run 99, which it has not',
  });
  await coordinator.agent(() => ({ resultJson: '2' }), { nodeId: 'good' });
  expect(await running.answer).toMatchObject({ outcome: { usage: { nodeId: 'good' } } });
});

test('an agent that dials anew takes the place of its older stream', async () => {
  const coordinator = await LiveCoordinator.start();
  const older = await coordinator.agent();
  const running = coordinator.execute({ source });
  await older.runs.next();
  const newer = await coordinator.agent();
  expect(await endOf(older)).toMatchObject({ code: status.OK });
  newer.end((await newer.runs.next()).runId, { resultJson: '2' });
  expect(await running.answer).toMatchObject({ outcome: { resultJson: '2' } });
  expect(await coordinator.listNodes()).toHaveLength(1);
});

test('an agent that drains gets nothing new, finishes, and may leave', async () => {
  const coordinator = await LiveCoordinator.start();
  const leaving = await coordinator.agent(undefined, { nodeId: 'leaving' });
  const first = coordinator.execute({ source });
  const { runId } = await leaving.runs.next();
  leaving.heartbeat({ isDraining: true });
  const staying = await coordinator.agent(undefined, { nodeId: 'staying' });
  const second = coordinator.execute({ source });
  staying.end((await staying.runs.next()).runId);
  expect(await second.answer).toMatchObject({ outcome: { usage: { nodeId: 'staying' } } });
  expect(await coordinator.listNodes()).toMatchObject([
    { nodeId: 'leaving', state: 'NODE_STATE_DRAINING', runsOutstanding: 1 },
    { nodeId: 'staying', state: 'NODE_STATE_ACTIVE', runsOutstanding: 0 },
  ]);
  leaving.end(runId);
  expect(await first.answer).toMatchObject({ outcome: { usage: { nodeId: 'leaving' } } });
  leaving.halfClose();
  expect(await endOf(leaving)).toMatchObject({ code: status.OK });
  expect(await coordinator.listNodes()).toMatchObject([{ nodeId: 'staying' }]);
});

test('ListNodes shows what each node said of itself', async () => {
  const coordinator = await LiveCoordinator.start();
  const agent = await coordinator.agent();
  agent.heartbeat();
  let [node] = await coordinator.listNodes();
  while (node?.load?.hostsLive === 0) [node] = await coordinator.listNodes();
  const { posture, capacity, agentVersion } = exampleHello();
  expect(node).toMatchObject({
    nodeId: 'node-1',
    state: 'NODE_STATE_ACTIVE',
    agentVersion,
    capacity,
    posture: {
      layers: posture.layers,
      v8Version: posture.v8Version,
      startedAtUs: posture.startedAtMs * 1000,
    },
    load: exampleLoad(),
    runsOutstanding: 0,
  });
  const { connectTime, heartbeatTime } = node ?? {};
  expect(connectTime?.seconds).toBeGreaterThan(1_700_000_000);
  expect(heartbeatTime?.seconds).toBeGreaterThanOrEqual(connectTime?.seconds ?? Infinity);
});
