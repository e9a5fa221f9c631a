/** How fast a queue empties, as far as could be seen while there was something in it. */

/** What is counted for less says little. */
const sampleMsMin = 100;
/** What one sample counts against those before. */
const newestRatio = 0.3;

export class DrainRate {
  #sampleBeganAtMs: number | undefined;
  #taken = 0;
  #perMs: number | undefined;

  /** Executions a millisecond; undefined while nothing is known. */
  get perMs(): number | undefined {
    return this.#perMs;
  }

  /**
   * One has left for a node, while others waited. Time in which nothing moves counts with the next that
   * does: of a queue that waits for its first node nothing is known.
   */
  taken(nowMs: number): void {
    if (this.#sampleBeganAtMs === undefined) {
      this.#sampleBeganAtMs = nowMs;
      return;
    }
    this.#taken++;
    const tookMs = nowMs - this.#sampleBeganAtMs;
    if (tookMs < sampleMsMin) return;
    const sample = this.#taken / tookMs;
    const before = this.#perMs ?? sample;
    this.#perMs = before + (sample - before) * newestRatio;
    this.#sampleBeganAtMs = nowMs;
    this.#taken = 0;
  }

  /** Nothing waits: what leaves now says how much comes, not how much could be taken. */
  empty(): void {
    this.#sampleBeganAtMs = undefined;
    this.#taken = 0;
  }
}
