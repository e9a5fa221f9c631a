/** How an execution is asked for beside what is run, and what comes of it. */
import type { LogEntry, Outcome } from '../../shared/execution/outcome.ts';
import type { CallOptions } from './unary-caller.ts';

export interface ExecuteOptions extends CallOptions {
  /** Hears every console line as it is written; without it they come with the outcome. */
  readonly onLog?: (entry: LogEntry) => void;
  /** Hears what the program tells by `progress(value)`, the latest at most 20 times a second. */
  readonly onProgress?: (value: unknown) => void;
}

export interface ExecuteResult {
  readonly outcome: Outcome;
  /** Everything it wrote to its console, in order. */
  readonly logs: readonly LogEntry[];
}
