/**
 * What a node's reports make of its weight, as gRPC's weighted_round_robin does (gRFC A58):
 * weight = rate / (utilization + faults/rate · penalty). A node that answers more for the same use of
 * its machine can be given more.
 *
 * A weight counts from `blackoutMs` after the first report on, since the first ones tell of a machine
 * that is warming up, and until `expiryMs` after the last. A report of a rate or a use of nothing says
 * nothing.
 */

/** All three from A58's defaults. */
const blackoutMs = 10_000;
const expiryMs = 180_000;
const faultPenalty = 1;

export interface LoadReport {
  /** Runs ended, a second. */
  readonly ratePerS: number;
  /** 0 to 1 and a little above. */
  readonly utilization: number;
  /** Of the runs ended, those that failed by the node's own fault, a second. */
  readonly faultsPerS: number;
}

export class LoadReports {
  #weight = 0;
  #firstAtMs = Number.POSITIVE_INFINITY;
  #lastAtMs = Number.NEGATIVE_INFINITY;

  add({ ratePerS, utilization, faultsPerS }: LoadReport, nowMs: number): void {
    const use = utilization + (ratePerS > 0 ? (faultsPerS / ratePerS) * faultPenalty : 0);
    if (!(ratePerS > 0) || !(use > 0)) return;
    if (this.#isExpired(nowMs)) this.#firstAtMs = nowMs;
    this.#lastAtMs = nowMs;
    this.#weight = ratePerS / use;
  }

  /** Undefined where there is none to go by. */
  weight(nowMs: number): number | undefined {
    if (this.#isExpired(nowMs) || nowMs - this.#firstAtMs < blackoutMs) return undefined;
    return this.#weight;
  }

  /** One that stayed away that long begins anew. */
  #isExpired(nowMs: number): boolean {
    return nowMs - this.#lastAtMs >= expiryMs;
  }
}
