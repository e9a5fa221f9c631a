/** Nodes as administrators see and steer them, over real sockets. */
import { status } from '@grpc/grpc-js';
import { expect, onTestFinished, test } from 'vitest';
import { IsopodClient } from '../../../client/sdk/isopod-client.ts';
import type { NodeDescription } from '../../../shared/wire/node-description-codec.ts';
import { exampleOutcome } from '../../support/example-execution.ts';
import { exampleHello } from '../../support/example-node.ts';
import { LiveCoordinator } from '../../support/live-coordinator.ts';

async function started(): Promise<{ coordinator: LiveCoordinator; client: IsopodClient }> {
  const coordinator = await LiveCoordinator.start();
  const client = new IsopodClient({ address: coordinator.address });
  onTestFinished(() => client.close());
  return { coordinator, client };
}

const answer = () => exampleOutcome();
const statesOf = (nodes: readonly NodeDescription[]): string[] =>
  nodes.map(({ nodeId, isCordoned }) => `${nodeId} ${isCordoned ? 'cordoned' : 'active'}`);

test('WatchNodes tells who is there at once, and again when that changes', async () => {
  const { coordinator, client } = await started();
  await coordinator.agent(answer, { nodeId: 'a' });
  const told = client.nodes.watch();
  const next = async (wanted: readonly string[]): Promise<void> => {
    // Once a second it tells of loads, too.
    for (let item = await told.next(); !item.done; item = await told.next())
      if (statesOf(item.value).join() === wanted.join()) return;
    throw new Error('the stream has ended');
  };
  await next(['a active']);
  const agent = await coordinator.agent(answer, { nodeId: 'b' });
  await next(['a active', 'b active']);
  await client.nodes.cordon('a');
  await next(['a cordoned', 'b active']);
  agent.break();
  await next(['a cordoned']);
  await client.nodes.uncordon('a');
  await next(['a active']);
  await told.return();
});

test('RemoveNode ends a stream with OK, and its agent is refused until the node is uncordoned', async () => {
  const { coordinator, client } = await started();
  const agent = await coordinator.agent(answer, { nodeId: 'a' });
  await coordinator.agent(answer, { nodeId: 'b' });
  expect(await client.nodes.remove('a', { graceMs: 1_000 })).toBe(0);
  expect(await agent.status).toMatchObject({ code: status.OK });
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => client.execute({ source: '1' })),
  );
  expect(new Set(answers.map(({ outcome }) => outcome.usage.nodeId))).toEqual(new Set(['b']));

  const refused = coordinator.stranger();
  refused.say({ name: 'hello', hello: exampleHello({ nodeId: 'a' }) });
  expect(await refused.status).toMatchObject({
    code: status.FAILED_PRECONDITION,
    details: 'Could not join: an administrator has removed a',
  });
  expect(await client.nodes.uncordon('a')).toBeUndefined();
  await coordinator.agent(answer, { nodeId: 'a' });
  expect(statesOf(await client.nodes.list())).toEqual(['a active', 'b active']);
});

test('DrainNode answers when the last run has ended', async () => {
  const { coordinator, client } = await started();
  const agent = await coordinator.agent(undefined, { nodeId: 'a' });
  const running = client.execute({ source: '1' });
  const { runId } = await agent.runs.next();
  const drained = client.nodes.drain('a');
  await expect.poll(async () => statesOf(await client.nodes.list())).toEqual(['a cordoned']);
  agent.end(runId);
  expect(await drained).toMatchObject({ nodeId: 'a', isCordoned: true, runsOutstanding: 0 });
  expect((await running).outcome.word).toBe('SUCCEEDED');
});

test('Nodes that are not there cannot be steered', async () => {
  const { client } = await started();
  const unknown = { reason: 'NODE_NOT_FOUND' };
  await expect(client.nodes.cordon('x')).rejects.toMatchObject(unknown);
  await expect(client.nodes.drain('x')).rejects.toMatchObject(unknown);
  await expect(client.nodes.remove('x')).rejects.toMatchObject(unknown);
});
