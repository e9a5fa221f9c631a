import { expect, test } from 'vitest';
import { NodeSteering } from '../../../../coordinator/sessions/node-steering.ts';
import { sessionIdOf } from '../../../../shared/sessions/session-terms.ts';
import { exampleExecution } from '../../../support/example-execution.ts';
import { ScriptedCluster } from '../../../support/scripted-cluster.ts';

function steered(): { cluster: ScriptedCluster; steering: NodeSteering } {
  const cluster = new ScriptedCluster();
  return { cluster, steering: new NodeSteering(cluster) };
}

test('NodeSteering has a cordoned node get nothing new, and keep what it has', async () => {
  const { cluster, steering } = steered();
  const node = cluster.node('a', 10);
  const { observer } = cluster.submit('before');
  await cluster.settle();
  steering.cordon('a');
  cluster.submit('after');
  await cluster.settle();
  expect(node.sources).toEqual(['before']);
  node.end(1);
  expect(observer.words).toEqual(['SUCCEEDED']);
  steering.uncordon('a');
  await cluster.settle();
  expect(node.sources).toEqual(['after']);
});

test('NodeSteering keeps a cordon for an agent that dials anew', async () => {
  const { cluster, steering } = steered();
  cluster.node('a');
  steering.cordon('a');
  const again = cluster.node('a');
  cluster.submit();
  await cluster.settle();
  expect(again.sources).toEqual([]);
});

test('NodeSteering leaves sessions on a cordoned node as they are', async () => {
  const { cluster, steering } = steered();
  const home = cluster.node('home');
  steering.cordon('home');
  const sessionId = sessionIdOf('home', 's'.repeat(43));
  cluster.submitExecution(exampleExecution({ source: 'in session', sessionId }));
  await cluster.settle();
  expect(home.sources).toEqual(['in session']);
});

test('NodeSteering drains a node: cordoned, and done when its runs are', async () => {
  const { cluster, steering } = steered();
  const node = cluster.node('a');
  cluster.submit();
  await cluster.settle();
  let isDrained = false;
  const drained = steering
    .drain('a', () => false)
    .then(() => {
      isDrained = true;
    });
  await cluster.clock.advance(100);
  expect(isDrained).toBe(false);
  node.end(1);
  await cluster.clock.advance(20);
  await drained;
  expect(cluster.nodes.isCordoned('a')).toBe(true);
});

test('NodeSteering removes a node in order, and lets it join no more', async () => {
  const { cluster, steering } = steered();
  const node = cluster.node('a');
  cluster.submit();
  await cluster.settle();
  const removed = steering.remove('a', 1_000);
  cluster.submit('later');
  await cluster.settle();
  expect(node.sources).toEqual(['1']);
  node.end(1);
  await cluster.clock.advance(20);
  expect(await removed).toBe(0);
  expect(node.closedFor).toBe('an administrator has removed it');
  expect(() => cluster.node('a')).toThrow(expect.objectContaining({ reason: 'NODE_REMOVED' }));
  expect(steering.uncordon('a')).toBeUndefined();
  const again = cluster.node('a');
  await cluster.settle();
  expect(again.sources).toEqual(['later']);
});

test('NodeSteering has what a removed node does not finish in time begun elsewhere', async () => {
  const { cluster, steering } = steered();
  cluster.node('a');
  cluster.submit('slow');
  await cluster.settle();
  const other = cluster.node('b');
  const removed = steering.remove('a', 500);
  await cluster.clock.advance(520);
  expect(await removed).toBe(1);
  await cluster.settle();
  expect(other.sources).toEqual(['slow']);
});

test('NodeSteering knows only nodes that are there', async () => {
  const { steering } = steered();
  const unknown = expect.objectContaining({ reason: 'NODE_NOT_FOUND' });
  expect(() => steering.cordon('x')).toThrow(unknown);
  expect(() => steering.uncordon('x')).toThrow(unknown);
  await expect(steering.remove('x', 1)).rejects.toEqual(unknown);
});

test('NodeSession says goodbye behind the last run to an agent that drains', async () => {
  const { cluster } = steered();
  const node = cluster.node('a');
  cluster.submit('on its way');
  node.heartbeat({ isDraining: true });
  expect(node.messages.map(({ name }) => name)).toEqual(['welcome']);
  await cluster.settle();
  node.heartbeat({ isDraining: true });
  expect(node.messages.map(({ name }) => name)).toEqual(['welcome', 'run-commands', 'goodbye']);
});
