/** The last calls of a target, by count or by time. Recording allocates nothing. */

export interface CallWindow {
  record(isFault: boolean, isSlow: boolean): void;
  /** Forgets what has left the window by now. Counts are right after it. */
  advance(): void;
  readonly calls: number;
  readonly faults: number;
  readonly slow: number;
  clear(): void;
}
