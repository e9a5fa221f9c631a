/** The clusters that are simulated, and what each is balanced by. */
import { policyNames } from '../../shared/nodes/policy-choice.ts';
import { byPolicy, twoDrawn } from './balancers.ts';
import type { BalancerMaker, Scenario, SimulatedProgram } from './simulate.ts';

export type SimulatedCluster = Omit<Scenario, 'seed'>;

const oneProgram: readonly SimulatedProgram[] = [{ hash: 'p', meanMs: 50, share: 1 }];
/** Mostly short ones, and now and then a long one in their way. */
const mixedPrograms: readonly SimulatedProgram[] = [
  { hash: 'short', meanMs: 1, share: 0.9 },
  { hash: 'middling', meanMs: 50, share: 0.09 },
  { hash: 'long', meanMs: 1_000, share: 0.01 },
];

/** Ten nodes of four workers, two of them five times slower, at 70 % of what they can do. */
export const slowFifth: SimulatedCluster = {
  nodes: 10,
  workersPerNode: 4,
  slowNodes: 2,
  slowness: 5,
  load: 0.7,
  programs: oneProgram,
  runs: 100_000,
};

function slowFifthOf(nodes: number, runs: number): SimulatedCluster {
  return { ...slowFifth, nodes, slowNodes: nodes / 5, runs };
}

export const clusters: Readonly<Record<string, SimulatedCluster>> = {
  '10_nodes': slowFifth,
  '100_nodes': slowFifthOf(100, 200_000),
  '1000_nodes': slowFifthOf(1_000, 300_000),
  '10000_nodes': slowFifthOf(10_000, 800_000),
  equal: { ...slowFifth, slowNodes: 0 },
  equal_busy: { ...slowFifth, slowNodes: 0, load: 0.9 },
  mixed: { ...slowFifth, slowNodes: 0, programs: mixedPrograms, runs: 200_000 },
  mixed_slow: { ...slowFifth, programs: mixedPrograms, runs: 200_000 },
  mixed_slow_100: { ...slowFifthOf(100, 200_000), programs: mixedPrograms },
};

export const balancers: Readonly<Record<string, BalancerMaker>> = {
  ...Object.fromEntries(policyNames.map((policy) => [policy, byPolicy(policy)])),
  two_drawn: twoDrawn('least_connections'),
  two_drawn_ewma: twoDrawn('peak_ewma'),
};

/** Those that know how nodes are. */
const knowing = ['least_connections', 'peak_ewma', 'prequal'];
/** All of them. By round robin, nodes that are much slower fall behind for ever. */
const anchor = [
  ...knowing,
  'two_drawn',
  'two_drawn_ewma',
  'weighted_round_robin',
  'rendezvous',
  'round_robin',
];
/** Where all nodes are alike. */
const alike = [...knowing, 'rendezvous'];

/** Which of the balancers a cluster is simulated with. */
export function balancersFor(cluster: string): readonly string[] {
  if (cluster === '10_nodes') return anchor;
  return ['equal', 'equal_busy', 'mixed'].includes(cluster) ? alike : knowing;
}
