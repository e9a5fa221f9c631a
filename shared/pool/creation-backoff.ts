/**
 * When to try again after a resource could not be made: a pause that doubles, with jitter, so a
 * factory that is broken costs next to nothing and is noticed by its observer.
 */
import type { Random } from '../random/random.ts';

export class CreationBackoff {
  readonly #msMin: number;
  readonly #msMax: number;
  readonly #random: Random;
  #failuresInARow = 0;
  #openAtMs = Number.NEGATIVE_INFINITY;

  constructor(msMin: number, msMax: number, random: Random) {
    this.#msMin = msMin;
    this.#msMax = msMax;
    this.#random = random;
  }

  get failuresInARow(): number {
    return this.#failuresInARow;
  }

  /** Milliseconds until the next attempt may be made; 0 when it may be made now. */
  waitMs(nowMs: number): number {
    return Math.max(0, this.#openAtMs - nowMs);
  }

  failed(nowMs: number): void {
    // Several that were made at the same time fail together: that is one failure.
    if (this.waitMs(nowMs) > 0) return;
    const full = Math.min(this.#msMax, this.#msMin * 2 ** this.#failuresInARow);
    this.#failuresInARow++;
    this.#openAtMs = nowMs + full * (0.9 + 0.2 * this.#random.next());
  }

  succeeded(): void {
    this.#failuresInARow = 0;
    this.#openAtMs = Number.NEGATIVE_INFINITY;
  }
}
