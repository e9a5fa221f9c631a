/** Connections that end of age, at the coordinator, and what of it agents and clients notice. */
import { expect, onTestFinished, test } from 'vitest';
import { openLinks } from '../../../../node-agent/link/link-maker.ts';
import { seededRandom } from '../../../../shared/random/random.ts';
import { silentLogger } from '../../../../shared/telemetry/logger.ts';
import { systemClock } from '../../../../shared/time/system-clock.ts';
import { Arrivals } from '../../../support/arrivals.ts';
import { exampleHello, exampleLoad } from '../../../support/example-node.ts';
import {
  LiveCoordinator,
  liveNodeToken,
  liveTransport,
} from '../../../support/live-coordinator.ts';
import { ScriptedExecutor } from '../../../support/scripted-executor.ts';

const source = { text: '1 + 1' };

/** A coordinator whose connections end after a third of a second, and an agent of it. */
async function scenario() {
  const coordinator = await LiveCoordinator.start({
    transport: { ...liveTransport, connectionAgeMsMax: 300 },
  });
  const executor = new ScriptedExecutor();
  const joined = new Arrivals<'joined'>();
  const clock = systemClock();
  const link = { nodeToken: liveNodeToken, tls: undefined };
  const links = openLinks(link, undefined, {
    coordinators: [coordinator.address],
    messageBytesMax: 24 * 2 ** 20,
    hello: exampleHello({ capacity: { runsMax: 1_000, hostsMax: 2 } }),
    executor,
    readLoad: () => exampleLoad(),
    joined: () => joined.add('joined'),
    clock,
    random: seededRandom(1),
    logger: silentLogger,
  });
  onTestFinished(() => links.drain(0));
  await joined.next();
  return { coordinator, executor, joined, links };
}

test('an agent joins by another connection before one ends of age, and loses no run', async () => {
  const { coordinator, executor, joined, links } = await scenario();
  const long = coordinator.execute({ source });
  await executor.begun(1);
  await joined.next();
  const short = coordinator.execute({ source });
  await executor.begun(2);
  expect(executor.runs[0]?.isCancelled).toBe(false);
  executor.end(1, { resultJson: '1' });
  executor.end(0, { resultJson: '0' });
  expect(await short.answer).toMatchObject({ outcome: { resultJson: '1' } });
  expect(await long.answer).toMatchObject({ outcome: { resultJson: '0', usage: { attempts: 1 } } });
  expect(await coordinator.listNodes()).toHaveLength(1);
  await links.drain(5_000);
  expect(await coordinator.listNodes()).toHaveLength(0);
});

test('clients whose connections end of age see no call fail', async () => {
  const { coordinator, executor, joined } = await scenario();
  let calls = 0;
  // The agent's connections are as old as the client's.
  for (let joins = 0; joins < 3; ) {
    const running = coordinator.execute({ source });
    await executor.begun(++calls);
    executor.end(calls - 1);
    await running.answer;
    if (joined.pending === 0) continue;
    await joined.next();
    joins += 1;
  }
  expect(calls).toBeGreaterThan(10);
});
