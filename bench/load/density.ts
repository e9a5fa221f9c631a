/**
 * What a function costs that is kept warm: the memory of a whole node with 500 of them, less that
 * of the same node before. A second pass, in random order, shows how many are warm indeed.
 */
import { seededRandom } from '../../shared/random/random.ts';
import type { Bench, BenchContext, Metrics } from '../support/bench.ts';
import { CheckedClient } from '../support/checked-client.ts';
import { type Coordinator, startAgent, startCoordinator } from '../support/cluster.ts';
import { type MemoryUse, treeMemory } from '../support/process-memory.ts';
import { pooledProduct, pooledSum } from '../support/workload.ts';

const functions = 500;
/** Until the node has what it needs for any run at all, spare hosts included. */
const settlingRuns = 200;
const settlingMs = 2_000;
const seed = 500;
const megabyte = 2 ** 20;

export const density: Bench = {
  name: 'density',
  summary: `memory of a node for each of ${functions} functions that are kept warm`,
  async open(context) {
    const coordinator = await startCoordinator(context);
    const client = new CheckedClient(coordinator.port, context);
    return { round: () => measure(coordinator, client, context) };
  },
};

/** On a node of its own: what a node once had, it does not give back wholly. */
async function measure(
  coordinator: Coordinator,
  client: CheckedClient,
  context: BenchContext,
): Promise<Metrics> {
  const agent = await startAgent(coordinator, [], context);
  for (let run = 0; run < settlingRuns; run++) await client.execute(pooledSum(run));
  await new Promise<void>((resolve) => context.clock.setTimer(settlingMs, resolve));
  const before = treeMemory(agent.pid);
  const known = Array.from({ length: functions }, (_, index) => pooledProduct(index));
  for (const execution of known) await client.execute(execution);
  let warm = 0;
  for (const execution of shuffled(known)) {
    const { usage } = await client.execute(execution);
    if (usage.isWarm) warm++;
  }
  const after = treeMemory(agent.pid);
  await agent.stop();
  return {
    mb_per_warm_function: megabytes(after, before, 'pssBytes') / functions,
    rss_mb_per_warm_function: megabytes(after, before, 'rssBytes') / functions,
    warm_share: warm / functions,
    node_pss_mb_before: before.pssBytes / megabyte,
    node_pss_mb: after.pssBytes / megabyte,
  };
}

function megabytes(after: MemoryUse, before: MemoryUse, kind: keyof MemoryUse): number {
  return (after[kind] - before[kind]) / megabyte;
}

/** Fisher and Yates; the same order each time. */
function shuffled<T>(items: readonly T[]): T[] {
  const random = seededRandom(seed);
  const left = [...items];
  return items.map(() => left.splice(Math.floor(random.next() * left.length), 1)).flat();
}
