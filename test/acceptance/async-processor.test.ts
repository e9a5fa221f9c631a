/** The owner's acceptance tests of AsyncProcessor that admission answers: executions that callers wait for. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { IsopodClient } from '../../client/sdk/isopod-client.ts';
import { exampleOutcome } from '../support/example-execution.ts';
import { LiveCoordinator } from '../support/live-coordinator.ts';
import { OneMachineCluster } from '../support/one-machine-cluster.ts';
import { ScriptedCluster } from '../support/scripted-cluster.ts';

let cluster: OneMachineCluster;
let client: IsopodClient;
beforeAll(async () => {
  cluster = await OneMachineCluster.start({ nodes: 2 });
  client = cluster.client();
});
afterAll(() => cluster.stop());

const sourceOf = (source: string) => ({ source: { text: source } });

test('Initialization', async () => {
  const coordinator = await LiveCoordinator.start({ executionsQueuedMax: 7 });
  // Nothing is there yet: what comes waits, within the bounds it was given.
  const refusals: string[] = [];
  const answers = Array.from({ length: 12 }, () =>
    coordinator.execute(sourceOf('1')).answer.then(
      ({ outcome }) => outcome?.word,
      (error: { readonly details: string }) => void refusals.push(error.details),
    ),
  );
  await expect.poll(() => refusals.length).toBe(5);
  for (const details of refusals) expect(details).toContain('the queue holds 7 executions of 7');
  await coordinator.agent(() => exampleOutcome());
  const words = (await Promise.all(answers)).filter((word) => word !== undefined);
  expect(words).toEqual(Array(7).fill('OUTCOME_WORD_SUCCEEDED'));
});

test('Queue Management', async () => {
  const coordinator = await LiveCoordinator.start();
  const agent = await coordinator.agent(undefined, { capacity: { runsMax: 1, hostsMax: 1 } });
  const calls = [coordinator.execute(sourceOf('first'))];
  const order = [(await agent.runs.next()).execution.program.source];
  const tenant = { metadata: { 'isopod-tenant': 'other' } };
  for (const priority of [0, 3, 9, 5])
    calls.push(coordinator.execute({ ...sourceOf(`priority ${priority}`), priority }));
  calls.push(coordinator.execute(sourceOf('of another tenant'), tenant));
  // The last one is there when all are: they come over one connection.
  await coordinator.listNodes();
  for (let runId = 1; runId <= 5; runId++) {
    agent.end(runId);
    order.push((await agent.runs.next()).execution.program.source);
  }
  agent.end(6);
  await Promise.all(calls.map(({ answer }) => answer));
  expect(order.filter((source) => source.startsWith('priority'))).toEqual([
    'priority 9',
    'priority 5',
    'priority 3',
    'priority 0',
  ]);
  expect(order.indexOf('of another tenant')).toBeLessThan(order.indexOf('priority 3'));
});

test('Worker Allocation', async () => {
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      client.execute({ source: `${index} * 2`, priority: index % 10 }),
    ),
  );
  expect(answers.map(({ outcome }) => outcome.resultJson)).toEqual(
    Array.from({ length: 60 }, (_, index) => String(index * 2)),
  );
  expect(new Set(answers.map(({ outcome }) => outcome.usage.nodeId)).size).toBe(2);
});

test('Task Processing', async () => {
  const { outcome } = await client.execute({
    source: 'export default async ({ items }) => items.map((it) => it ** 2);',
    inputJson: '{"items":[1,2,3]}',
  });
  expect(outcome).toMatchObject({ word: 'SUCCEEDED', resultJson: '[1,4,9]' });
  const failed = await client.execute({ source: 'throw new TypeError("no")' });
  expect(failed.outcome).toMatchObject({ word: 'SCRIPT_THREW', error: { name: 'TypeError' } });
  await expect(client.execute({ source: '1', priority: 10 })).rejects.toMatchObject({
    fieldViolations: [{ field: 'priority', description: 'must be from 0 to 9: 10' }],
  });
});

test('Error Handling', async () => {
  // What was lost is begun again, unseen, while it has had no effects or is marked idempotent.
  const scripted = new ScriptedCluster();
  const [first, second] = [scripted.node('first'), scripted.node('second')];
  const calls = Array.from({ length: 4 }, () => scripted.submit());
  await scripted.settle();
  const effective = first.runIds[0] ?? 0;
  first.call(effective, 1);
  first.vanish();
  await scripted.settle();
  for (const runId of second.runIds) second.end(runId);
  const answers = calls.map(({ observer }) => observer.answers[0]);
  const words = answers.map((answer) => (answer && 'word' in answer ? answer.word : 'none'));
  expect(words.toSorted()).toEqual(['NODE_LOST', 'SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED']);
  expect(answers).toContainEqual(
    expect.objectContaining({ word: 'NODE_LOST', mayHaveHadEffects: true }),
  );
  scripted.close();
});
