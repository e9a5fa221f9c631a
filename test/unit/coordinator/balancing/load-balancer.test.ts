import { expect, test } from 'vitest';
import { policyChoiceFromText, policyNames } from '../../../../shared/nodes/policy-choice.ts';
import { BalancedNode, BalancedNodes } from '../../../support/balanced-node.ts';

function nodesNamed(...ids: readonly string[]): BalancedNode[] {
  return ids.map((nodeId) => new BalancedNode(nodeId, { runsMax: 1_000 }));
}

test.each([...policyNames, 'geographic'])(
  'LoadBalancer by %s picks no node that has gone, and soon one that has come',
  (policy) => {
    const nodes = new BalancedNodes(nodesNamed('a', 'b', 'c'), policy);
    nodes.count(30);
    nodes.remove('b');
    const withoutB = Array.from({ length: 100 }, () => nodes.pick());
    expect(withoutB).not.toContain('b');
    nodes.remove('a');
    nodes.remove('c');
    expect(nodes.pick()).toBe('no-node');
    nodes.add(new BalancedNode('d'));
    expect(nodes.pick()).toBe('d');
  },
);

test.each(policyNames)('LoadBalancer by %s goes by the demands of a run', (policy) => {
  const locked = new BalancedNode('locked', { layers: ['seccomp'] });
  const nodes = new BalancedNodes([...nodesNamed('a', 'b', 'c'), locked], policy);
  const request = { layersRequired: ['seccomp'] };
  for (let pick = 0; pick < 20; pick++) expect(nodes.pick(request)).toBe('locked');
  locked.isOpen = false;
  expect(nodes.pick(request)).toBe('queue');
});

test('LoadBalancer changes its policy between two picks, and keeps what it has learnt', () => {
  const nodes = new BalancedNodes(nodesNamed('a', 'b', 'c'), 'round_robin');
  nodes.pick();
  nodes.finish('a', { faults: 5 });
  for (const policy of [...policyNames, 'geographic:peak_ewma']) {
    nodes.balancer.setPolicy(policyChoiceFromText(policy));
    expect(nodes.balancer.policy).toEqual(policyChoiceFromText(policy));
    const picks = nodes.count(20);
    expect(picks.get('a')).toBe(0);
    expect((picks.get('b') ?? 0) + (picks.get('c') ?? 0)).toBe(20);
  }
});

test('LoadBalancer gives a new node a tenth of its share, then what its time is of a minute', async () => {
  const nodes = new BalancedNodes(nodesNamed('a', 'b', 'c'), 'round_robin');
  nodes.pick();
  await nodes.clock.advance(60_000);
  nodes.add(new BalancedNode('new'));
  const share = (): number => (nodes.count(3_000).get('new') ?? 0) / (3_000 / 3);
  expect(share()).toBeCloseTo(0.1, 1);
  await nodes.clock.advance(30_000);
  expect(share()).toBeCloseTo(0.5 / (3.5 / 3), 1);
  await nodes.clock.advance(30_000);
  expect(share()).toBeCloseTo(0.75, 2);
});

test('LoadBalancer fills a new node more slowly by load, too', async () => {
  const nodes = new BalancedNodes(nodesNamed('a', 'b', 'c'), 'least_connections');
  nodes.pick();
  await nodes.clock.advance(60_000);
  nodes.add(new BalancedNode('new', { runsMax: 1_000 }));
  nodes.count(310, {}, { isHeld: true });
  const [newest] = nodes.active.filter(({ nodeId }) => nodeId === 'new');
  expect(newest?.runsOutstanding).toBeGreaterThanOrEqual(8);
  expect(newest?.runsOutstanding).toBeLessThanOrEqual(11);
});

test('LoadBalancer spares nobody where all nodes are new', () => {
  const nodes = new BalancedNodes(nodesNamed('a', 'b'), 'round_robin');
  nodes.pick();
  nodes.add(new BalancedNode('c'));
  expect(nodes.count(300).get('c')).toBe(100);
});

test('LoadBalancer takes an agent that has dialled again for the one it was', async () => {
  const nodes = new BalancedNodes(nodesNamed('a', 'b', 'c'), 'round_robin');
  nodes.pick();
  nodes.finish('a', { faults: 5 });
  await nodes.clock.advance(20_000);
  nodes.remove('a');
  nodes.balancer.missed('a');
  nodes.pick();
  nodes.add(new BalancedNode('a'));
  expect(nodes.count(20).get('a')).toBe(0);
  nodes.remove('a');
  nodes.add(new BalancedNode('a', { startedAtMs: 1 }));
  expect(nodes.count(30).get('a')).toBe(10);
});

test('LoadBalancer uses all nodes when less than half of them are left', () => {
  const nodes = new BalancedNodes(nodesNamed('only'), 'prequal');
  nodes.pick();
  nodes.finish('only', { faults: 5 });
  expect(nodes.balancer.ejectedNodeIds).toEqual(['only']);
  expect(nodes.pick()).toBe('only');
});

test('LoadBalancer leaves no timer behind when it is closed, or when nobody is there', async () => {
  const nodes = new BalancedNodes(nodesNamed('a'), 'prequal');
  nodes.pick();
  expect(nodes.clock.timersPending).toBe(1);
  nodes.remove('a');
  await nodes.clock.advance(2_000);
  expect(nodes.clock.timersPending).toBe(0);
  nodes.add(new BalancedNode('b'));
  nodes.pick();
  nodes.balancer.close();
  expect(nodes.clock.timersPending).toBe(0);
});
