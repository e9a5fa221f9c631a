/** One target under unary calls: rates, latencies and processor time of one round. */
import type { BenchContext, Metrics } from './bench.ts';
import { CpuMeter } from './cpu-meter.ts';
import { latencyMetrics } from './statistics.ts';
import type { Target } from './target.ts';
import { UnaryLoad } from './unary-load.ts';
import { type KnownExecution, pooledSum } from './workload.ts';

interface UnaryFigures {
  readonly callsPerS: number;
  readonly latency: { readonly p50_ms: number; readonly p99_ms: number };
  readonly cpu: Metrics;
}

/** Gets the target warm; what it returns measures one round. */
export async function driveUnary(
  target: Target,
  { cleanup, secondsPerRound }: BenchContext,
  known: KnownExecution = pooledSum(0),
): Promise<() => Promise<UnaryFigures>> {
  const load = cleanup.use(new UnaryLoad(target.name, target.port, target.answerTo(known)));
  await load.warmUp();
  return async () => {
    const meter = new CpuMeter(target.gauges);
    const { callsPerS, calls, messageBytes, latenciesMs } = await load.run(secondsPerRound);
    const cpu = meter.metrics('call', calls);
    await load.verify(messageBytes, calls);
    return { callsPerS, latency: latencyMetrics(latenciesMs), cpu };
  };
}
