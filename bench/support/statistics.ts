/** Medians and quantiles of what was measured, exact: the samples of a round fit in memory. */
import type { Metrics } from './bench.ts';

/** The middle value; the mean of the two in the middle. NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).toSorted();
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** The smallest sample that `fraction` of all are not above (nearest rank). NaN for none. */
export function quantile(sorted: Float64Array, fraction: number): number {
  const rank = Math.ceil(fraction * sorted.length);
  return sorted[Math.max(1, rank) - 1] ?? Number.NaN;
}

/** The median of each metric over the rounds; a metric must be in every round. */
export function medianOfRounds(rounds: readonly Metrics[]): Metrics {
  const medians: Record<string, number> = {};
  for (const name of Object.keys(rounds[0] ?? {}))
    medians[name] = median(rounds.map((round) => round[name] ?? Number.NaN));
  return medians;
}

/** Latencies of one round, in milliseconds. */
export function latencyMetrics(latenciesMs: readonly number[]): { p50_ms: number; p99_ms: number } {
  const sorted = Float64Array.from(latenciesMs).toSorted();
  return { p50_ms: quantile(sorted, 0.5), p99_ms: quantile(sorted, 0.99) };
}
