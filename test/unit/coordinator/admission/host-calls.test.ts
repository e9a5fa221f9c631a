/** Executions that have called, when their nodes are lost. */
import { expect, test } from 'vitest';
import type { Execution } from '../../../../shared/execution/execution.ts';
import { exampleExecution } from '../../../support/example-execution.ts';
import { ScriptedCluster } from '../../../support/scripted-cluster.ts';

const returned = { name: 'returned', resultJson: '1' } as const;

async function calling(isIdempotent: boolean) {
  const cluster = new ScriptedCluster();
  const first = cluster.node('a');
  const execution: Execution = { ...exampleExecution(), toolNames: ['tool'], isIdempotent };
  const submitted = cluster.submitExecution(execution);
  await cluster.settle();
  first.call(1, 1);
  return { cluster, first, ...submitted };
}

test('an execution that has called is not begun again when its node is lost', async () => {
  const { cluster, first, observer } = await calling(false);
  const second = cluster.node('b');
  first.vanish();
  await cluster.settle();
  expect(second.sources).toEqual([]);
  expect(observer.answers).toMatchObject([{ word: 'NODE_LOST', mayHaveHadEffects: true }]);
});

test('an idempotent one begins again, and hears no reply to what it called before', async () => {
  const { cluster, first, observer, ticket } = await calling(true);
  const second = cluster.node('b');
  first.vanish();
  await cluster.settle();
  expect(second.runIds).toEqual([1]);
  ticket.reply({ callId: 1, result: returned });
  second.call(1, 1);
  ticket.reply({ callId: 1, result: returned });
  ticket.reply({ callId: 2, result: returned });
  await cluster.settle();
  expect(observer.calls.map(({ callId }) => callId)).toEqual([1, 2]);
  expect(second.replies).toEqual([{ runId: 1, reply: { callId: 1, result: returned } }]);
});

test('an execution that has not called begins again as any', async () => {
  const cluster = new ScriptedCluster();
  const first = cluster.node('a');
  cluster.submitExecution({ ...exampleExecution(), toolNames: ['tool'] });
  await cluster.settle();
  const second = cluster.node('b');
  first.vanish();
  await cluster.settle();
  expect(second.runIds).toEqual([1]);
});

test('a node that does not read gets an error in the place of a reply', async () => {
  const { cluster, first, ticket } = await calling(false);
  for (let callId = 2; callId <= 102; callId++) first.call(1, callId);
  first.isFull = true;
  ticket.reply({ callId: 1, result: returned });
  await cluster.settle();
  const large = { name: 'returned', resultJson: 'x'.repeat(2 ** 20) } as const;
  for (let callId = 2; callId <= 102; callId++) ticket.reply({ callId, result: large });
  first.drained();
  await cluster.settle();
  const names = first.replies.map(({ reply }) =>
    reply.result.name === 'threw' ? reply.result.error.name : reply.result.name,
  );
  expect(names).toHaveLength(102);
  expect(names.filter((name) => name === 'returned').length).toBeLessThan(70);
  expect(names.at(-1)).toBe('HostCallUnanswered');
});
