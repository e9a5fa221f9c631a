/**
 * How fast a node is, as a moving mean over what its runs took, each in proportion to what runs of
 * the same program take: 1 is as fast as the others. A peak counts at once, and wears off (Finagle's
 * peak EWMA).
 */

/** What is this old counts for 1/e of what it did. Finagle's default. */
const decayMs = 10_000;

export class Pace {
  #peak = 1;
  #heardAtMs = Number.NEGATIVE_INFINITY;

  get peak(): number {
    return this.#peak;
  }

  add(ratio: number, nowMs: number): void {
    const keep = Math.exp((this.#heardAtMs - nowMs) / decayMs);
    this.#heardAtMs = nowMs;
    this.#peak = ratio > this.#peak ? ratio : this.#peak * keep + ratio * (1 - keep);
  }

  /**
   * Time goes by. One that nothing has been heard of is forgiven bit by bit, down to what the others
   * are, or it would never be tried again.
   */
  forgive(nowMs: number, elapsedMs: number): void {
    if (nowMs - this.#heardAtMs < elapsedMs) return;
    this.#peak = 1 + (this.#peak - 1) * Math.exp(-elapsedMs / decayMs);
  }
}
