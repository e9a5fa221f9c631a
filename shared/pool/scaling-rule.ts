/**
 * How many resources a pool should have. Up at once, by who waits and how many are busy; down
 * only to the most that was wanted during the stabilization window, so that a gap between two
 * bursts costs nothing (the rule of Kubernetes' horizontal autoscaler, v2).
 */
import type { PoolConfig, PoolLimits } from './pool-config.ts';

/** Idle resources to have ready beside `busy` ones. */
export function sparesWanted(busy: number, config: PoolConfig): number {
  return Math.max(config.sparesMin, Math.ceil(busy * config.sparesPerBusyRatio));
}

/** How many should live for this load; within the limits. */
export function liveWanted(
  load: { readonly busy: number; readonly waiting: number },
  limits: PoolLimits,
  config: PoolConfig,
): number {
  const wanted = load.busy + load.waiting + sparesWanted(load.busy + load.waiting, config);
  return Math.min(limits.liveMax, Math.max(limits.liveMin, wanted));
}

interface Past {
  readonly value: number;
  /** When another value took its place. */
  readonly untilMs: number;
}

/** The greatest value that held at any time during the last `windowMs`. */
export class PeakWindow {
  readonly #windowMs: number;
  #current = 0;
  /** Values fall from first to last: what is older and smaller can never be the peak again. */
  readonly #past: Past[] = [];

  constructor(windowMs: number) {
    this.#windowMs = windowMs;
  }

  record(nowMs: number, value: number): void {
    if (value !== this.#current) {
      while ((this.#past.at(-1)?.value ?? Number.POSITIVE_INFINITY) <= this.#current) {
        this.#past.pop();
      }
      this.#past.push({ value: this.#current, untilMs: nowMs });
      this.#current = value;
    }
    while ((this.#past[0]?.untilMs ?? nowMs) <= nowMs - this.#windowMs) this.#past.shift();
  }

  /** As of the last record. */
  get peak(): number {
    return Math.max(this.#current, this.#past[0]?.value ?? 0);
  }
}
