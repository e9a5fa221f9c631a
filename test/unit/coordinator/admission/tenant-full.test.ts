import { expect, test } from 'vitest';
import { exampleOutcome } from '../../../support/example-execution.ts';
import { ScriptedCluster } from '../../../support/scripted-cluster.ts';

test('of a tenant that a node has enough of, as many begin as have ended, however they are told', async () => {
  const cluster = new ScriptedCluster();
  const node = cluster.node('a', 100);
  for (let run = 0; run < 40; run++) cluster.submit();
  await cluster.settle();
  const refused = node.runIds.slice(30).map((runId) => ({ runId, reason: 'TENANT_FULL' as const }));
  for (const { runId } of refused) node.running.delete(runId);
  node.say({ refused });
  await cluster.settle();
  expect(node.running.size).toBe(30);
  const ended = node.runIds.slice(0, 7).map((runId) => ({ runId, outcome: exampleOutcome() }));
  for (const { runId } of ended) node.running.delete(runId);
  node.say({ ended });
  await cluster.settle();
  expect(node.running.size).toBe(30);
});
