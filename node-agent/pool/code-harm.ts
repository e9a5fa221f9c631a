/**
 * What a code does to the runs beside it, from how its own runs went. While it does much, each of its
 * runs has a host of its own, so that its tenant's other runs keep theirs.
 *
 *   ordinary ──harm of a run, on average, 1 s or more──▶ kept apart
 *       ▲                                                    │
 *       └──────────────────below 0.5 s───────────────────────┘
 *
 * Harm is counted in processor time. A run does as much as it takes, for that is what others wait
 * for; one that cost its host does more than any other. What a limit ended inside the host does no
 * more than it burned: to keep it apart would cost a hundred times what it spares.
 */

/** A host's start takes about 100 ms of processor time: kept apart, a run costs a tenth more at most. */
const apartHarmUsMin = 1_000_000;
/** Lower, so that a code near the border does not change sides from run to run. */
const forgivenHarmUsMax = 500_000;
/**
 * Of the newest run in the average, which begins at nothing: a code is kept apart after about ten
 * seconds of harm, be it two runs or ten, and forgiven after some twenty runs without any.
 */
const newestRunWeight = 0.1;
/**
 * With a host go its warm isolates, and runs that begin again. One loss may be bad luck, so it is
 * less than what sets a code apart; two among a dozen runs are not. No run counts for more: the
 * longest is forgiven as soon as the deadliest.
 */
export const lostHostHarmUs = 8_000_000;

export class CodeHarm {
  #meanUs = 0;
  #isApart = false;

  /** Whether its runs are to be kept apart from others. */
  get isApart(): boolean {
    return this.#isApart;
  }

  note(harmUs: number): void {
    this.#meanUs += (Math.min(harmUs, lostHostHarmUs) - this.#meanUs) * newestRunWeight;
    this.#isApart = this.#meanUs >= (this.#isApart ? forgivenHarmUsMax : apartHarmUsMin);
  }
}

/**
 * Of a run that did not cost its host. A POOLED one does none, however long: what it computed once
 * it keeps in its isolate, and it would have none in a host that is ended after it.
 */
export function harmOfRun(isPooled: boolean, cpuUs: number): number {
  return isPooled ? 0 : cpuUs;
}
