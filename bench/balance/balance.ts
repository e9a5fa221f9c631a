/**
 * What policies make of a cluster whose nodes are not alike, event by event and from a seed: each round
 * is another. It does not say how fast a coordinator is, but how well it places; nothing else on the
 * machine changes its figures.
 */
import type { Bench, BenchContext, Metrics } from '../support/bench.ts';
import { balancers, balancersFor, clusters } from './scenarios.ts';
import { simulate } from './simulate.ts';

export const balance: Bench = {
  name: 'balance',
  summary: 'latencies by policy, in simulated clusters of 10 to 10,000 nodes',
  async open(context) {
    let seed = 0;
    return { round: async () => simulateAll(++seed, context) };
  },
};

async function simulateAll(seed: number, { progress }: BenchContext): Promise<Metrics> {
  const metrics: Record<string, number> = {};
  for (const [clusterName, cluster] of Object.entries(clusters)) {
    progress(`${clusterName}, seed ${seed}`);
    for (const name of balancersFor(clusterName)) {
      // A turn of the loop, so that it can be interrupted.
      await new Promise((resolve) => setImmediate(resolve));
      const make = balancers[name];
      if (!make) continue;
      const { p50, p95, p99 } = simulate({ ...cluster, seed }, make);
      metrics[`${clusterName}_${name}_p50_ms`] = p50;
      metrics[`${clusterName}_${name}_p95_ms`] = p95;
      metrics[`${clusterName}_${name}_p99_ms`] = p99;
    }
  }
  return metrics;
}
