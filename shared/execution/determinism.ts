/**
 * What a deterministic run sees instead of chance and the time of day: the same program with the
 * same input, seed and start has the same outcome on every node of one engine version.
 */
export interface Determinism {
  /** Of `Math.random`: 0 … 2^32-1. */
  readonly seed: number;
  /**
   * What the run's clock says at its start, in whole milliseconds since 1970. It stands still but
   * for timers: when one fires, the clock has moved to where it was due.
   */
  readonly startEpochMs: number;
}

export const seedMax = 2 ** 32 - 1;
/** The last millisecond of the year 9999, as far as a Timestamp goes. */
export const startEpochMsMax = Date.UTC(10_000, 0) - 1;

/** What is not said otherwise: seed 0, at the beginning of 2020, UTC. */
export const defaultDeterminism: Determinism = { seed: 0, startEpochMs: Date.UTC(2020, 0) };
