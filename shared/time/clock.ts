/**
 * Time is handed in. Domain code takes a Clock, so that a test or a simulation can run hours of
 * it in a moment; the real one is system-clock.ts, the pretended one virtual-clock.ts.
 */
export interface Clock {
  /**
   * Monotonic milliseconds, with a fraction. The origin is the machine's, not the process's:
   * two processes on one machine may compare their readings.
   */
  nowMs(): number;
  /** Milliseconds since 1970 in UTC. For people and for other machines; may jump. */
  epochMs(): number;
  /** Calls back once, `delayMs` from now (0 or more), unless cancelled before. */
  setTimer(delayMs: number, callback: () => void): Timer;
}

export interface Timer {
  /** Idempotent. After it returns the callback will not be called. */
  cancel(): void;
}
