/**
 * How much may be tried again: a tenth of what was accepted of late, and a little where little was.
 * Retries then cannot multiply the load of a cluster that is failing (Finagle's RetryBudget).
 */

import { TimeWindow } from '../../shared/resilience/time-window.ts';
import type { Clock } from '../../shared/time/clock.ts';

interface RetryBudgetOptions {
  /** Retries for a request, from 0 to 1; with 0 nothing is retried. */
  readonly retryRatioMax: number;
  /** So many a second may be retried otherwise. @default 10 */
  readonly retriesPerSecondMin?: number;
}

const windowMs = 10_000;
const retriesPerSecondMinDefault = 10;

export class RetryBudget {
  readonly #retryRatioMax: number;
  readonly #retriesMin: number;
  readonly #requests: TimeWindow;
  readonly #retries: TimeWindow;

  constructor(options: RetryBudgetOptions, clock: Clock) {
    const { retryRatioMax, retriesPerSecondMin = retriesPerSecondMinDefault } = options;
    this.#requests = new TimeWindow(windowMs, clock);
    this.#retries = new TimeWindow(windowMs, clock);
    this.#retryRatioMax = retryRatioMax;
    this.#retriesMin = retryRatioMax === 0 ? 0 : (retriesPerSecondMin * windowMs) / 1_000;
  }

  /** Something was accepted, for the first time. */
  requested(): void {
    this.#requests.record(false, false);
  }

  /** Whether one more retry is within the budget; if so it is taken. */
  mayRetry(): boolean {
    this.#requests.advance();
    this.#retries.advance();
    const retriesMax = this.#requests.calls * this.#retryRatioMax + this.#retriesMin;
    if (this.#retries.calls + 1 > retriesMax) return false;
    this.#retries.record(false, false);
    return true;
  }
}
