import { expect, test } from 'vitest';
import { NodeReadings } from '../../../../../coordinator/health/readings/node-readings.ts';
import { VirtualClock } from '../../../../../shared/time/virtual-clock.ts';

function scenario(active: { runsOutstanding: number; runsMax: number }[] = []) {
  const clock = new VirtualClock();
  const readings = new NodeReadings({ nodes: { active }, clock });
  const lost = (): Record<string, number> => {
    const values: Record<string, number> = {};
    for (const { metric, labels, value } of readings.samples())
      if (metric === 'node_lost') values[labels['node'] ?? ''] = value;
    return values;
  };
  return { clock, readings, lost };
}

test('NodeReadings misses a node that has left suddenly, not one that said so', () => {
  const { readings, lost } = scenario();
  for (const node of ['a', 'b', 'c']) readings.isHere(node);
  readings.isSuspected('a');
  readings.hasLeft('b', true);
  readings.hasLeft('c', false);
  expect(lost()).toEqual({ a: 1, b: 1 });
  readings.isHere('a');
  readings.isHere('b');
  expect(lost()).toEqual({ a: 0, b: 0 });
});

test('NodeReadings stops missing a node that does not come back', async () => {
  const { clock, readings, lost } = scenario();
  readings.hasLeft('a', true);
  await clock.advance(15 * 60_000);
  expect(lost()).toEqual({ a: 1 });
  await clock.advance(1);
  expect(lost()).toEqual({});
});

test('NodeReadings knows how full all nodes are, and nothing where there are none', () => {
  const nodes = [
    { runsOutstanding: 3, runsMax: 4 },
    { runsOutstanding: 0, runsMax: 8 },
  ];
  expect([...scenario(nodes).readings.samples()]).toEqual([
    { metric: 'saturation_ratio', labels: {}, value: 0.25 },
  ]);
  expect([...scenario().readings.samples()]).toEqual([]);
});
