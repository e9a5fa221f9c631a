/** Which node gets a run: every policy at 10, 100 and 10,000 nodes that are all busy. */
import { LoadBalancer } from '../../coordinator/balancing/load-balancer.ts';
import {
  type PolicyChoice,
  policyChoiceToText,
  policyNames,
} from '../../shared/nodes/policy-choice.ts';
import { seededRandom } from '../../shared/random/random.ts';
import { VirtualClock } from '../../shared/time/virtual-clock.ts';
import { BenchNode } from '../support/bench-node.ts';
import type { MicroCase } from './micro-case.ts';

const seed = 1;
const counts = [10, 100, 10_000];
const choices: readonly PolicyChoice[] = [
  ...policyNames.map((policy) => ({ policy, isGeographic: false })),
  { policy: 'least_connections', isGeographic: true },
];
/** Many clients' keys, and their places. */
const requests = Array.from({ length: 4_096 }, (_, index) => ({
  program: { hash: `a program of ${index}` },
  origin: { region: `region-${index % 4}`, zone: '' },
}));

const picks: readonly MicroCase[] = choices.flatMap((choice) =>
  counts.map((count) => ({
    name: `pick_${policyChoiceToText(choice).replace(':', '_')}_${count}`,
    setUp: () => picking(choice, count),
  })),
);

/** What the end of a run tells the balancer. */
const ended: MicroCase = {
  name: 'balancer_run_ended',
  setUp() {
    const { active, balancer } = balancerOver({ policy: 'prequal', isGeographic: false }, 100);
    balancer.pick({ program: { hash: 'p' } });
    const runs = active.map(({ nodeId }) => ({ nodeId, programHash: 'p', runsFound: 3 }));
    let next = 0;
    return () => {
      const run = runs[next++ % runs.length];
      if (run) balancer.finished(run, 10, 'good');
    };
  },
};

export const pickCases: readonly MicroCase[] = [...picks, ended];

function picking(policy: PolicyChoice, count: number): () => unknown {
  const { balancer } = balancerOver(policy, count);
  // What is worked out once for each key and place is.
  for (const request of requests) balancer.pick(request);
  let next = 0;
  return () => {
    const request = requests[next++ % requests.length];
    return request && balancer.pick(request);
  };
}

function balancerOver(policy: PolicyChoice, count: number) {
  const active = Array.from({ length: count }, (_, index) => {
    const place = { region: `region-${index % 4}`, zone: '' };
    return new BenchNode(`n${index}`, { runsOutstanding: index % 7, place });
  });
  const clock = new VirtualClock();
  const random = seededRandom(seed);
  return { active, balancer: new LoadBalancer({ nodes: { active }, policy, clock, random }) };
}
