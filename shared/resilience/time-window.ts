/**
 * The calls of the last so many milliseconds, in ten slices that leave one by one: a call counts
 * for nine to ten tenths of the window after it.
 */
import type { Clock } from '../time/clock.ts';
import type { CallWindow } from './call-window.ts';

const slices = 10;

export class TimeWindow implements CallWindow {
  readonly #clock: Clock;
  readonly #sliceMs: number;
  readonly #calls = new Uint32Array(slices);
  readonly #faults = new Uint32Array(slices);
  readonly #slow = new Uint32Array(slices);
  /** Number of the slice that now is in, counted from the clock's origin. */
  #current = Number.NEGATIVE_INFINITY;
  #callsInAll = 0;
  #faultsInAll = 0;
  #slowInAll = 0;

  /** Reads the clock itself: a number with a fraction that is handed on may have to be allocated. */
  constructor(windowMs: number, clock: Clock) {
    this.#clock = clock;
    this.#sliceMs = windowMs / slices;
  }

  get calls(): number {
    return this.#callsInAll;
  }

  get faults(): number {
    return this.#faultsInAll;
  }

  get slow(): number {
    return this.#slowInAll;
  }

  record(isFault: boolean, isSlow: boolean): void {
    this.advance();
    const at = this.#current % slices;
    this.#calls[at] = (this.#calls[at] ?? 0) + 1;
    this.#callsInAll++;
    if (isFault) {
      this.#faults[at] = (this.#faults[at] ?? 0) + 1;
      this.#faultsInAll++;
    }
    if (isSlow) {
      this.#slow[at] = (this.#slow[at] ?? 0) + 1;
      this.#slowInAll++;
    }
  }

  advance(): void {
    const now = Math.floor(this.#clock.nowMs() / this.#sliceMs);
    if (now <= this.#current) return;
    if (now - this.#current >= slices) this.clear();
    else while (this.#current < now) this.#forget(++this.#current % slices);
    this.#current = now;
  }

  clear(): void {
    this.#calls.fill(0);
    this.#faults.fill(0);
    this.#slow.fill(0);
    this.#callsInAll = 0;
    this.#faultsInAll = 0;
    this.#slowInAll = 0;
  }

  #forget(at: number): void {
    this.#callsInAll -= this.#calls[at] ?? 0;
    this.#faultsInAll -= this.#faults[at] ?? 0;
    this.#slowInAll -= this.#slow[at] ?? 0;
    this.#calls[at] = 0;
    this.#faults[at] = 0;
    this.#slow[at] = 0;
  }
}
