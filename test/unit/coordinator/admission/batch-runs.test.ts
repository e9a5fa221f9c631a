/** Runs of little urgency, and the others, on a node that is at its limit. */
import { expect, test } from 'vitest';
import { exampleExecution, exampleOutcome } from '../../../support/example-execution.ts';
import { ScriptedCluster } from '../../../support/scripted-cluster.ts';

test('neither batch runs nor others wait behind those that their part of a node is full of', async () => {
  const cluster = new ScriptedCluster();
  const node = cluster.node('a', 100);
  const { guard } = node.session;
  const submit = (priority: number, count: number) =>
    Array.from({ length: count }, () => cluster.submitExecution(exampleExecution({ priority })));
  submit(5, 60);
  await cluster.settle();
  // Runs wait longer and longer on the node: it is given fewer.
  for (let run = 0; guard.runsUseful > 50; run++) {
    cluster.clock.stall(50);
    const tookMs = run < 200 ? 100 : 2_000;
    const permit = guard.began('interactive', 10_000);
    guard.ended('interactive', permit, tookMs, exampleOutcome({ usage: { wallUs: 0 } }));
  }
  const usual = submit(5, 10);
  const batch = submit(0, 10);
  // Though others wait, what has room of its own goes at once.
  await cluster.settle();
  expect(node.running.size).toBe(60 + Math.floor(guard.runsUseful / 10));
  const begun = (of: typeof batch) => of.filter(({ ticket }) => ticket.state.name === 'assigned');
  expect(begun(batch)).toHaveLength(Math.floor(guard.runsUseful / 10));
  expect(begun(usual)).toHaveLength(0);
  for (const runId of node.runIds.slice(0, 30)) node.end(runId);
  await cluster.settle();
  expect(begun(usual)).toHaveLength(10);
});
