import { expect, test } from 'vitest';
import { BalancedNode, BalancedNodes } from '../../../../support/balanced-node.ts';

function nodesWith(...runs: readonly number[]): BalancedNodes {
  const nodes = runs.map((runsOutstanding, at) => new BalancedNode(`n${at}`, { runsOutstanding }));
  return new BalancedNodes(nodes, 'prequal');
}

test('Prequal picks the fastest of those that do not have many runs', () => {
  const nodes = nodesWith(1, 1, 1, 1, 1, 1, 1);
  for (const { nodeId } of nodes.active) nodes.finish(nodeId, { good: 20, tookMs: 20 });
  nodes.finish('n4', { good: 20, tookMs: 5 });
  expect(nodes.count(50).get('n4')).toBe(50);
  // It is fast, and hot now.
  for (let run = 0; run < 4; run++) nodes.start('n4');
  expect(nodes.count(50).get('n4')).toBe(0);
});

test('Prequal does not take a node for fast that was so while it had less to do', () => {
  const nodes = nodesWith(0, 0, 0, 0, 0, 0, 0);
  for (const { nodeId } of nodes.active) nodes.finish(nodeId, { good: 20, tookMs: 20 });
  nodes.finish('n0', { good: 40, tookMs: 10 });
  expect(nodes.pick()).toBe('n0');
  for (const nodeId of ['n0', 'n1']) for (let run = 0; run < 3; run++) nodes.start(nodeId);
  expect(['n0', 'n1']).not.toContain(nodes.pick());
});

test('Prequal prefers a node that holds the program, up to two runs and a tenth more', () => {
  const nodes = new BalancedNodes(
    [
      new BalancedNode('a'),
      new BalancedNode('holder', { programs: ['p'], runsOutstanding: 2 }),
      // Otherwise it would have more runs than nearly all others.
      ...['c', 'd', 'e', 'f'].map((nodeId) => new BalancedNode(nodeId, { runsOutstanding: 9 })),
    ],
    'prequal',
  );
  expect(nodes.count(50).get('holder')).toBe(50);
  expect(nodes.pick({ program: { hash: 'another' } })).toBe('a');
  nodes.start('holder');
  expect(nodes.count(50).get('a')).toBe(50);
});

test('Prequal finds the only node with room among many', () => {
  const nodes = new BalancedNodes(
    Array.from({ length: 500 }, (_, at) => new BalancedNode(`n${at}`, { hasRoom: at === 123 })),
    'prequal',
  );
  for (let pick = 0; pick < 20; pick++) expect(nodes.pick()).toBe('n123');
  nodes.start('n123');
  for (const node of nodes.active) node.isOpen = false;
  expect(nodes.pick()).toBe('queue');
});

test('Prequal tries a node again that was slow, when it has not been heard of for a while', async () => {
  const nodes = nodesWith(0, 0);
  nodes.pick();
  nodes.finish('n0', { good: 20, tookMs: 10 });
  nodes.finish('n1', { good: 20, tookMs: 1_000 });
  expect(nodes.count(20).get('n1')).toBe(0);
  await nodes.clock.advance(60_000);
  expect(nodes.count(20).get('n1')).toBeGreaterThan(0);
});
