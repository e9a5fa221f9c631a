/** Circuit breakers over real sockets: agents and functions that fail, and administrators. */
import { expect, test } from 'vitest';
import { runCommandLine } from '../../../client/cli/command-line.ts';
import { IsopodClient } from '../../../client/sdk/isopod-client.ts';
import type { BreakerDescription } from '../../../shared/resilience/breaker-description.ts';
import { systemClock } from '../../../shared/time/system-clock.ts';
import { capturedTerminal } from '../../support/captured-terminal.ts';
import { exampleHello } from '../../support/example-node.ts';
import { LiveCoordinator } from '../../support/live-coordinator.ts';

const source = { text: '1 + 1' };
const capacity = { runsMax: 1_000, hostsMax: 4 };

async function isopod(coordinator: LiveCoordinator, ...args: string[]) {
  const terminal = capturedTerminal({ isForPeople: false });
  const interruption = new AbortController().signal;
  const status = await runCommandLine(['breakers', ...args, '--server', coordinator.address], {
    terminal,
    clock: systemClock(),
    interruption,
  });
  return { status, ...terminal.written };
}

test('isopod breakers lists, forces and resets the breaker of a node', async () => {
  const coordinator = await LiveCoordinator.start();
  await coordinator.agent(() => ({ resultJson: '"a"' }), { nodeId: 'a', capacity });
  await coordinator.execute({ source }).answer;
  const listed = await isopod(coordinator, 'list');
  expect(listed.out).toMatch(/^BREAKER +STATE +WHY +TRAFFIC/);
  expect(listed.out).toMatch(/^node\/a +closed +new +100% +1 +0/m);
  expect(await isopod(coordinator)).toEqual(listed);

  const forced = await isopod(coordinator, 'force', 'node/a', 'open', '--json');
  expect(JSON.parse(forced.out)).toMatchObject({
    breaker: { name: 'node/a', state: 'FORCED_OPEN', percentAdmitted: 0 },
  });
  await coordinator.agent(() => ({ resultJson: '"b"' }), { nodeId: 'b', capacity });
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => coordinator.execute({ source }).answer),
  );
  expect(new Set(answers.map(({ outcome }) => outcome?.resultJson))).toEqual(new Set(['"b"']));

  expect((await isopod(coordinator, 'reset', 'node/a')).out).toMatch(/^node\/a +closed +reset/m);
  const unknown = await isopod(coordinator, 'reset', 'node/none', '--json');
  expect(unknown.status).toBe(9);
  expect(JSON.parse(unknown.out)).toMatchObject({ error: { reason: 'BREAKER_NOT_FOUND' } });
});

test('a node whose connection breaks with its runs is not run on for a while', async () => {
  const coordinator = await LiveCoordinator.start({ breakerOpenMsMin: 300, breakerStepMsMin: 100 });
  const faulty = await coordinator.agent(undefined, { nodeId: 'faulty', capacity });
  const running = Array.from({ length: 12 }, () => coordinator.execute({ source }).answer);
  await faulty.runs.take(12);
  faulty.break();
  const well = await coordinator.agent(() => ({ resultJson: '"well"' }), {
    nodeId: 'well',
    capacity,
  });
  for (const { outcome } of await Promise.all(running))
    expect(outcome).toMatchObject({ resultJson: '"well"', usage: { attempts: 2 } });
  expect(well.runs.pending).toBe(12);

  using client = new IsopodClient(coordinator.address);
  const breakerOf = async (name: string): Promise<BreakerDescription | undefined> =>
    (await client.breakers.list()).find((breaker) => breaker.name === name);
  // Begun anew, it is no outlier to the balancer any more; to its breaker it is the same node.
  const posture = { ...exampleHello().posture, startedAtMs: 1_800_000_000_000 };
  const again = await coordinator.agent(() => ({ resultJson: '"again"' }), {
    nodeId: 'faulty',
    capacity,
    posture,
  });
  expect(await breakerOf('node/faulty')).toMatchObject({ openings: 1, cause: 'FAULTS' });
  // Once its time is over it is tried, and then gets its traffic back.
  let runs = 0;
  const isWhole = async (): Promise<boolean> => {
    for (const agent of [well, again]) agent.heartbeat();
    // Programs that no node has seen are at home nowhere.
    const next = () => coordinator.execute({ source: { text: `${++runs}` } }).answer;
    await Promise.all(Array.from({ length: 50 }, next));
    const breaker = await breakerOf('node/faulty');
    return breaker?.state === 'CLOSED' && breaker.percentAdmitted === 100;
  };
  await expect.poll(isWhole, { timeout: 20_000, interval: 20 }).toBe(true);
  expect(again.runs.pending).toBeGreaterThan(30);
});

test('a function whose runs are lost with their nodes is refused until it is tried again', async () => {
  const coordinator = await LiveCoordinator.start({ breakerCallsMin: 4, retryPercentMax: 0 });
  using client = new IsopodClient({ address: coordinator.address, tenantId: 'acme' });
  await client.functions.deploy('killer', { source: '1' });
  const agent = await coordinator.agent(undefined, { nodeId: 'a', capacity });
  const running = Array.from({ length: 4 }, () => client.execute({ function: 'killer' }));
  await agent.runs.take(4);
  agent.break();
  for (const { outcome } of await Promise.all(running)) expect(outcome.word).toBe('NODE_LOST');
  await expect(client.execute({ function: 'killer' })).rejects.toMatchObject({
    reason: 'CIRCUIT_OPEN',
    isRetryable: true,
  });
  expect(await client.breakers.list()).toMatchObject([
    { name: 'function/acme/killer', state: 'OPEN' },
    { name: 'node/a' },
  ]);
});
