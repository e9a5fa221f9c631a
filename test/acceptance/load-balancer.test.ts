/**
 * LoadBalancer as its owner asked for it: a real coordinator, and agents that join it over real
 * sockets; where runs went is what their outcomes say.
 */
import { expect, test } from 'vitest';
import { LoadBalancer } from '../../coordinator/balancing/load-balancer.ts';
import { NodeRegistry } from '../../coordinator/sessions/node-registry.ts';
import type { SetBalancerRequest } from '../../shared/generated/isopod/v1/SetBalancerRequest.ts';
import type { Place } from '../../shared/nodes/place.ts';
import { seededRandom } from '../../shared/random/random.ts';
import { systemClock } from '../../shared/time/system-clock.ts';
import { balancerFromWire } from '../../shared/wire/balancer-codec.ts';
import type { NodeHello } from '../../shared/wire/node-messages.ts';
import type { FakeAgent } from '../support/fake-agent.ts';
import { LiveCoordinator } from '../support/live-coordinator.ts';

const capacity = { runsMax: 1_000, hostsMax: 4 };

/** An agent that ends every run at once. */
function joined(
  coordinator: LiveCoordinator,
  nodeId: string,
  hello: Partial<NodeHello> = {},
): Promise<FakeAgent> {
  return coordinator.agent(() => ({}), { nodeId, capacity, ...hello });
}

interface Asked {
  readonly affinityKey?: string;
  readonly metadata?: Record<string, string>;
}

/** Runs one after the other; how many of them each node had. */
async function ran(
  coordinator: LiveCoordinator,
  count: number,
  { affinityKey = '', metadata = {} }: Asked = {},
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (let run = 0; run < count; run++) {
    const execution = { source: { text: '1' }, affinityKey };
    const { outcome } = await coordinator.execute(execution, { metadata }).answer;
    const nodeId = outcome?.usage?.nodeId ?? '';
    counts[nodeId] = (counts[nodeId] ?? 0) + 1;
  }
  return counts;
}

function setBalancer(coordinator: LiveCoordinator, request: SetBalancerRequest) {
  return new Promise<ReturnType<typeof balancerFromWire>>((resolve, reject) => {
    coordinator.cluster.SetBalancer(request, (error, response) => {
      if (response) resolve(balancerFromWire(response.balancer));
      else reject(error ?? new Error('neither a response nor an error'));
    });
  });
}

test('Initialization', async () => {
  const idle = new LoadBalancer({
    nodes: new NodeRegistry(),
    policy: { policy: 'prequal', isGeographic: false },
    clock: systemClock(),
    random: seededRandom(1),
  });
  expect(idle.pick({ program: { hash: 'p' } })).toEqual({ name: 'no-node' });
  const coordinator = await LiveCoordinator.start({ balancer: 'round_robin' });
  await joined(coordinator, 'a');
  expect(await ran(coordinator, 3)).toEqual({ a: 3 });
  const changed = await setBalancer(coordinator, {
    policy: 'BALANCER_POLICY_PEAK_EWMA',
    geographic: true,
  });
  expect(changed).toEqual({ policy: 'peak_ewma', isGeographic: true, ejectedNodeIds: [] });
  expect(await ran(coordinator, 3)).toEqual({ a: 3 });
});

test('Add/Remove Instances', async () => {
  const coordinator = await LiveCoordinator.start({ balancer: 'round_robin' });
  const first = await joined(coordinator, 'a');
  expect(await ran(coordinator, 4)).toEqual({ a: 4 });
  await joined(coordinator, 'b');
  expect(await ran(coordinator, 20)).toEqual({ a: 10, b: 10 });
  // One that drains gets nothing new, and one that has left neither.
  first.heartbeat({ isDraining: true });
  await expect
    .poll(async () => (await coordinator.listNodes()).map(({ state }) => state))
    .toContain('NODE_STATE_DRAINING');
  expect(await ran(coordinator, 10)).toEqual({ b: 10 });
  first.halfClose();
  await first.status;
  expect(await ran(coordinator, 10)).toEqual({ b: 10 });
});

test('Round Robin', async () => {
  const coordinator = await LiveCoordinator.start({ balancer: 'round_robin' });
  for (const nodeId of ['a', 'b', 'c']) await joined(coordinator, nodeId);
  expect(await ran(coordinator, 60)).toEqual({ a: 20, b: 20, c: 20 });
});

test('Weighted', async () => {
  const coordinator = await LiveCoordinator.start({ balancer: 'weighted_round_robin' });
  for (const [nodeId, weight] of Object.entries({ a: 1, b: 2, c: 7 }))
    await joined(coordinator, nodeId, { weight });
  const runs = await ran(coordinator, 200);
  expect(Math.abs((runs['a'] ?? 0) - 20)).toBeLessThanOrEqual(2);
  expect(Math.abs((runs['b'] ?? 0) - 40)).toBeLessThanOrEqual(2);
  expect(Math.abs((runs['c'] ?? 0) - 140)).toBeLessThanOrEqual(2);
});

test('Least Connections', async () => {
  const coordinator = await LiveCoordinator.start({ balancer: 'least_connections' });
  const agents = await Promise.all(
    ['a', 'b', 'c'].map((nodeId) => coordinator.agent(undefined, { nodeId, capacity })),
  );
  const held = Array.from({ length: 30 }, (_, run) =>
    coordinator.execute({ source: { text: `${run}` } }),
  );
  const runsOutstanding = async (): Promise<number[]> =>
    (await coordinator.listNodes()).map((node) => node.runsOutstanding);
  await expect.poll(runsOutstanding).toEqual([10, 10, 10]);
  // Where five have ended the next five go.
  const [quick] = agents;
  for (let run = 0; run < 5; run++) {
    const started = await quick?.runs.next();
    if (started) quick?.end(started.runId);
  }
  await expect.poll(runsOutstanding).toEqual([5, 10, 10]);
  const more = Array.from({ length: 5 }, () => coordinator.execute({ source: { text: 'x' } }));
  await expect.poll(runsOutstanding).toEqual([10, 10, 10]);
  for (const call of [...held, ...more]) {
    call.answer.catch(() => {});
    call.cancel();
  }
});

test('Health-Based Routing', async () => {
  const coordinator = await LiveCoordinator.start({ balancer: 'round_robin' });
  for (const nodeId of ['a', 'b']) await joined(coordinator, nodeId);
  const faulty = await joined(coordinator, 'faulty');
  expect(Object.keys(await ran(coordinator, 30)).length).toBe(3);
  // It breaks its word and its stream; what comes next goes to the others.
  faulty.sayRaw({});
  await faulty.status;
  expect(await ran(coordinator, 20)).toEqual({ a: 10, b: 10 });
  // Guests that fail by themselves are no fault of a node.
  await coordinator.agent(() => ({ word: 'SCRIPT_THREW' }), { nodeId: 'thrower', capacity });
  const runs = await ran(coordinator, 60);
  expect(runs['thrower']).toBe(20);
});

test('Session Affinity', async () => {
  const coordinator = await LiveCoordinator.start();
  for (const nodeId of ['a', 'b', 'c', 'd']) await joined(coordinator, nodeId);
  const homes = new Map<string, string>();
  for (let user = 0; user < 40; user++) {
    const runs = await ran(coordinator, 3, { affinityKey: `user-${user}` });
    const [home = '', ...others] = Object.keys(runs);
    expect(others).toEqual([]);
    homes.set(`user-${user}`, home);
  }
  expect(new Set(homes.values()).size).toBe(4);
  // Another coordinator with the same nodes sends them to the same places.
  const second = await LiveCoordinator.start();
  for (const nodeId of ['d', 'c', 'b', 'a']) await joined(second, nodeId);
  for (const [affinityKey, home] of homes)
    expect(await ran(second, 1, { affinityKey })).toEqual({ [home]: 1 });
});

test('Geographic', async () => {
  const coordinator = await LiveCoordinator.start({ balancer: 'geographic' });
  const places: Record<string, Place> = {
    berlin: { region: 'eu', zone: 'eu-1', coordinates: { latitude: 52.5, longitude: 13.4 } },
    paris: { region: 'eu', zone: 'eu-2', coordinates: { latitude: 48.9, longitude: 2.4 } },
    virginia: { region: 'us', zone: '', coordinates: { latitude: 38.9, longitude: -77.4 } },
    tokyo: { region: 'asia', zone: '', coordinates: { latitude: 35.7, longitude: 139.7 } },
  };
  const agents = new Map<string, FakeAgent>();
  for (const [nodeId, place] of Object.entries(places))
    agents.set(nodeId, await joined(coordinator, nodeId, { place }));
  const zone = { 'isopod-region': 'eu', 'isopod-zone': 'eu-2' };
  expect(await ran(coordinator, 10, { metadata: zone })).toEqual({ paris: 10 });
  const nearSeoul = { 'isopod-coordinates': '37.6,127' };
  expect(await ran(coordinator, 10, { metadata: nearSeoul })).toEqual({ tokyo: 10 });
  const [listed] = (await coordinator.listNodes()).filter(({ nodeId }) => nodeId === 'paris');
  expect(listed?.place).toEqual(places['paris']);
  // The nearest goes: its zone's runs go to its region, then across the ocean.
  for (const [gone, next] of [
    ['paris', 'berlin'],
    ['berlin', 'virginia'],
  ] as const) {
    agents.get(gone)?.break();
    await expect
      .poll(async () => (await coordinator.listNodes()).map((it) => it.nodeId))
      .not.toContain(gone);
    expect(await ran(coordinator, 10, { metadata: zone })).toEqual({ [next]: 10 });
  }
});
