/** One target under a stream of executions: rates, latencies and processor time of one round. */
import type { BenchContext, Metrics } from './bench.ts';
import { CpuMeter, processGauge } from './cpu-meter.ts';
import { latencyMetrics } from './statistics.ts';
import { prepareCommand, StreamLoad } from './stream-load.ts';
import type { Target } from './target.ts';
import type { KnownExecution } from './workload.ts';

interface StreamWork {
  readonly inFlight: number;
  /** The execution to send as the `sequence`-th in the place `executionId`, from 1. */
  readonly execution: (executionId: number, sequence: number) => KnownExecution;
  /** Whether a place sends the same execution again and again: then it is serialized once. */
  readonly isRepeated: boolean;
}

interface StreamFigures {
  readonly executionsPerS: number;
  readonly latency: { readonly p50_ms: number; readonly p99_ms: number };
  readonly cpu: Metrics;
}

/** The hosts must have proven the code short, and V8 have found out what is hot. */
const warmUpSeconds = 2;

/** Gets the target warm; what it returns measures one round. */
export async function driveStream(
  target: Target,
  { inFlight, execution, isRepeated }: StreamWork,
  { cleanup, clock, secondsPerRound }: BenchContext,
): Promise<() => Promise<StreamFigures>> {
  let sequence = 0;
  const prepare = (executionId: number) =>
    prepareCommand(executionId, target.answerTo(execution(executionId, sequence++)));
  const places = Array.from({ length: inFlight }, (_, index) => prepare(index + 1));
  const load = cleanup.use(
    new StreamLoad({
      name: target.name,
      port: target.port,
      inFlight,
      clock,
      next: (executionId) =>
        (isRepeated ? places[executionId - 1] : undefined) ?? prepare(executionId),
    }),
  );
  await load.run(warmUpSeconds);
  const gauges = [...target.gauges, processGauge('client', process.pid)];
  return async () => {
    const meter = new CpuMeter(gauges);
    const { executionsPerS, executions, latenciesMs } = await load.run(secondsPerRound);
    const cpu = meter.metrics('execution', executions);
    return { executionsPerS, latency: latencyMetrics(latenciesMs), cpu };
  };
}
