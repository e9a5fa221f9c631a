/** Node-agents that end by their age, under a supervisor that starts them anew. */
import { expect, onTestFinished, test } from 'vitest';
import { OneMachineCluster } from '../support/one-machine-cluster.ts';

/** A node of a second, which is what starting one takes, would do nothing else. */
const ageMs = 3_000;
const source = `export default async (ms) => {
  await new Promise((resolve) => setTimeout(resolve, ms));
  return 'done';
}`;

test.each([
  ['of two', 2],
  ['the only one', 1],
])('a node-agent that is %s restarts by age, and no run fails', async (_, nodes) => {
  const cluster = await OneMachineCluster.start({
    nodes,
    nodeAgentArgs: ['--agent-age-ms-max', String(ageMs)],
  });
  onTestFinished(() => cluster.stop());
  const client = cluster.client();
  const nodesAtFirst = new Set((await client.listNodes()).map(({ nodeId }) => nodeId));
  expect(nodesAtFirst.size).toBe(nodes);
  const nodesSeen = new Set<string>();
  // Always some on their way, until each of the first nodes has been followed by another.
  const caller = async (runMs: number): Promise<void> => {
    while (nodesSeen.difference(nodesAtFirst).size < nodes) {
      const { outcome } = await client.execute({ source, inputJson: String(runMs) });
      expect(outcome).toMatchObject({ word: 'SUCCEEDED', usage: { attempts: 1 } });
      nodesSeen.add(outcome.usage.nodeId);
    }
  };
  await Promise.all([caller(50), caller(200), caller(700)]);
});
