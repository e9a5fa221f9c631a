/**
 * A cluster under a load that comes by chance, event by event, from a seed: what the product's own
 * policies make of it. Nodes have workers and a line before them; some are slower than others.
 */
import type { RunFeedback } from '../../coordinator/balancing/balancer.ts';
import { type Random, seededRandom } from '../../shared/random/random.ts';
import { quantile } from '../support/statistics.ts';
import { SimulatedClock } from './simulated-clock.ts';
import { SimulatedNode } from './simulated-node.ts';

export interface Scenario {
  readonly nodes: number;
  readonly workersPerNode: number;
  /** Of the nodes, how many take `slowness` times as long for everything. */
  readonly slowNodes: number;
  readonly slowness: number;
  /** Of what all workers together could do. */
  readonly load: number;
  readonly programs: readonly SimulatedProgram[];
  readonly runs: number;
  readonly seed: number;
}

/** Times of service are exponential. */
export interface SimulatedProgram {
  readonly hash: string;
  readonly meanMs: number;
  /** Of all runs; the shares of all programs are 1 together. */
  readonly share: number;
}

export interface SimulatedLatencies {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export interface SimulatedBalancer extends RunFeedback {
  /** Undefined where none takes it: it is then begun nowhere, and the scenario is wrong. */
  pick(program: SimulatedProgram): SimulatedNode | undefined;
  close?(): void;
}

export type BalancerMaker = (
  nodes: readonly SimulatedNode[],
  parts: { readonly clock: SimulatedClock; readonly random: Random },
) => SimulatedBalancer;

/** Of the runs, the first are not counted: the cluster begins idle. */
const warmUpShare = 0.1;

const reportEveryMs = 1_000;

/** Of the latencies of all runs but the first, from arrival to end. */
export function simulate(scenario: Scenario, make: BalancerMaker): SimulatedLatencies {
  const random = seededRandom(scenario.seed);
  const clock = new SimulatedClock();
  const nodes = nodesOf(scenario, clock);
  const balancer = make(nodes, { clock, random: seededRandom(scenario.seed + 1) });
  const latencies: number[] = [];
  const arrivalsPerMs = arrivalsPerMsOf(scenario);
  const exponential = (mean: number): number => -Math.log(1 - random.next()) * mean;
  let begun = 0;
  let ended = 0;
  const arrive = (): void => {
    begun++;
    const isCounted = begun > scenario.runs * warmUpShare;
    const program = programAt(scenario.programs, random.next());
    const serviceMs = exponential(program.meanMs);
    const arrivedMs = clock.nowMs();
    const node = balancer.pick(program);
    if (!node) throw new Error('could not simulate: no node takes a run');
    const { nodeId, runsOutstanding: runsFound } = node;
    const run = { nodeId, programHash: program.hash, runsFound };
    node.start({
      serviceMs,
      ended: () => {
        ended++;
        const tookMs = clock.nowMs() - arrivedMs;
        balancer.finished(run, tookMs, 'good');
        if (isCounted) latencies.push(tookMs);
      },
    });
    if (begun < scenario.runs) clock.setTimer(exponential(1 / arrivalsPerMs), arrive);
  };
  arrive();
  const report = (): void => {
    for (const node of nodes) node.report(reportEveryMs);
    clock.setTimer(reportEveryMs, report);
  };
  clock.setTimer(reportEveryMs, report);
  clock.run(() => ended === scenario.runs);
  balancer.close?.();
  const sorted = Float64Array.from(latencies).toSorted();
  return { p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95), p99: quantile(sorted, 0.99) };
}

function nodesOf({ nodes, workersPerNode, slowNodes, slowness }: Scenario, clock: SimulatedClock) {
  return Array.from(
    { length: nodes },
    (_, at) =>
      new SimulatedNode(`node-${at}`, {
        workers: workersPerNode,
        slowness: at < slowNodes ? slowness : 1,
        clock,
      }),
  );
}

function arrivalsPerMsOf(scenario: Scenario): number {
  const { nodes, slowNodes, slowness, workersPerNode, load, programs } = scenario;
  const meanMs = programs.reduce((sum, program) => sum + program.meanMs * program.share, 0);
  const workers = (nodes - slowNodes + slowNodes / slowness) * workersPerNode;
  return (workers / meanMs) * load;
}

function programAt(programs: readonly SimulatedProgram[], drawn: number): SimulatedProgram {
  let upTo = 0;
  for (const program of programs) {
    upTo += program.share;
    if (drawn < upTo) return program;
  }
  const last = programs.at(-1);
  if (!last) throw new Error('could not simulate: there is no program');
  return last;
}
