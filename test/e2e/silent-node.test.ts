import { afterEach, beforeEach, expect, test } from 'vitest';
import type { IsopodClient } from '../../client/sdk/isopod-client.ts';
import { systemClock } from '../../shared/time/system-clock.ts';
import { OneMachineCluster } from '../support/one-machine-cluster.ts';
import { descendantsRunning } from '../support/process-tree.ts';

let cluster: OneMachineCluster;
let client: IsopodClient;
beforeEach(async () => {
  cluster = await OneMachineCluster.start({ nodes: 2 });
  client = cluster.client();
}, 60_000);
afterEach(() => cluster.stop(), 60_000);

const clock = systemClock();
const stoppedMs = 6_000;

/** Ends by itself, a while after the node goes on. */
const slow = { source: 'new Promise((done) => setTimeout(() => done(1), 7_000))' };

async function suspected(): Promise<string[]> {
  const { nodes } = await client.health();
  return nodes.filter(({ isSuspected }) => isSuspected).map(({ nodeId }) => nodeId);
}

/** Sessions until each node has one. */
async function sessionOnEach() {
  const byNode = new Map<string, Awaited<ReturnType<typeof client.sessions.create>>>();
  while (byNode.size < 2) {
    const session = await client.sessions.create();
    byNode.set(session.description.nodeId, session);
    await session.execute({ source: 'let kept = 7; kept' });
  }
  return byNode;
}

test('a node that is stopped for 6 s is suspected, gets nothing new, loses nothing and comes back', async () => {
  const sessions = await sessionOnEach();
  const before = await client.listNodes();
  const [agent = 0] = descendantsRunning('node-agent/main.ts');
  const running = Array.from({ length: 6 }, () => client.execute(slow));
  await expect
    .poll(async () => (await client.listNodes()).every(({ load }) => load.runsInFlight > 0), {
      // It is told with heartbeats, one a second.
      timeout: 10_000,
    })
    .toBe(true);
  process.kill(agent, 'SIGSTOP');
  const stoppedAtMs = clock.nowMs();
  await expect.poll(suspected, { timeout: 30_000, interval: 50 }).toHaveLength(1);
  const [nodeId = ''] = await suspected();
  const shown = (await client.listNodes()).filter(({ isSuspected }) => isSuspected);
  expect(shown.map((node) => node.nodeId)).toEqual([nodeId]);
  // What belongs there waits; all else goes to the other.
  const waiting = sessions.get(nodeId)?.execute({ source: 'kept' });
  const others = await Promise.all(
    Array.from({ length: 40 }, () => client.execute({ source: '2' })),
  );
  const usedNodes = new Set(others.map(({ outcome }) => outcome.usage.nodeId));
  expect(others.map(({ outcome }) => outcome.word)).toEqual(Array(40).fill('SUCCEEDED'));
  expect(usedNodes.has(nodeId)).toBe(false);
  await expect
    .poll(() => clock.nowMs() - stoppedAtMs, { timeout: 30_000 })
    .toBeGreaterThan(stoppedMs);
  process.kill(agent, 'SIGCONT');
  await expect.poll(suspected, { timeout: 30_000, interval: 50 }).toEqual([]);
  const ended = await Promise.all(running);
  for (const { outcome } of ended)
    expect(outcome).toMatchObject({ word: 'SUCCEEDED', usage: { attempts: 1 } });
  expect((await waiting)?.outcome).toMatchObject({ word: 'SUCCEEDED', resultJson: '7' });
  // It is the same connection all along.
  const after = await client.listNodes();
  const connections = (nodes: typeof after) => nodes.map(({ connectedAtEpochMs: at }) => at);
  expect(connections(after)).toEqual(connections(before));
}, 90_000);
