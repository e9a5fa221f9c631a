import { expect, test } from 'vitest';
import type { Place } from '../../../../../shared/nodes/place.ts';
import { BalancedNode, BalancedNodes } from '../../../../support/balanced-node.ts';

const berlin = { latitude: 52.5, longitude: 13.4 };
const paris = { latitude: 48.9, longitude: 2.4 };
const virginia = { latitude: 38.9, longitude: -77.4 };

/** So many nodes of a place, named after its zone and region. */
function nodesAt(place: Place, count: number): BalancedNode[] {
  const name = place.zone || place.region;
  return Array.from(
    { length: count },
    (_, at) => new BalancedNode(`${name}-${at}`, { place, runsMax: 100_000 }),
  );
}

function zoned(counts: Readonly<Record<string, number>>): BalancedNodes {
  const nodes = Object.entries(counts).flatMap(([zone, count]) =>
    nodesAt({ region: 'r', zone }, count),
  );
  return new BalancedNodes(nodes, 'geographic:round_robin');
}

/** Some nodes of a zone go without a word. */
function lose(nodes: BalancedNodes, zone: string, count: number): void {
  for (let at = 0; at < count; at++) {
    nodes.remove(`${zone}-${at}`);
    nodes.balancer.missed(`${zone}-${at}`);
  }
}

/** The share of picks from a zone that stay there, in percent. */
function stay(nodes: BalancedNodes, zone: string, region = 'r'): number {
  const picks = nodes.count(10_000, { origin: { region, zone } });
  let stayed = 0;
  for (const [nodeId, count] of picks) if (nodeId.startsWith(`${zone}-`)) stayed += count;
  return stayed / 100;
}

test('Geography keeps 99 to 100, 70 and 0 % of the runs in zones that are 71, 50 and 0 % well', () => {
  const nodes = zoned({ a: 100, b: 100, c: 100, d: 100 });
  nodes.pick();
  lose(nodes, 'a', 29);
  lose(nodes, 'b', 50);
  lose(nodes, 'c', 100);
  expect(stay(nodes, 'a')).toBeGreaterThanOrEqual(99);
  expect(stay(nodes, 'b')).toBeGreaterThan(68.5);
  expect(stay(nodes, 'b')).toBeLessThan(71.5);
  expect(stay(nodes, 'c')).toBe(0);
  expect(stay(nodes, 'd')).toBe(100);
});

test('Geography comes back only after ten seconds without a break', async () => {
  const nodes = zoned({ a: 2, b: 2 });
  expect(stay(nodes, 'a')).toBe(100);
  const [first, second] = nodes.active;
  lose(nodes, 'a', 2);
  expect(stay(nodes, 'a')).toBe(0);
  if (!first || !second) throw new Error('there are no nodes');
  nodes.add(first);
  nodes.add(second);
  expect(stay(nodes, 'a')).toBe(0);
  await nodes.clock.advance(8_000);
  lose(nodes, 'a', 2);
  nodes.pick();
  nodes.add(first);
  nodes.add(second);
  await nodes.clock.advance(8_000);
  expect(stay(nodes, 'a')).toBe(0);
  await nodes.clock.advance(4_000);
  expect(stay(nodes, 'a')).toBe(100);
});

test('Geography goes to the zone, then to its region, then to the nearest, then to the rest', () => {
  const places: Place[] = [
    { region: 'eu', zone: 'eu-1', coordinates: berlin },
    { region: 'eu', zone: 'eu-2', coordinates: berlin },
    { region: 'fr', zone: 'fr-1', coordinates: paris },
    { region: 'us', zone: 'us-1', coordinates: virginia },
    { region: 'somewhere', zone: '' },
  ];
  const nodes = new BalancedNodes(
    places.flatMap((place) => nodesAt(place, 1)),
    'geographic',
  );
  const origin = { region: 'eu', zone: 'eu-2' };
  const order: string[] = [];
  for (let step = 0; step < places.length; step++) {
    const nodeId = nodes.pick({ origin });
    order.push(nodeId);
    for (const node of nodes.active) if (node.nodeId === nodeId) node.isOpen = false;
  }
  expect(order).toEqual(['eu-2-0', 'eu-1-0', 'fr-1-0', 'us-1-0', 'somewhere-0']);
  expect(nodes.pick({ origin })).toBe('queue');
});

test('Geography shares between all zones of the region of a client that names no zone', () => {
  const nodes = zoned({ a: 1, b: 1, c: 1 });
  nodes.add(new BalancedNode('far', { place: { region: 'other', zone: '' } }));
  const picks = nodes.count(300, { origin: { region: 'r', zone: '' } });
  expect([...picks.values()]).toEqual([100, 100, 100, 0]);
});

test('Geography finds the nearest by coordinates alone', () => {
  const nodes = new BalancedNodes(
    [
      ...nodesAt({ region: 'eu', zone: '', coordinates: berlin }, 1),
      ...nodesAt({ region: 'us', zone: '', coordinates: virginia }, 1),
    ],
    'geographic',
  );
  const newYork = { latitude: 40.7, longitude: -74 };
  const warsaw = { latitude: 52.2, longitude: 21 };
  expect(nodes.pick({ origin: { region: '', zone: '', coordinates: newYork } })).toBe('us-0');
  expect(nodes.pick({ origin: { region: '', zone: '', coordinates: warsaw } })).toBe('eu-0');
});

test('Geography gives a client that says nothing all nodes, and keeps a key within a level', () => {
  const nodes = zoned({ a: 2, b: 2 });
  expect([...nodes.count(400).values()]).toEqual([100, 100, 100, 100]);
  const request = { origin: { region: 'r', zone: 'a' }, affinityKey: 'k' };
  const homes = new Set(Array.from({ length: 50 }, () => nodes.pick(request)));
  expect(homes.size).toBe(1);
  expect([...homes][0]).toMatch(/^a-/);
});

test('Geography does not expect a node back that has said that it leaves', () => {
  const nodes = zoned({ a: 4, b: 1 });
  nodes.pick();
  for (const at of [0, 1]) nodes.remove(`a-${at}`);
  expect(stay(nodes, 'a')).toBe(100);
});

test('Geography stops waiting for a node that has been gone for five minutes', async () => {
  const nodes = zoned({ a: 2, b: 2 });
  nodes.pick();
  lose(nodes, 'a', 1);
  expect(stay(nodes, 'a')).toBeLessThan(72);
  await nodes.clock.advance(320_000);
  expect(stay(nodes, 'a')).toBe(100);
});
