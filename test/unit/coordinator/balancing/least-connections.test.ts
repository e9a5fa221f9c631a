import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NodeView } from '../../../../coordinator/balancing/balancer.ts';
import { LeastConnections } from '../../../../coordinator/balancing/least-connections.ts';
import { seededRandom } from '../../../../shared/random/random.ts';

function nodeOf(nodeId: string, runsOutstanding: number, runsMax = 10): NodeView {
  return { nodeId, runsOutstanding, runsMax, hasRoom: runsOutstanding < runsMax };
}

function balancer(seed = 1): LeastConnections {
  return new LeastConnections(seededRandom(seed));
}

test('LeastConnections picks the node with the smallest share of its capacity in use', () => {
  const nodes = [nodeOf('a', 5, 10), nodeOf('b', 6, 20), nodeOf('c', 4, 10)];
  expect(balancer().pick(nodes)).toEqual({ name: 'node', node: nodes[1] });
});

test('LeastConnections queues while every node is full, and says when there is none', () => {
  expect(balancer().pick([nodeOf('a', 10), nodeOf('b', 10)])).toEqual({ name: 'queue' });
  expect(balancer().pick([])).toEqual({ name: 'no-node' });
});

test('LeastConnections passes over a node that has no room, however idle it looks', () => {
  const idle = { ...nodeOf('idle', 0), hasRoom: false };
  const busy = nodeOf('busy', 9);
  expect(balancer().pick([idle, busy])).toEqual({ name: 'node', node: busy });
});

test('LeastConnections shares alike between equal nodes', () => {
  const nodes = ['a', 'b', 'c', 'd'].map((nodeId) => nodeOf(nodeId, 0));
  const picks = countPicks(balancer(), nodes, 4_000);
  for (const { nodeId } of nodes) {
    expect(picks.get(nodeId)).toBeGreaterThan(900);
    expect(picks.get(nodeId)).toBeLessThan(1_100);
  }
});

test('LeastConnections never picks a full node, and any node with room rather than the queue', () => {
  const loads = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(loads, fc.nat(), (outstanding, seed) => {
      const nodes = outstanding.map((runs, index) => nodeOf(`n${index}`, runs, 4));
      const pick = balancer(seed).pick(nodes);
      if (pick.name === 'node') expect(pick.node.hasRoom).toBe(true);
      else expect(nodes.some(({ hasRoom }) => hasRoom)).toBe(false);
    }),
  );
});

test('LeastConnections picks the better of two drawn among many nodes', () => {
  // One of 100 is idle: it is drawn in 2 of 100 picks, and then always wins.
  const nodes = Array.from({ length: 100 }, (_, index) => nodeOf(`n${index}`, index === 0 ? 0 : 5));
  const picks = countPicks(balancer(), nodes, 10_000);
  expect(picks.get('n0')).toBeGreaterThan(140);
  expect(picks.get('n0')).toBeLessThan(260);
});

test('LeastConnections keeps many nodes nearly level', () => {
  const nodes = Array.from({ length: 50 }, (_, index) => ({
    nodeId: `n${index}`,
    runsOutstanding: 0,
    runsMax: 1_000,
    hasRoom: true,
  }));
  const policy = balancer();
  for (let run = 0; run < 50 * 100; run++) {
    const pick = policy.pick(nodes);
    if (pick.name === 'node') pick.node.runsOutstanding++;
  }
  const most = Math.max(...nodes.map(({ runsOutstanding }) => runsOutstanding));
  // Drawing one alone would leave the fullest about 25 above the mean of 100.
  expect(most).toBeLessThanOrEqual(105);
});

function countPicks(
  policy: LeastConnections,
  nodes: readonly NodeView[],
  times: number,
): Map<string, number> {
  const picks = new Map<string, number>();
  for (let time = 0; time < times; time++) {
    const pick = policy.pick(nodes);
    if (pick.name === 'node') picks.set(pick.node.nodeId, (picks.get(pick.node.nodeId) ?? 0) + 1);
  }
  return picks;
}
