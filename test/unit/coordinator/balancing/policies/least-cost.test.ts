import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BalancedNode, BalancedNodes } from '../../../../support/balanced-node.ts';

const policy = 'least_connections';

function nodesWith(...runs: readonly number[]): BalancedNode[] {
  return runs.map((runsOutstanding, at) => new BalancedNode(`n${at}`, { runsOutstanding }));
}

test('LeastCost picks the node with the smallest share of its capacity in use', () => {
  const nodes = [
    new BalancedNode('a', { runsOutstanding: 5, runsMax: 10 }),
    new BalancedNode('b', { runsOutstanding: 6, runsMax: 20 }),
    new BalancedNode('c', { runsOutstanding: 4, runsMax: 10 }),
  ];
  expect(new BalancedNodes(nodes, policy).pick()).toBe('b');
});

test('LeastCost queues while every node is full, and says when there is none', () => {
  expect(new BalancedNodes(nodesWith(10, 10), policy).pick()).toBe('queue');
  expect(new BalancedNodes([], policy).pick()).toBe('no-node');
});

test('LeastCost passes over a node that has no room, however idle it looks', () => {
  const nodes = [
    new BalancedNode('idle', { hasRoom: false }),
    new BalancedNode('busy', { runsOutstanding: 9 }),
  ];
  expect(new BalancedNodes(nodes, policy).pick()).toBe('busy');
});

test('LeastCost shares alike between equal nodes', () => {
  for (const share of new BalancedNodes(nodesWith(0, 0, 0, 0), policy).count(4_000).values()) {
    expect(share).toBeGreaterThan(900);
    expect(share).toBeLessThan(1_100);
  }
});

test('LeastCost never picks a full node, and any node with room rather than the queue', () => {
  const loads = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(loads, fc.nat(), (outstanding, seed) => {
      const nodes = outstanding.map(
        (runsOutstanding, at) => new BalancedNode(`n${at}`, { runsOutstanding, runsMax: 4 }),
      );
      const picked = new BalancedNodes(nodes, policy, { seed }).pick();
      const free = nodes.filter(({ hasRoom }) => hasRoom).map(({ nodeId }) => nodeId);
      if (free.length === 0) expect(picked).toBe('queue');
      else expect(free).toContain(picked);
    }),
  );
});

test('LeastCost picks the better of two drawn among many nodes', () => {
  // One of 100 is idle: it is drawn in 2 of 100 picks, and then always wins.
  const nodes = new BalancedNodes(nodesWith(0, ...Array.from({ length: 99 }, () => 5)), policy);
  const idle = nodes.count(10_000).get('n0');
  expect(idle).toBeGreaterThan(120);
  expect(idle).toBeLessThan(280);
});

test('LeastCost balances many nodes as runs come: the fullest is not far above the mean', () => {
  const nodes = Array.from(
    { length: 100 },
    (_, at) => new BalancedNode(`n${at}`, { runsMax: 200 }),
  );
  const shares = [...new BalancedNodes(nodes, policy).count(5_000, {}, { isHeld: true }).values()];
  expect(Math.max(...shares)).toBeLessThanOrEqual(54);
  expect(Math.min(...shares)).toBeGreaterThanOrEqual(45);
});

test('LeastCost prefers a node that holds the program, up to two runs and a tenth more', () => {
  const nodes = [
    new BalancedNode('idle', { runsOutstanding: 2, runsMax: 100 }),
    new BalancedNode('holder', { runsOutstanding: 4, runsMax: 100, programs: ['p'] }),
  ];
  const cluster = new BalancedNodes(nodes, policy);
  expect(cluster.pick()).toBe('holder');
  expect(cluster.pick({ program: { hash: 'another' } })).toBe('idle');
  for (let run = 0; run < 2; run++) cluster.start('holder');
  expect(cluster.pick()).toBe('idle');
});

test('LeastCost picks only nodes that have what the run demands', () => {
  const nodes = [
    new BalancedNode('plain'),
    new BalancedNode('locked', { runsOutstanding: 9, layers: ['seccomp', 'cgroup-memory'] }),
  ];
  const cluster = new BalancedNodes(nodes, policy);
  expect(cluster.pick({ layersRequired: ['cgroup-memory'] })).toBe('locked');
  cluster.start('locked');
  expect(cluster.pick({ layersRequired: ['cgroup-memory'] })).toBe('queue');
});

test('LeastCost by peak EWMA gives a node that is slow by its runs fewer of them', () => {
  const cluster = new BalancedNodes(nodesWith(1, 1), 'peak_ewma');
  cluster.finish('n0', { good: 20, tookMs: 50 });
  cluster.finish('n1', { good: 20, tookMs: 10 });
  expect(cluster.count(100)).toEqual(
    new Map([
      ['n0', 0],
      ['n1', 100],
    ]),
  );
});
