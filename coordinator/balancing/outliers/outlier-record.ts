/**
 * What a node's runs came to, and whether it is put aside for it.
 *
 *   taking-part ──eject──▶ ejected ──its time is over──▶ taking-part
 *
 * Guests' faults are no faults: see CallVerdict.
 */
import type { CallVerdict } from '../../resilience/call-verdict.ts';

export interface Tally {
  readonly good: number;
  readonly faults: number;
}

export class OutlierRecord {
  #good = 0;
  #faults = 0;
  #faultsInARow = 0;
  /** Grows with each ejection and shrinks with each interval without. */
  #multiplier = 0;
  #ejectedAtMs: number | undefined;

  get isEjected(): boolean {
    return this.#ejectedAtMs !== undefined;
  }

  get faultsInARow(): number {
    return this.#faultsInARow;
  }

  add(verdict: CallVerdict): void {
    if (verdict === 'uncounted') return;
    if (verdict === 'good') {
      this.#good++;
      this.#faultsInARow = 0;
    } else {
      this.#faults++;
      this.#faultsInARow++;
    }
  }

  /** What came in since it was asked last. */
  takeTally(): Tally {
    const tally = { good: this.#good, faults: this.#faults };
    this.#good = 0;
    this.#faults = 0;
    return tally;
  }

  eject(nowMs: number): void {
    this.#ejectedAtMs = nowMs;
    this.#multiplier++;
    this.#faultsInARow = 0;
  }

  /** An interval has gone by. Returns whether it takes part again. */
  intervalPassed(nowMs: number, { baseMs, msMax }: { baseMs: number; msMax: number }): boolean {
    if (this.#ejectedAtMs === undefined) {
      this.#multiplier = Math.max(0, this.#multiplier - 1);
      return false;
    }
    if (nowMs < this.#ejectedAtMs + Math.min(baseMs * this.#multiplier, msMax)) return false;
    this.#ejectedAtMs = undefined;
    // What ended meanwhile had begun before.
    this.#faultsInARow = 0;
    return true;
  }
}
