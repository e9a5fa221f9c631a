/** Executions that demand layers of their node. */
import { expect, test } from 'vitest';
import type { PostureLayer } from '../../../../shared/execution/posture-layer.ts';
import { exampleExecution } from '../../../support/example-execution.ts';
import { ScriptedCluster, type Submitted } from '../../../support/scripted-cluster.ts';

const layers: readonly PostureLayer[] = ['own-ids', 'cgroup-v2'];

function demand(cluster: ScriptedCluster, source = 'demanding'): Submitted {
  return cluster.submitExecution(exampleExecution({ source, layersRequired: layers }));
}

test('Dispatcher gives an execution only to a node with every layer it demands', async () => {
  const cluster = new ScriptedCluster();
  const weak = cluster.node('weak', 100, ['own-ids']);
  const strong = cluster.node('strong', 100, [...layers, 'undumpable']);
  for (let count = 0; count < 20; count++) demand(cluster);
  await cluster.settle();
  expect(weak.sources).toEqual([]);
  expect(strong.sources).toHaveLength(20);
});

test('Dispatcher refuses at once what no connected node could run', () => {
  const cluster = new ScriptedCluster();
  cluster.node('weak', 1, ['own-ids']);
  expect(() => demand(cluster)).toThrow(
    expect.objectContaining({
      reason: 'POSTURE_UNMET',
      message: 'Could not run the execution: no node has all of own-ids, cgroup-v2',
    }),
  );
  expect(cluster.dispatcher.unanswered).toBe(0);
});

test('Dispatcher lets a demanding execution wait for a node while there is none', async () => {
  const cluster = new ScriptedCluster({ queueWaitMsMax: 500 });
  const { observer } = demand(cluster);
  await cluster.clock.advance(400);
  const strong = cluster.node('strong', 1, layers);
  await cluster.settle();
  expect(strong.sources).toEqual(['demanding']);
  expect(observer.words).toEqual([]);
});

test('Dispatcher says what was lacking when the nodes that came are not enough', async () => {
  const cluster = new ScriptedCluster({ queueWaitMsMax: 60_000 });
  const { observer } = demand(cluster);
  cluster.node('weak');
  await cluster.clock.advance(999);
  expect(observer.words).toEqual([]);
  await cluster.clock.advance(22);
  expect(observer.words).toEqual(['POSTURE_UNMET']);
});

test('Dispatcher lets others past those that wait for a node of their own kind', async () => {
  const cluster = new ScriptedCluster();
  const strong = cluster.node('strong', 1, layers);
  demand(cluster, 'first');
  demand(cluster, 'second');
  const weak = cluster.node('weak', 1);
  cluster.submit('at once');
  cluster.submit('waits');
  demand(cluster, 'third');
  await cluster.settle();
  expect(strong.sources).toEqual(['first']);
  expect(weak.sources).toEqual(['at once']);
  weak.end(1);
  await cluster.settle();
  expect(weak.sources.at(-1)).toBe('waits');
  strong.end(1);
  await cluster.settle();
  expect(strong.sources.at(-1)).toBe('second');
});
