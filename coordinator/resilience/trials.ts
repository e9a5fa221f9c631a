/**
 * The calls that a half-open breaker lets through: so many, each in a slot of its own, and each with
 * a time at which it is given up as hanging.
 */

const free = Number.NaN;
/** Ended; the slot stays taken, since no more than so many may go. */
const settled = Number.POSITIVE_INFINITY;

export class Trials {
  /** By slot, when the trial in it counts as hanging. */
  readonly #dueMs: Float64Array;
  #granted = 0;
  #ended = 0;
  #faults = 0;
  #slow = 0;

  constructor(trialsMax: number) {
    this.#dueMs = new Float64Array(trialsMax).fill(free);
  }

  get isExhausted(): boolean {
    return this.#granted === this.#dueMs.length;
  }

  get isDone(): boolean {
    return this.#ended === this.#dueMs.length;
  }

  /** How many there are to be. */
  get count(): number {
    return this.#dueMs.length;
  }

  /** Ended. */
  get calls(): number {
    return this.#ended;
  }

  get faults(): number {
    return this.#faults;
  }

  get slow(): number {
    return this.#slow;
  }

  /** Under way. */
  get running(): number {
    return this.#granted - this.#ended;
  }

  /** The slot that it took, not to be called when exhausted. */
  begin(dueMs: number): number {
    let slot = 0;
    while (!Number.isNaN(this.#dueMs[slot])) slot++;
    this.#dueMs[slot] = dueMs;
    this.#granted++;
    return slot;
  }

  /** Of a slot that has ended already, as hanging: nothing. */
  end(slot: number, isFault: boolean, isSlow: boolean): void {
    if (this.#dueMs[slot] === settled) return;
    this.#dueMs[slot] = settled;
    this.#ended++;
    if (isFault) this.#faults++;
    if (isSlow) this.#slow++;
  }

  /** It told nothing: another may go in its place. */
  giveBack(slot: number): void {
    if (this.#dueMs[slot] === settled) return;
    this.#dueMs[slot] = free;
    this.#granted--;
  }

  /** Those that hang are faults. */
  expire(nowMs: number): void {
    for (let slot = 0; slot < this.#dueMs.length; slot++)
      if ((this.#dueMs[slot] ?? free) <= nowMs) this.end(slot, true, false);
  }
}
