/** The result of a bench, as one line of JSON for programs and as a table for people. */
import { BenchError, type Metrics } from './bench.ts';
import type { Machine } from './machine.ts';
import { medianOfRounds } from './statistics.ts';

export interface BenchReport {
  readonly bench: string;
  /** The median of each metric over the rounds. */
  readonly metrics: Metrics;
  readonly machine: Machine;
  readonly rounds: number;
}

/** Throws where a metric is not a number: it was not measured. */
export function reportOf(bench: string, rounds: readonly Metrics[], machine: Machine): BenchReport {
  const medians = medianOfRounds(rounds);
  const metrics: Record<string, number> = {};
  for (const [name, value] of Object.entries(medians)) {
    if (!Number.isFinite(value))
      throw new BenchError(`could not report ${bench}: ${name} is ${value}`);
    metrics[name] = roundForReading(value);
  }
  return { bench, metrics, machine, rounds: rounds.length };
}

/** A line for each metric: its median, and the least and greatest of the rounds. */
export function tableOf({ bench, metrics }: BenchReport, rounds: readonly Metrics[]): string {
  const rows = Object.entries(metrics).map(([name, value]) => {
    const values = rounds.map((round) => round[name] ?? Number.NaN);
    return [name, value, Math.min(...values), Math.max(...values)].map(cell);
  });
  const lines = [[bench, 'median', 'least', 'greatest'], ...rows];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  );
  return lines
    .map(([name = '', ...numbers]) => {
      const cells = numbers.map((text, index) => text.padStart(widths[index + 1] ?? 0));
      return [name.padEnd(widths[0] ?? 0), ...cells].join('  ');
    })
    .join('\n');
}

/** One round on one line. */
export function roundLine(metrics: Metrics): string {
  return Object.entries(metrics)
    .map(([name, value]) => `${name} ${cell(value)}`)
    .join(' · ');
}

function cell(value: string | number): string {
  return typeof value === 'string' ? value : String(roundForReading(value));
}

/** Four digits are more than a machine repeats. */
function roundForReading(value: number): number {
  return Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(4));
}
