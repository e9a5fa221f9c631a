import { expect, test } from 'vitest';
import type { OutlierRule } from '../../../../../coordinator/balancing/outliers/outlier-detector.ts';
import { BalancedNode, BalancedNodes } from '../../../../support/balanced-node.ts';

class Watched extends BalancedNodes {
  readonly ejections: [string, OutlierRule][];
  readonly readmissions: string[];

  constructor(count: number, policy = 'round_robin') {
    const ejections: [string, OutlierRule][] = [];
    const readmissions: string[] = [];
    super(
      Array.from({ length: count }, (_, at) => new BalancedNode(`n${at}`)),
      policy,
      {
        observer: {
          ejected: (nodeId, rule) => ejections.push([nodeId, rule]),
          readmitted: (nodeId) => readmissions.push(nodeId),
        },
      },
    );
    this.ejections = ejections;
    this.readmissions = readmissions;
    this.pick();
  }

  /** Faults and good runs in turn, so that no rule of faults in a row is met. */
  async interval(percents: readonly number[]): Promise<void> {
    for (const [at, percent] of percents.entries())
      for (let run = 0; run < 100; run++) {
        const isFault = (run * (100 - percent)) % 100 >= percent;
        this.finish(`n${at}`, isFault ? { faults: 1 } : { good: 1 });
      }
    await this.clock.advance(10_000);
  }
}

test('OutlierDetector puts a node aside whose success rate is far below the mean', async () => {
  const nodes = new Watched(6);
  await nodes.interval([100, 100, 100, 100, 100, 80]);
  expect(nodes.ejections).toEqual([['n5', 'success-rate']]);
  expect(nodes.balancer.ejectedNodeIds).toEqual(['n5']);
  expect(nodes.count(60).get('n5')).toBe(0);
});

test('OutlierDetector leaves 99 % beside four times 100 % alone, though it is 2 deviations off', async () => {
  const nodes = new Watched(5);
  await nodes.interval([99, 100, 100, 100, 100]);
  expect(nodes.ejections).toEqual([]);
});

test('OutlierDetector compares nothing among fewer than five nodes, or by fewer than 100 runs', async () => {
  const few = new Watched(4);
  await few.interval([50, 100, 100, 100]);
  expect(few.ejections).toEqual([]);
  const idle = new Watched(6);
  for (let at = 0; at < 6; at++) idle.finish(`n${at}`, { good: 40, faults: at === 0 ? 4 : 0 });
  await idle.clock.advance(10_000);
  expect(idle.ejections).toEqual([]);
});

test('OutlierDetector puts a node aside at once after five faults in a row, in a small cluster, too', () => {
  const nodes = new Watched(3);
  nodes.finish('n1', { faults: 4 });
  nodes.finish('n1', { good: 1 });
  nodes.finish('n1', { faults: 4 });
  expect(nodes.ejections).toEqual([]);
  nodes.finish('n1', { faults: 1 });
  expect(nodes.ejections).toEqual([['n1', 'faults-in-a-row']]);
  expect(nodes.count(30)).toEqual(
    new Map([
      ['n0', 15],
      ['n1', 0],
      ['n2', 15],
    ]),
  );
});

test('OutlierDetector puts at most a tenth aside, though always one', () => {
  const twenty = new Watched(20);
  for (let at = 0; at < 10; at++) twenty.finish(`n${at}`, { faults: 5 });
  expect(twenty.ejections.map(([nodeId]) => nodeId)).toEqual(['n0', 'n1']);
  const three = new Watched(3);
  for (let at = 0; at < 3; at++) three.finish(`n${at}`, { faults: 5 });
  expect(three.ejections.map(([nodeId]) => nodeId)).toEqual(['n0']);
});

test('OutlierDetector keeps a node aside for 30 s, longer each time, 300 s at most', async () => {
  const nodes = new Watched(3);
  const asideMs: number[] = [];
  for (let time = 0; time < 12; time++) {
    const fromMs = nodes.clock.nowMs();
    nodes.finish('n0', { faults: 5 });
    while (nodes.readmissions.length === time) await nodes.clock.advance(10_000);
    asideMs.push(nodes.clock.nowMs() - fromMs);
  }
  expect(asideMs.slice(0, 4)).toEqual([30_000, 60_000, 90_000, 120_000]);
  expect(asideMs.slice(-2)).toEqual([300_000, 300_000]);
});

test('OutlierDetector forgets by and by that a node was put aside', async () => {
  const nodes = new Watched(3);
  nodes.finish('n0', { faults: 5 });
  await nodes.clock.advance(30_000);
  expect(nodes.readmissions).toEqual(['n0']);
  await nodes.clock.advance(10_000);
  nodes.finish('n0', { faults: 5 });
  await nodes.clock.advance(30_000);
  expect(nodes.readmissions).toEqual(['n0', 'n0']);
});

test('OutlierDetector never counts what guests come to', () => {
  const nodes = new Watched(3);
  const run = { nodeId: 'n0', programHash: 'p', runsFound: 0 };
  for (let at = 0; at < 10_000; at++)
    nodes.balancer.finished(run, 10, at % 2 === 0 ? 'good' : 'uncounted');
  expect(nodes.ejections).toEqual([]);
});

test('OutlierDetector begins anew with one that takes part again, whatever ended meanwhile', async () => {
  const nodes = new Watched(6);
  nodes.finish('n0', { faults: 5 });
  expect(nodes.balancer.ejectedNodeIds).toEqual(['n0']);
  nodes.finish('n0', { faults: 5 });
  await nodes.clock.advance(30_000);
  expect(nodes.readmissions).toEqual(['n0']);
  nodes.finish('n0', { faults: 4 });
  expect(nodes.balancer.ejectedNodeIds).toEqual([]);
  nodes.finish('n0', { faults: 1 });
  expect(nodes.balancer.ejectedNodeIds).toEqual(['n0']);
});
