/** The agent's link and the coordinator, over real sockets. */
import { expect, onTestFinished, test } from 'vitest';
import { coordinatorClient } from '../../../../node-agent/link/coordinator-client.ts';
import { CoordinatorLink } from '../../../../node-agent/link/coordinator-link.ts';
import { NodeCredential } from '../../../../node-agent/link/node-credential.ts';
import { seededRandom } from '../../../../shared/random/random.ts';
import { silentLogger } from '../../../../shared/telemetry/logger.ts';
import { systemClock } from '../../../../shared/time/system-clock.ts';
import { Arrivals } from '../../../support/arrivals.ts';
import { exampleHello, exampleLoad } from '../../../support/example-node.ts';
import { LiveCoordinator, liveNodeToken } from '../../../support/live-coordinator.ts';
import { ScriptedExecutor } from '../../../support/scripted-executor.ts';
import { waitUntil } from '../../../support/wait-until.ts';

const source = { text: '1 + 1' };
const clock = systemClock();

/** An agent whose runs a test ends, and a word each time that it has joined. */
function join(coordinator: LiveCoordinator, nodeToken = liveNodeToken) {
  const executor = new ScriptedExecutor();
  const joined = new Arrivals<'joined'>();
  const link = new CoordinatorLink({
    client: coordinatorClient(coordinator.address, { messageBytesMax: 24 * 2 ** 20 }),
    credential: new NodeCredential(nodeToken),
    hello: exampleHello(),
    executor,
    readLoad: () => exampleLoad(),
    joined: () => joined.add('joined'),
    clock,
    random: seededRandom(1),
    logger: silentLogger,
  });
  onTestFinished(() => link.close());
  return { executor, joined, link };
}

test('a link brings runs to the pool and their ends back', async () => {
  const coordinator = await LiveCoordinator.start();
  const { executor, joined } = join(coordinator);
  await joined.next();
  const running = coordinator.execute({ source });
  await executor.begun(1);
  executor.end(0, { resultJson: '2' });
  expect(await running.answer).toMatchObject({ outcome: { resultJson: '2' } });
});

test('a link joins again when its coordinator is back', async () => {
  const first = await LiveCoordinator.start();
  const { executor, joined } = join(first);
  await joined.next();
  await first.stop();
  const second = await LiveCoordinator.start({ port: first.port });
  await joined.next();
  const running = second.execute({ source });
  await executor.begun(1);
  executor.end(0);
  expect(await running.answer).toMatchObject({ outcome: { word: 'OUTCOME_WORD_SUCCEEDED' } });
});

test('a link joins again when its stream is broken off under it', async () => {
  const coordinator = await LiveCoordinator.start();
  const { executor, joined } = join(coordinator);
  await joined.next();
  const lost = coordinator.execute({ source });
  await executor.begun(1);
  // An agent of the same name takes its place and its run, and leaves with it.
  const usurper = await coordinator.agent();
  usurper.break();
  expect(await lost.answer).toMatchObject({ outcome: { word: 'OUTCOME_WORD_NODE_LOST' } });
  await joined.next();
  expect(executor.runs[0]?.isCancelled).toBe(true);
  const running = coordinator.execute({ source });
  await executor.begun(2);
  executor.end(1);
  expect(await running.answer).toMatchObject({ outcome: { usage: { attempts: 1 } } });
});

test('a link that drains answers what it has before it leaves', async () => {
  const coordinator = await LiveCoordinator.start();
  const { executor, joined, link } = join(coordinator);
  await joined.next();
  const running = coordinator.execute({ source });
  await executor.begun(1);
  link.drain();
  executor.end(0, { resultJson: JSON.stringify('x'.repeat(3 * 2 ** 20)) });
  expect(await running.answer).toMatchObject({ outcome: { usage: { attempts: 1 } } });
  expect(await waitUntil(() => link.isClosed, 5_000, clock)).toBe(true);
  expect(await coordinator.listNodes()).toEqual([]);
});

test('a link with a wrong token does not join', async () => {
  const coordinator = await LiveCoordinator.start();
  const { joined } = join(coordinator, 'another token');
  const { joined: rightly } = join(coordinator);
  await rightly.next();
  expect(joined.pending).toBe(0);
  expect(await coordinator.listNodes()).toHaveLength(1);
});
