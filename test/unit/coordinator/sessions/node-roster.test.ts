import { expect, test } from 'vitest';
import type { NodeRosterObserver } from '../../../../coordinator/sessions/node-roster.ts';
import { ScriptedCluster } from '../../../support/scripted-cluster.ts';

/** What an observer hears, as words. */
function listen(): { heard: string[]; observer: NodeRosterObserver } {
  const heard: string[] = [];
  const observer: NodeRosterObserver = {
    joined: ({ nodeId }) => void heard.push(`${nodeId} joined`),
    draining: ({ nodeId }) => void heard.push(`${nodeId} drains`),
    left: ({ nodeId }, reason, runsLost) =>
      void heard.push(`${nodeId} left: ${reason}, ${runsLost} lost`),
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

test('NodeRoster takes a node that was silent for 5 s for lost', async () => {
  const { heard, observer } = listen();
  const cluster = new ScriptedCluster({}, observer);
  const silent = cluster.node('silent');
  const alive = cluster.node('alive');
  cluster.submit();
  for (let second = 0; second < 7; second++) {
    await cluster.clock.advance(1_000);
    alive.heartbeat();
  }
  expect(silent.closedFor).toBe('silent for 5000 ms');
  expect(alive.closedFor).toBeUndefined();
  expect(heard.at(-1)).toMatch(/^silent left: silent for 5000 ms, [01] lost$/);
  expect(activeIds(cluster)).toEqual(['alive']);
});

test('NodeRoster forgives 4 s of silence', async () => {
  const cluster = new ScriptedCluster();
  const node = cluster.node('a');
  for (let round = 0; round < 5; round++) {
    await cluster.clock.advance(4_000);
    node.heartbeat();
  }
  expect(node.closedFor).toBeUndefined();
});

test('NodeRoster accuses nobody when it was itself too late to look', async () => {
  const cluster = new ScriptedCluster();
  const node = cluster.node('a');
  await cluster.clock.advance(500);
  // The machine was busy for 9 s: the timer fires late, before the messages are read.
  cluster.clock.stall(9_000);
  await cluster.settle();
  expect(node.closedFor).toBeUndefined();
  node.heartbeat();
  await cluster.clock.advance(4_000);
  expect(node.closedFor).toBeUndefined();
});

test('NodeRoster lets an agent that dials anew take the place of its older stream', async () => {
  const { heard, observer } = listen();
  const cluster = new ScriptedCluster({}, observer);
  const older = cluster.node('a');
  const { observer: caller } = cluster.submit('one');
  await cluster.settle();
  const newer = cluster.node('a');
  await cluster.settle();
  expect(older.closedFor).toBe('the node connected again');
  expect(heard).toEqual(['a joined', 'a left: the node connected again, 1 lost', 'a joined']);
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
  cluster.roster.close();
  expect(heard.slice(2)).toEqual([
    'a left: the coordinator has stopped, 0 lost',
    'b left: the coordinator has stopped, 0 lost',
  ]);
  expect(cluster.clock.timersPending).toBe(0);
});

test('NodeRoster without nodes looks at nothing', async () => {
  const cluster = new ScriptedCluster();
  cluster.node('a').vanish();
  await cluster.clock.advance(2_000);
  expect(cluster.clock.timersPending).toBe(0);
});
