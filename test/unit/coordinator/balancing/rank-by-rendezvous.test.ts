import { expect, test } from 'vitest';
import { rankByRendezvous } from '../../../../coordinator/balancing/rank-by-rendezvous.ts';

const nodes = ['a', 'b', 'c', 'd'].map((nodeId) => ({ nodeId }));
const keys = Array.from({ length: 2_000 }, (_, index) => `key ${index}`);
const first = (of: typeof nodes, key: string) => rankByRendezvous(of, key)[0]?.nodeId;

test('rankByRendezvous ranks alike whoever asks, in whatever order they know the nodes', () => {
  for (const key of keys.slice(0, 50))
    expect(rankByRendezvous(nodes.toReversed(), key)).toEqual(rankByRendezvous(nodes, key));
  expect(rankByRendezvous([], 'key')).toEqual([]);
});

test('rankByRendezvous spreads keys over the nodes', () => {
  for (const { nodeId } of nodes) {
    const share = keys.filter((key) => first(nodes, key) === nodeId).length / keys.length;
    expect(share).toBeGreaterThan(0.2);
    expect(share).toBeLessThan(0.3);
  }
});

test('rankByRendezvous moves no keys but those of the node that goes, to the next in their ranking', () => {
  const left = nodes.filter(({ nodeId }) => nodeId !== 'b');
  for (const key of keys) {
    const [before, second] = rankByRendezvous(nodes, key);
    expect(first(left, key)).toBe(before?.nodeId === 'b' ? second?.nodeId : before?.nodeId);
  }
});
