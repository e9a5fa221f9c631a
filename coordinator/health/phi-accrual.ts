/**
 * How sure one may be that a peer which sends heartbeats is gone (Hayashibara et al., "The φ accrual
 * failure detector", 2004): φ = −log10 of the chance that a heartbeat comes later than now, by the
 * pace of those that came. Where φ is 8, one accusation in a hundred million is wrong.
 *
 * The distribution is taken for normal and its tail for logistic, as Akka does it, with Akka's
 * allowance: a pause that is always forgiven, and a spread that is never believed to be smaller.
 */

/** What garbage collection or a busy machine may cost a peer that is well. */
const pauseMs = 3_000;
const deviationMsMin = 100;
/** Heartbeats that tell of the pace. */
const intervalsMax = 100;

export class HeartbeatPace {
  readonly #intervalsMs: number[];
  #next = 0;
  #meanMs = 0;
  #deviationMs = 0;

  /** Until anything is known the pace is what was agreed on. */
  constructor(agreedIntervalMs: number) {
    this.#intervalsMs = [agreedIntervalMs];
    this.#sumUp();
  }

  get meanMs(): number {
    return this.#meanMs;
  }

  /** The newest take the place of the oldest. */
  add(intervalMs: number): void {
    this.#next = (this.#next + 1) % intervalsMax;
    this.#intervalsMs[this.#next] = intervalMs;
    this.#sumUp();
  }

  /** Of a peer that has been silent for so long. */
  phi(silentMs: number): number {
    const deviationMs = Math.max(deviationMsMin, this.#deviationMs);
    const y = (silentMs - this.#meanMs - pauseMs) / deviationMs;
    const x = y * (1.5976 + 0.070566 * y * y);
    // −log10 of e^−x / (1 + e^−x), so that neither end overflows.
    return Math.max(x, 0) / Math.LN10 + Math.log1p(Math.exp(-Math.abs(x))) / Math.LN10;
  }

  #sumUp(): void {
    const count = this.#intervalsMs.length;
    const meanMs = this.#intervalsMs.reduce((sum, ms) => sum + ms, 0) / count;
    const variance = this.#intervalsMs.reduce((sum, ms) => sum + (ms - meanMs) ** 2, 0) / count;
    this.#meanMs = meanMs;
    this.#deviationMs = Math.sqrt(variance);
  }
}
