/**
 * What a run would take on a node now, as Prequal's servers estimate it: what its runs took lately, in
 * proportion to what runs of their program usually take and to how many they found there. So a node
 * that has just been given much more than before is not judged by how fast it was before.
 *
 * The mean is geometric: a run of a millisecond that waited for one of a second took a thousand times
 * what is usual, and is still only one run.
 */

/** The weight of the newest run. */
const newestShare = 0.05;
/** Of a node that nothing was heard of, what is this old counts for 1/e of what it did. */
const decayMs = 10_000;

export class PaceByLoad {
  #logPace = 0;
  /** e to the power of that. */
  #pace = 1;
  #runsFound = 0;
  #isHeard = false;

  /** `ratio` is above 0. */
  add(ratio: number, runsFound: number): void {
    this.#setLogPace(this.#logPace + (Math.log(ratio) - this.#logPace) * newestShare);
    this.#runsFound += (runsFound - this.#runsFound) * newestShare;
    this.#isHeard = true;
  }

  /** In proportion to what is usual. */
  at(runsInFlight: number): number {
    return (this.#pace * (runsInFlight + 1)) / (this.#runsFound + 1);
  }

  /** Time goes by. One that nothing has been heard of is forgiven bit by bit, so that it is tried again. */
  forgive(elapsedMs: number): void {
    if (!this.#isHeard && this.#logPace > 0)
      this.#setLogPace(this.#logPace * Math.exp(-elapsedMs / decayMs));
    this.#isHeard = false;
  }

  #setLogPace(logPace: number): void {
    this.#logPace = logPace;
    this.#pace = Math.exp(logPace);
  }
}
