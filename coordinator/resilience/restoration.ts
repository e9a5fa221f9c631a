/**
 * How a target that has recovered gets its traffic back: in steps, each a share of what it would
 * get, so that a target that is well but cold, or well only while nobody asks, is not run over.
 *
 * Calls that might come are offered; each brings the step's share of a call, and a whole one lets
 * one through. Where hardly any come one may go each second all the same, or a quiet target would
 * stay half trusted for ever.
 */

export const restorationPercents = [10, 25, 50, 100] as const;
const lastStep = restorationPercents.length - 1;

/** What one call costs, in percent of a call. */
const callPercents = 100;
/** Sums of shares are not exact. */
const rounding = 1e-6;
/** Share that was not used does not pile up into a burst. */
const creditPercentsMax = 2 * callPercents;
const idleMsMax = 1_000;

export class Restoration {
  #step: number;
  #stepSinceMs: number;
  #creditPercents = 0;
  #takenAtMs: number;
  #calls = 0;
  #faults = 0;
  #slow = 0;

  /** Begins with the first step; `complete` is one that is over already. */
  constructor(nowMs: number, step = 0) {
    this.#step = step;
    this.#stepSinceMs = nowMs;
    this.#takenAtMs = nowMs;
  }

  static complete(): Restoration {
    return new Restoration(0, lastStep);
  }

  get percent(): number {
    return restorationPercents[this.#step] ?? callPercents;
  }

  get isComplete(): boolean {
    return this.#step === lastStep;
  }

  /** `calls` more would come here, were it whole; a part of one where several targets share. */
  offer(calls: number): void {
    const credit = this.#creditPercents + calls * this.percent;
    this.#creditPercents = Math.min(creditPercentsMax, credit);
  }

  admits(nowMs: number): boolean {
    return this.#creditPercents >= callPercents - rounding || nowMs - this.#takenAtMs >= idleMsMax;
  }

  take(nowMs: number): void {
    this.#creditPercents = Math.max(0, this.#creditPercents - callPercents);
    this.#takenAtMs = nowMs;
  }

  /** Ended at this step. */
  get calls(): number {
    return this.#calls;
  }

  get faults(): number {
    return this.#faults;
  }

  get slow(): number {
    return this.#slow;
  }

  record(isFault: boolean, isSlow: boolean): void {
    this.#calls++;
    if (isFault) this.#faults++;
    if (isSlow) this.#slow++;
  }

  /** How long it has been at this step. */
  stepMs(nowMs: number): number {
    return nowMs - this.#stepSinceMs;
  }

  advance(nowMs: number): void {
    this.#step++;
    this.#stepSinceMs = nowMs;
    this.#creditPercents = 0;
    this.#calls = 0;
    this.#faults = 0;
    this.#slow = 0;
  }
}
