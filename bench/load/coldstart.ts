/**
 * Time to the first result, from the client's sending to its outcome, in each of the ways in which
 * there is nothing ready: the code is new, no host process is to be had, the whole node is new.
 */
import type { Bench, BenchContext, Metrics } from '../support/bench.ts';
import { CheckedClient } from '../support/checked-client.ts';
import { startAgent, startCoordinator } from '../support/cluster.ts';
import { latencyMetrics } from '../support/statistics.ts';
import { freshProduct, type KnownExecution, longWait } from '../support/workload.ts';

/** A way to be cold. */
interface ColdStart {
  /** Its metrics begin with this. */
  readonly name: string;
  /** One of them, in milliseconds. */
  measure(): Promise<number>;
}

/** In each round, however short; the slowest of twenty is then what is called p99. */
const repetitionsMin = 20;
const warmUpRuns = 100;

export const coldstart: Bench = {
  name: 'coldstart',
  summary: 'time to the first result: new code, no spare host process, a new agent',
  async open(context) {
    const ways = [await newCode(context), await noSpare(context), await newAgent(context)];
    return {
      async round() {
        let metrics: Metrics = {};
        for (const way of ways) metrics = { ...metrics, ...(await repeat(way, context)) };
        return metrics;
      },
    };
  },
};

async function repeat({ name, measure }: ColdStart, context: BenchContext): Promise<Metrics> {
  const untilMs = context.clock.nowMs() + context.secondsPerRound * 1000;
  const takenMs: number[] = [];
  while (takenMs.length < repetitionsMin || context.clock.nowMs() < untilMs)
    takenMs.push(await measure());
  const { p50_ms, p99_ms } = latencyMetrics(takenMs);
  return {
    [`${name}_p50_ms`]: p50_ms,
    [`${name}_p99_ms`]: p99_ms,
    [`${name}_repetitions`]: takenMs.length,
  };
}

/** A source that nobody has seen, on a node that has been at work. */
async function newCode(context: BenchContext): Promise<ColdStart> {
  const coordinator = await startCoordinator(context);
  await startAgent(coordinator, [], context);
  const next = sources();
  const client = new CheckedClient(coordinator.port, context);
  for (let run = 0; run < warmUpRuns; run++) await client.execute(next());
  return { name: 'new_code', measure: () => timed(context, () => client.execute(next())) };
}

/**
 * A node with room for two hosts, one of which is kept busy: each run has a host of its own that
 * is ended after it, so that the next run, sent at once, finds none and waits for one to start.
 */
async function noSpare(context: BenchContext): Promise<ColdStart> {
  const coordinator = await startCoordinator(context);
  await startAgent(coordinator, ['--hosts-max', '2', '--hosts-per-tenant-max', '2'], context);
  const next = sources();
  const client = new CheckedClient(coordinator.port, context);
  // It lasts as long as the bench, which ends it with the node.
  client.execute(longWait).catch(() => {});
  const measure = () => timed(context, () => client.execute(inItsOwnProcess(next())));
  // The one spare that there was in the beginning.
  await measure();
  return { name: 'no_spare', measure };
}

/** From the start of a node-agent, the only one, to the first result of a run on it. */
async function newAgent(context: BenchContext): Promise<ColdStart> {
  const coordinator = await startCoordinator(context);
  const next = sources();
  const client = new CheckedClient(coordinator.port, context);
  const measure = async () => {
    let stop = (): Promise<void> => Promise.resolve();
    const takenMs = await timed(context, async () => {
      ({ stop } = await startAgent(coordinator, [], context));
      await client.execute(next());
    });
    await stop();
    return takenMs;
  };
  await measure();
  return { name: 'new_agent', measure };
}

async function timed({ clock }: BenchContext, work: () => Promise<unknown>): Promise<number> {
  const startMs = clock.nowMs();
  await work();
  return clock.nowMs() - startMs;
}

function sources(): () => KnownExecution {
  let sequence = 0;
  return () => freshProduct(++sequence);
}

function inItsOwnProcess({ request, resultJson }: KnownExecution): KnownExecution {
  return { request: { ...request, isolation: 'PROCESS' }, resultJson };
}
