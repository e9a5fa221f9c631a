import { expect, test } from 'vitest';
import { ClusterEngine } from '../../../../../coordinator/cache/results/cluster-engine.ts';
import { exampleHello } from '../../../../support/example-node.ts';

const node = (nodeId: string, agentVersion: string) => ({
  nodeId,
  hello: exampleHello({ nodeId, agentVersion }),
});

test('ClusterEngine is that of most nodes, and what it was last when there is none', () => {
  let active = [node('a', '1'), node('b', '2'), node('c', '2')];
  const nodes = {
    get active() {
      return active;
    },
    get: (nodeId: string) => active.find((one) => one.nodeId === nodeId),
  };
  const engine = new ClusterEngine(nodes);
  expect(engine.current).toBe(engine.of('b'));
  active = [node('a', '1')];
  expect(engine.current).toBe(engine.of('a'));
  expect(engine.of('b')).toBeUndefined();
  const before = engine.current;
  active = [];
  expect(engine.current).toBe(before);
});

test('ClusterEngine is unknown before there is a node', () => {
  const nodes = { active: [], get: () => undefined };
  expect(new ClusterEngine(nodes).current).toBeUndefined();
});

test('ClusterEngine is another where guests find other features', () => {
  const { posture } = exampleHello();
  const plain = node('a', '1');
  const featured = {
    nodeId: 'b',
    hello: exampleHello({ posture: { ...posture, guestFeatures: ['eval'] } }),
  };
  const all = [plain, featured];
  const engine = new ClusterEngine({
    active: all,
    get: (nodeId) => all.find((one) => one.nodeId === nodeId),
  });
  expect(engine.of('a')).not.toBe(engine.of('b'));
});
