/** Executions in a session, which one node alone can run. */
import { expect, test } from 'vitest';
import { sessionIdOf } from '../../../../shared/sessions/session-terms.ts';
import { exampleExecution } from '../../../support/example-execution.ts';
import { ScriptedCluster, type Submitted } from '../../../support/scripted-cluster.ts';

function inSession(cluster: ScriptedCluster, nodeId: string, source = '1'): Submitted {
  const sessionId = sessionIdOf(nodeId, 's'.repeat(43));
  return cluster.submitExecution(exampleExecution({ source, sessionId }));
}

test('Dispatcher gives an execution in a session to the node of that session, however busy', async () => {
  const cluster = new ScriptedCluster();
  const home = cluster.node('home', 100);
  const other = cluster.node('other', 100);
  for (let count = 0; count < 20; count++) inSession(cluster, 'home');
  await cluster.settle();
  expect(home.sources).toHaveLength(20);
  expect(other.sources).toEqual([]);
});

test('Dispatcher lets executions of other sessions past one whose node is full', async () => {
  const cluster = new ScriptedCluster();
  const full = cluster.node('full', 1);
  const other = cluster.node('other', 1);
  const [first] = [inSession(cluster, 'full', 'a'), inSession(cluster, 'full', 'b')];
  inSession(cluster, 'other', 'c');
  await cluster.settle();
  expect([full.sources, other.sources]).toEqual([['a'], ['c']]);
  full.end(full.runIds[0] ?? 0);
  await cluster.settle();
  expect(first?.observer.words).toEqual(['SUCCEEDED']);
  expect(full.sources).toContain('b');
});

test('Dispatcher runs what is in sessions of a cordoned node, however many wait for the others', async () => {
  const cluster = new ScriptedCluster();
  const home = cluster.node('home', 1);
  cluster.node('other', 1);
  cluster.roster.cordon(home.session);
  for (const source of ['a', 'b', 'c']) cluster.submit(source);
  const before = inSession(cluster, 'home', 'in a session');
  inSession(cluster, 'home', 'in another');
  await cluster.settle();
  expect(home.sources).toEqual(['in a session']);
  home.end(home.runIds[0] ?? 0);
  await cluster.settle();
  expect(before.observer.words).toEqual(['SUCCEEDED']);
  expect(home.sources).toEqual(['in another']);
});

test('Dispatcher says that a session is lost when its node was not there for a second', async () => {
  const cluster = new ScriptedCluster({ queueWaitMsMax: 60_000 });
  cluster.node('other');
  const { observer } = inSession(cluster, 'gone');
  await cluster.clock.advance(990);
  expect(observer.words).toEqual([]);
  await cluster.clock.advance(60);
  expect(observer.words).toEqual(['SESSION_LOST']);
  expect(cluster.dispatcher.unanswered).toBe(0);
});

test('Dispatcher says that a session is lost with the node that was running in it', async () => {
  const cluster = new ScriptedCluster();
  const home = cluster.node('home');
  const { observer } = inSession(cluster, 'home');
  await cluster.settle();
  home.vanish();
  expect(observer.words).toEqual(['SESSION_LOST']);
});

test('Dispatcher waits for a node that comes back, however long the execution has waited before', async () => {
  const cluster = new ScriptedCluster({ queueWaitMsMax: 60_000 });
  const home = cluster.node('home', 1);
  inSession(cluster, 'home', 'long');
  const waiting = inSession(cluster, 'home', 'waiting');
  await cluster.clock.advance(5_000);
  home.vanish();
  await cluster.clock.advance(500);
  expect(waiting.observer.words).toEqual([]);
  const again = cluster.node('home', 1);
  await cluster.clock.advance(50);
  expect(again.sources).toEqual(['waiting']);
});
