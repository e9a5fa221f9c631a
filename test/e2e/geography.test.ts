import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ChildProgram } from '../../client/cli/child-program.ts';
import type { IsopodClient } from '../../client/sdk/isopod-client.ts';
import type { Place } from '../../shared/nodes/place.ts';
import { systemClock } from '../../shared/time/system-clock.ts';
import { OneMachineCluster } from '../support/one-machine-cluster.ts';

const nodeToken = 'a-token-of-this-test-long-enough';
const regions = {
  eu: '52.5,13.4',
  us: '38.9,-77.4',
  asia: '35.7,139.7',
};
const clock = systemClock();

let cluster: OneMachineCluster;
const agents = new Map<string, ChildProgram>();

async function startAgent(region: keyof typeof regions): Promise<void> {
  const agent = new ChildProgram({
    name: `the agent in ${region}`,
    script: 'node-agent/main.ts',
    args: [
      ...['--coordinators', cluster.address, '--node-id', `node-${region}`, '--log-level', 'error'],
      ...['--region', region, `--coordinates=${regions[region]}`, '--hosts-max', '2'],
      ...['--drain-grace-ms', '1000'],
    ],
    env: { ...process.env, ISOPOD_NODE_TOKEN: nodeToken },
  });
  agents.set(region, agent);
  await agent.ready;
}

beforeAll(async () => {
  vi.stubEnv('ISOPOD_NODE_TOKEN', nodeToken);
  cluster = await OneMachineCluster.start({
    nodes: 0,
    coordinatorArgs: ['--balancer', 'geographic'],
  });
  await Promise.all([startAgent('eu'), startAgent('us'), startAgent('asia')]);
}, 60_000);

afterAll(async () => {
  await cluster.stop();
  await Promise.all([...agents.values()].map((agent) => agent.stop(10_000, clock)));
  vi.unstubAllEnvs();
}, 60_000);

async function nodesOf(client: IsopodClient, origin?: Place): Promise<Set<string>> {
  const results = await Promise.all(
    Array.from({ length: 20 }, (_, run) =>
      client.execute({ source: `${run}`, ...(origin ? { origin } : {}) }),
    ),
  );
  for (const { outcome } of results) expect(outcome.word).toBe('SUCCEEDED');
  return new Set(results.map(({ outcome }) => outcome.usage.nodeId));
}

test('runs go to the nearest region, to the next one while its node is gone, and back', async () => {
  const european = cluster.client({ place: { region: 'eu' } });
  const listed = await european.listNodes();
  expect(listed.map(({ place }) => place?.region)).toEqual(['asia', 'eu', 'us']);
  expect(await nodesOf(european)).toEqual(new Set(['node-eu']));
  const korean = { region: '', zone: '', coordinates: { latitude: 37.6, longitude: 127 } };
  expect(await nodesOf(european, korean)).toEqual(new Set(['node-asia']));

  const session = await european.sessions.create();
  expect(session.description.nodeId).toBe('node-eu');
  await session.close();

  agents.get('eu')?.kill();
  await agents.get('eu')?.ended;
  await expect.poll(async () => (await european.listNodes()).length, { timeout: 10_000 }).toBe(2);
  expect(await nodesOf(european)).toEqual(new Set(['node-us']));

  // It is back, and has its clients back when it has stayed for a while.
  await startAgent('eu');
  const backAtMs = clock.nowMs();
  expect(await nodesOf(european)).toEqual(new Set(['node-us']));
  await expect
    .poll(() => nodesOf(european), { timeout: 40_000, interval: 200 })
    .toEqual(new Set(['node-eu']));
  expect(clock.nowMs() - backAtMs).toBeGreaterThan(8_000);
}, 90_000);
