/**
 * What a bench is. A bench is opened once, starting what it needs; then it is asked for rounds,
 * each of which measures everything once and gives one number a metric. What is reported is the
 * median of the rounds, so that what it compares must be measured within each round.
 */
import type { Clock } from '../../shared/time/clock.ts';

/** Numbers by name; a name ends with its unit, or says that it is a ratio. */
export type Metrics = Readonly<Record<string, number>>;

export interface Bench {
  /** As it is typed: `npm run bench -- NAME`. */
  readonly name: string;
  /** One line for people. */
  readonly summary: string;
  /** What it needs to be told after its name, in a word: `DIR`. Absent for nothing. */
  readonly takes?: string;
  /** Starts what it needs, and everything warm. */
  open(context: BenchContext): Promise<OpenBench>;
}

export interface OpenBench {
  /** Throws where any answer was wrong: a figure with errors in it is not a figure. */
  round(): Promise<Metrics>;
}

export interface BenchContext {
  /** How long each side of a comparison is driven in each round. */
  readonly secondsPerRound: number;
  /** What must be stopped at the end, however it comes. */
  readonly cleanup: AsyncDisposableStack;
  readonly clock: Clock;
  /** What was said after the bench's name; empty for one that takes nothing. */
  readonly given: string;
  /** One line to whoever watches. */
  progress(line: string): void;
}

/** The bench could not be run, or what it measured is not a figure. */
export class BenchError extends Error {
  override readonly name = 'BenchError';
}
