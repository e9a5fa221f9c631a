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

export const pickCases: readonly MicroCase[] = choices.flatMap((choice) =>
  counts.map((count) => ({
    name: `pick_${policyChoiceToText(choice).replace(':', '_')}_${count}`,
    setUp: () => picking(choice, count),
  })),
);

function picking(policy: PolicyChoice, count: number): () => unknown {
  const active = Array.from({ length: count }, (_, index) => {
    const place = { region: `region-${index % 4}`, zone: '' };
    return new BenchNode(`n${index}`, { runsOutstanding: index % 7, place });
  });
  const balancer = new LoadBalancer({
    nodes: { active },
    policy,
    clock: new VirtualClock(),
    random: seededRandom(seed),
  });
  let next = 0;
  return () => {
    const request = requests[next++ % requests.length];
    return request && balancer.pick(request);
  };
}
