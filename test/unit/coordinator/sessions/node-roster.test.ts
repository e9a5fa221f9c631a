import { expect, test } from 'vitest';
import type { NodeRosterObserver } from '../../../../coordinator/sessions/node-roster.ts';
import { exampleHello } from '../../../support/example-node.ts';
import { ScriptedAgent } from '../../../support/scripted-agent.ts';
import { ScriptedCluster } from '../../../support/scripted-cluster.ts';

/** What an observer hears, as words. */
function listen(): { heard: string[]; observer: NodeRosterObserver } {
  const heard: string[] = [];
  const observer: NodeRosterObserver = {
    joined: ({ nodeId }) => void heard.push(`${nodeId} joined`),
    draining: ({ nodeId }) => void heard.push(`${nodeId} drains`),
    suspected: ({ nodeId }) => void heard.push(`${nodeId} suspected`),
    trusted: ({ nodeId }) => void heard.push(`${nodeId} trusted`),
    left: ({ nodeId }, { reason, runsLost, wasSudden }) =>
      void heard.push(`${nodeId} left${wasSudden ? '!' : ''}: ${reason}, ${runsLost} lost`),
  };
  return { heard, observer };
}

function activeIds({ nodes }: ScriptedCluster): string[] {
  return nodes.active.map(({ nodeId }) => nodeId);
}

test('NodeRoster welcomes a node and gives it runs', () => {
  const { heard, observer } = listen();
  const cluster = new ScriptedCluster({}, observer);
  const node = cluster.node('a');
  expect(node.messages).toEqual([
    { name: 'welcome', coordinatorId: 'c', heartbeatIntervalMs: 1_000 },
  ]);
  expect(activeIds(cluster)).toEqual(['a']);
  expect(heard).toEqual(['a joined']);
});

test('NodeRoster lists nodes by id', () => {
  const cluster = new ScriptedCluster();
  for (const nodeId of ['c', 'a', 'b']) cluster.node(nodeId);
  expect(cluster.nodes.all.map(({ nodeId }) => nodeId)).toEqual(['a', 'b', 'c']);
});

test('NodeRoster suspects a node from φ = 8 on, after 4,523 ms of silence, and gives it nothing new', async () => {
  const { heard, observer } = listen();
  const cluster = new ScriptedCluster({}, observer);
  const node = cluster.node('a');
  const { observer: caller } = cluster.submit('one');
  await cluster.clock.advance(4_500);
  expect(cluster.roster.phiOf(node.session)).toBeLessThan(8);
  expect(activeIds(cluster)).toEqual(['a']);
  // It looks every 100 ms.
  await cluster.clock.advance(100);
  expect(cluster.roster.phiOf(node.session)).toBeGreaterThan(8);
  expect(heard).toEqual(['a joined', 'a suspected']);
  expect(activeIds(cluster)).toEqual([]);
  cluster.submit('two');
  await cluster.settle();
  expect(node.sources).toEqual(['one']);
  expect(caller.words).toEqual([]);
});

test('NodeRoster trusts a suspected node again at its next heartbeat, with nothing lost', async () => {
  const { heard, observer } = listen();
  const cluster = new ScriptedCluster({ queueWaitMsMax: 60_000 }, observer);
  const node = cluster.node('a');
  const first = cluster.submit('one');
  await cluster.clock.advance(6_000);
  const second = cluster.submit('two');
  node.heartbeat();
  await cluster.settle();
  expect(heard).toEqual(['a joined', 'a suspected', 'a trusted']);
  expect(node.sources).toEqual(['one', 'two']);
  for (const runId of node.runIds) node.end(runId);
  expect([...first.observer.words, ...second.observer.words]).toEqual(['SUCCEEDED', 'SUCCEEDED']);
});

test('NodeRoster takes whatever a node says for a sign of life', async () => {
  const { heard, observer } = listen();
  const cluster = new ScriptedCluster({}, observer);
  const node = cluster.node('a');
  cluster.submit('one');
  await cluster.clock.advance(5_000);
  node.log(1, []);
  await cluster.clock.advance(100);
  expect(heard).toEqual(['a joined', 'a suspected', 'a trusted']);
});

test('NodeRoster gives a node up that was silent for 10 s', async () => {
  const { heard, observer } = listen();
  const cluster = new ScriptedCluster({}, observer);
  const silent = cluster.node('silent');
  const alive = cluster.node('alive');
  for (let second = 0; second < 11; second++) {
    await cluster.clock.advance(1_000);
    alive.heartbeat();
  }
  expect(silent.closedFor).toBe('silent for 10000 ms');
  expect(alive.closedFor).toBeUndefined();
  expect(heard.slice(2)).toEqual(['silent suspected', 'silent left!: silent for 10000 ms, 0 lost']);
  expect(activeIds(cluster)).toEqual(['alive']);
});

test('NodeRoster forgives 4 s of silence, again and again', async () => {
  const { heard, observer } = listen();
  const cluster = new ScriptedCluster({}, observer);
  const node = cluster.node('a');
  for (let round = 0; round < 5; round++) {
    await cluster.clock.advance(4_000);
    node.heartbeat();
  }
  expect(heard).toEqual(['a joined']);
});

test.each([2_000, 9_000, 60_000])(
  'NodeRoster accuses nobody when its own loop stood still for %i ms',
  async (stallMs) => {
    const { heard, observer } = listen();
    const cluster = new ScriptedCluster({}, observer);
    const node = cluster.node('a');
    for (let second = 0; second < 5; second++) {
      await cluster.clock.advance(1_000);
      node.heartbeat();
    }
    await cluster.clock.advance(500);
    // The machine is busy: the timer fires late, before the messages are read.
    cluster.clock.stall(stallMs);
    await cluster.clock.advance(1_000);
    expect(heard).toEqual(['a joined']);
    expect(cluster.roster.phiOf(node.session)).toBeLessThan(8);
    for (let late = 0; late < 5; late++) node.heartbeat();
    await cluster.clock.advance(4_400);
    expect(heard).toEqual(['a joined']);
    await cluster.clock.advance(1_000);
    expect(heard).toEqual(['a joined', 'a suspected']);
  },
);

test('NodeRoster lets an agent that dials anew take the place of its older stream', async () => {
  const { heard, observer } = listen();
  const cluster = new ScriptedCluster({}, observer);
  const older = cluster.node('a');
  const { observer: caller } = cluster.submit('one');
  await cluster.settle();
  const newer = cluster.node('a');
  await cluster.settle();
  expect(older.closedFor).toBe('the node connected again');
  expect(heard).toEqual(['a joined', 'a left!: the node connected again, 1 lost', 'a joined']);
  expect(newer.sources).toEqual(['one']);
  older.vanish();
  expect(activeIds(cluster)).toEqual(['a']);
  newer.end(1);
  expect(caller.words).toEqual(['SUCCEEDED']);
});

test('NodeRoster gives a draining node nothing new and lets it finish', async () => {
  const { heard, observer } = listen();
  const cluster = new ScriptedCluster({}, observer);
  const node = cluster.node('a');
  const { observer: caller } = cluster.submit('one');
  await cluster.settle();
  node.heartbeat({ isDraining: true });
  node.heartbeat({ isDraining: true });
  expect(heard).toEqual(['a joined', 'a drains']);
  expect(activeIds(cluster)).toEqual([]);
  cluster.submit('two');
  await cluster.settle();
  expect(node.sources).toEqual(['one']);
  node.end(1);
  expect(caller.words).toEqual(['SUCCEEDED']);
  expect(cluster.dispatcher.queued).toBe(1);
});

test('NodeRoster that closes closes every session and leaves no timer', async () => {
  const { heard, observer } = listen();
  const cluster = new ScriptedCluster({}, observer);
  cluster.node('a');
  cluster.node('b');
  cluster.close();
  expect(heard.slice(2)).toEqual([
    'a left!: the coordinator has stopped, 0 lost',
    'b left!: the coordinator has stopped, 0 lost',
  ]);
  expect(cluster.clock.timersPending).toBe(0);
});

test('NodeRoster without nodes looks at nothing', async () => {
  const cluster = new ScriptedCluster();
  cluster.node('a').vanish();
  await cluster.clock.advance(2_000);
  expect(cluster.clock.timersPending).toBe(0);
});

test('NodeRoster lets a node whose stream is renewed finish on the older one, and gives it no more', async () => {
  const { heard, observer } = listen();
  const cluster = new ScriptedCluster({}, observer);
  const older = cluster.node('a');
  const { observer: caller } = cluster.submit('one');
  await cluster.settle();
  const [runId = 0] = older.runIds;
  const newer = new ScriptedAgent(cluster.roster, { nodeId: 'a', isRenewal: true });
  expect(older.closedFor).toBeUndefined();
  expect(cluster.nodes.all).toEqual([newer.session]);
  cluster.submit('two');
  await cluster.settle();
  expect([older.sources, newer.sources]).toEqual([['one'], ['two']]);
  older.end(runId);
  expect(caller.words).toEqual(['SUCCEEDED']);
  cluster.roster.leave(older.session, 'the node has left');
  expect(activeIds(cluster)).toEqual(['a']);
  expect(heard).toEqual(['a joined', 'a joined']);
});

test('NodeRoster closes all streams of a node that dials anew', () => {
  const cluster = new ScriptedCluster();
  const first = cluster.node('a');
  const second = new ScriptedAgent(cluster.roster, { nodeId: 'a', isRenewal: true });
  cluster.node('a');
  expect([first.closedFor, second.closedFor]).toEqual([
    'the node connected again',
    'the node connected again',
  ]);
});

test('NodeRoster believes no renewal of another agent, and says that the older was displaced', () => {
  const { heard, observer } = listen();
  const cluster = new ScriptedCluster({}, observer);
  const older = cluster.node('a');
  const posture = { ...exampleHello().posture, startedAtMs: 1 };
  const other = new ScriptedAgent(cluster.roster, { nodeId: 'a', isRenewal: true, posture });
  const reason = 'another agent has joined as this node, or it was started anew';
  expect(older.closedFor).toBe(reason);
  expect(cluster.nodes.all).toEqual([other.session]);
  expect(heard).toEqual(['a joined', `a left!: ${reason}, 0 lost`, 'a joined']);
});

test('NodeRoster suspects no node for the silence of a stream that was renewed', async () => {
  const { heard, observer } = listen();
  const cluster = new ScriptedCluster({}, observer);
  const older = cluster.node('a');
  cluster.submit('one');
  await cluster.settle();
  const newer = new ScriptedAgent(cluster.roster, { nodeId: 'a', isRenewal: true });
  for (let second = 0; second < 12; second++) {
    newer.heartbeat();
    await cluster.clock.advance(1_000);
  }
  expect(older.closedFor).toBe('silent for 10000 ms');
  expect(activeIds(cluster)).toEqual(['a']);
  expect(heard).toEqual(['a joined', 'a joined']);
});
