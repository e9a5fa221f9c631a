/** What came of a check lately, and how long it took. */
import type { CheckLatency, CheckResult } from '../../../shared/health/health-report.ts';

const resultsMax = 60;
const noLatency: CheckLatency = { lastMs: 0, meanMs: 0, p95Ms: 0, maxMs: 0 };

export class CheckHistory {
  readonly #results: CheckResult[] = [];

  add(result: CheckResult): void {
    this.#results.push(result);
    if (this.#results.length > resultsMax) this.#results.shift();
  }

  /** The oldest first. */
  get results(): readonly CheckResult[] {
    return this.#results;
  }

  get last(): CheckResult | undefined {
    return this.#results.at(-1);
  }

  get latency(): CheckLatency {
    const sorted = this.#results.map(({ latencyMs }) => latencyMs).toSorted((a, b) => a - b);
    const last = this.last;
    if (!last) return noLatency;
    return {
      lastMs: last.latencyMs,
      meanMs: sorted.reduce((sum, ms) => sum + ms, 0) / sorted.length,
      p95Ms: sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0,
      maxMs: sorted.at(-1) ?? 0,
    };
  }
}
