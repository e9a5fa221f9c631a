import { expect, test } from 'vitest';
import { BalancedNode, BalancedNodes } from '../../../../support/balanced-node.ts';

const keys = Array.from({ length: 10_000 }, (_, at) => `session-${at}`);

function tenNodes(count = 10): BalancedNodes {
  const nodes = Array.from(
    { length: count },
    (_, at) => new BalancedNode(`node-${at}`, { runsMax: 100_000 }),
  );
  return new BalancedNodes(nodes, 'prequal');
}

function mapOf(nodes: BalancedNodes): Map<string, string> {
  return new Map(keys.map((affinityKey) => [affinityKey, nodes.pick({ affinityKey })]));
}

test('Rendezvous moves the keys of a removed node and no others, and gives them back', () => {
  const nodes = tenNodes();
  const before = mapOf(nodes);
  const [removed] = nodes.active.filter(({ nodeId }) => nodeId === 'node-3');
  nodes.remove('node-3');
  const without = mapOf(nodes);
  const moved = keys.filter((key) => before.get(key) !== without.get(key));
  expect(moved.length).toBeGreaterThanOrEqual(900);
  expect(moved.length).toBeLessThanOrEqual(1_100);
  expect(moved.every((key) => before.get(key) === 'node-3')).toBe(true);
  expect([...without.values()]).not.toContain('node-3');
  if (removed) nodes.add(removed);
  expect(mapOf(nodes)).toEqual(before);
});

test('Rendezvous picks alike on every coordinator, in whatever order nodes have joined', () => {
  const one = tenNodes();
  const other = tenNodes();
  other.active = other.active.toReversed();
  expect(mapOf(other)).toEqual(mapOf(one));
});

test('Rendezvous over many nodes keeps its winners, and changes those of one that goes', () => {
  const nodes = tenNodes(300);
  const before = mapOf(nodes);
  const [gone] = nodes.active;
  nodes.remove('node-0');
  const without = mapOf(nodes);
  for (const key of keys)
    if (before.get(key) !== 'node-0') expect(without.get(key)).toBe(before.get(key));
    else expect(without.get(key)).not.toBe('node-0');
  if (gone) nodes.add(gone);
  expect(mapOf(nodes)).toEqual(before);
});

test('Rendezvous gives no node more than 1.25 times the mean, with half the runs of one key', () => {
  const nodes = tenNodes();
  for (let run = 0; run < 2_000; run++) {
    const affinityKey = run % 2 === 0 ? 'hot' : `key-${run}`;
    nodes.start(nodes.pick({ affinityKey }));
    const mean = (run + 1) / 10;
    for (const { runsOutstanding } of nodes.active)
      expect(runsOutstanding).toBeLessThanOrEqual(Math.ceil(1.25 * mean));
  }
});

test('Rendezvous picks another for a key whose node is full, and queues when all are', () => {
  const nodes = tenNodes(3);
  const home = nodes.pick({ affinityKey: 'k' });
  for (const node of nodes.active) if (node.nodeId === home) node.isOpen = false;
  expect(nodes.pick({ affinityKey: 'k' })).not.toBe(home);
  for (const node of nodes.active) node.isOpen = false;
  expect(nodes.pick({ affinityKey: 'k' })).toBe('queue');
});

test('Rendezvous as a policy places runs without a key by their program', () => {
  const nodes = new BalancedNodes(
    Array.from({ length: 5 }, (_, at) => new BalancedNode(`node-${at}`)),
    'rendezvous',
  );
  const home = nodes.pick();
  for (let pick = 0; pick < 20; pick++) expect(nodes.pick()).toBe(home);
  const others = new Set(
    Array.from({ length: 50 }, (_, at) => nodes.pick({ program: { hash: `program ${at}` } })),
  );
  expect(others.size).toBe(5);
});
