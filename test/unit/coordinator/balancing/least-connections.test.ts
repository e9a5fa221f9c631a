import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NodeView } from '../../../../coordinator/balancing/balancer.ts';
import { LeastConnections } from '../../../../coordinator/balancing/least-connections.ts';
import { seededRandom } from '../../../../shared/random/random.ts';

function nodeOf(nodeId: string, runsOutstanding: number, runsMax = 10): NodeView {
  const hasRoom = runsOutstanding < runsMax;
  return { nodeId, runsOutstanding, runsMax, hasRoom, holdsProgram: () => false };
}

/** One that holds the program `p`. */
function holderOf(nodeId: string, runsOutstanding: number, runsMax = 10): NodeView {
  return { ...nodeOf(nodeId, runsOutstanding, runsMax), holdsProgram: (hash) => hash === 'p' };
}

function balancer(seed = 1): LeastConnections {
  return new LeastConnections(seededRandom(seed));
}

test('LeastConnections picks the node with the smallest share of its capacity in use', () => {
  const nodes = [nodeOf('a', 5, 10), nodeOf('b', 6, 20), nodeOf('c', 4, 10)];
  expect(balancer().pick(nodes, 'p')).toEqual({ name: 'node', node: nodes[1] });
});

test('LeastConnections queues while every node is full, and says when there is none', () => {
  expect(balancer().pick([nodeOf('a', 10), nodeOf('b', 10)], 'p')).toEqual({ name: 'queue' });
  expect(balancer().pick([], 'p')).toEqual({ name: 'no-node' });
});

test('LeastConnections passes over a node that has no room, however idle it looks', () => {
  const idle = { ...nodeOf('idle', 0), hasRoom: false };
  const busy = nodeOf('busy', 9);
  expect(balancer().pick([idle, busy], 'p')).toEqual({ name: 'node', node: busy });
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
      const pick = balancer(seed).pick(nodes, 'p');
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
    holdsProgram: () => false,
  }));
  const policy = balancer();
  for (let run = 0; run < 50 * 100; run++) {
    const pick = policy.pick(nodes, 'p');
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
    const pick = policy.pick(nodes, 'p');
    if (pick.name === 'node') picks.set(pick.node.nodeId, (picks.get(pick.node.nodeId) ?? 0) + 1);
  }
  return picks;
}

test('LeastConnections prefers a node that holds the program to one that is near as idle', () => {
  const nodes = [nodeOf('a', 50, 100), holderOf('b', 57, 100), holderOf('c', 55, 100)];
  for (let seed = 0; seed < 20; seed++)
    expect(balancer(seed).pick(nodes, 'p')).toEqual({ name: 'node', node: nodes[2] });
});

test('LeastConnections leaves a holder that is busier than that, full, or of another program', () => {
  const idle = nodeOf('idle', 50, 100);
  const others = [holderOf('busy', 58, 100), { ...holderOf('full', 50, 100), hasRoom: false }];
  expect(balancer().pick([idle, ...others], 'p')).toEqual({ name: 'node', node: idle });
  const near = holderOf('near', 51, 100);
  expect(balancer().pick([idle, near], 'q')).toEqual({ name: 'node', node: idle });
});

test('LeastConnections prefers the holder of two that it draws from many', () => {
  const nodes = Array.from({ length: 40 }, (_, index) =>
    index % 2 === 0 ? nodeOf(`n${index}`, 0) : holderOf(`n${index}`, 1),
  );
  const random = seededRandom(5);
  const policy = new LeastConnections(random);
  let holders = 0;
  for (let draw = 0; draw < 4_000; draw++) {
    const pick = policy.pick(nodes, 'p');
    if (pick.name === 'node' && pick.node.holdsProgram('p')) holders++;
  }
  // All but the quarter of draws that has no holder among the two.
  expect(holders / 4_000).toBeGreaterThan(0.72);
});
