import { expect, test } from 'vitest';
import { BalancedNode, BalancedNodes } from '../../../../support/balanced-node.ts';

function weighted(...weights: readonly number[]): BalancedNodes {
  const nodes = weights.map(
    (weight, at) => new BalancedNode(`n${at}`, { weight, runsMax: 10_000 }),
  );
  return new BalancedNodes(nodes, 'weighted_round_robin');
}

test('WeightedTurns shares 10,000 picks 1:2:7 by weights 1, 2 and 7, within a point', () => {
  const picks = weighted(1, 2, 7).count(10_000);
  for (const [nodeId, percent] of Object.entries({ n0: 10, n1: 20, n2: 70 }))
    expect(Math.abs((picks.get(nodeId) ?? 0) / 100 - percent)).toBeLessThan(1);
});

test('WeightedTurns is smooth: any ten picks in a row are shared 1:2:7, give or take one', () => {
  const nodes = weighted(1, 2, 7);
  const picked = Array.from({ length: 1_000 }, () => nodes.pick());
  for (let from = 0; from + 10 <= picked.length; from++) {
    const some = picked.slice(from, from + 10);
    for (const [nodeId, share] of Object.entries({ n0: 1, n1: 2, n2: 7 }))
      expect(Math.abs(some.filter((it) => it === nodeId).length - share)).toBeLessThanOrEqual(1);
  }
});

test('WeightedTurns with equal weights goes round', () => {
  const nodes = new BalancedNodes(
    ['a', 'b', 'c'].map((nodeId) => new BalancedNode(nodeId)),
    'round_robin',
  );
  const round = [nodes.pick(), nodes.pick(), nodes.pick()];
  expect(new Set(round).size).toBe(3);
  for (let turn = 0; turn < 30; turn++) expect(nodes.pick()).toBe(round[turn % 3]);
});

test('WeightedTurns passes over nodes without room, and finds the only one among many', () => {
  const nodes = new BalancedNodes(
    Array.from({ length: 1_000 }, (_, at) => new BalancedNode(`n${at}`, { hasRoom: at === 77 })),
    'round_robin',
  );
  for (let pick = 0; pick < 10; pick++) expect(nodes.pick()).toBe('n77');
});

test('WeightedTurns counts a node without a weight as the mean of the others', () => {
  const named = [2, 4].map((weight) => new BalancedNode(`w${weight}`, { weight }));
  const nodes = new BalancedNodes([...named, new BalancedNode('unnamed')], 'weighted_round_robin');
  const picks = nodes.count(9_000);
  expect(Math.abs((picks.get('unnamed') ?? 0) - 3_000)).toBeLessThan(10);
});

test('WeightedTurns goes by load reports where nobody was given a weight', async () => {
  const nodes = new BalancedNodes(
    ['fast', 'faulty', 'busy'].map((nodeId) => new BalancedNode(nodeId)),
    'weighted_round_robin',
  );
  nodes.pick();
  // A second each: 100 runs at half use, the same with 20 faults, and at full use.
  const perS = { fast: [500, 0], faulty: [500, 20], busy: [1_000, 0] } as const;
  for (let second = 1; second <= 15; second++) {
    await nodes.clock.advance(500);
    for (const node of nodes.active) {
      const [cpuPermille, faults] = perS[node.nodeId as keyof typeof perS];
      const counts = { runsEnded: 100 * second, runsFaulted: faults * second };
      node.load = { ...node.load, cpuPermille, ...counts };
    }
    await nodes.clock.advance(500);
  }
  const picks = nodes.count(10_000);
  for (const [nodeId, percent] of Object.entries({ fast: 45.2, faulty: 32.3, busy: 22.6 }))
    expect(Math.abs((picks.get(nodeId) ?? 0) / 100 - percent)).toBeLessThan(0.5);
});
