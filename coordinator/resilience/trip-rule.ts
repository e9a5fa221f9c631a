/** When a breaker is to open: the rates of the calls in its window. */

import type { CallWindow } from '../../shared/resilience/call-window.ts';
import { TimeWindow } from '../../shared/resilience/time-window.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { BreakerConfig } from './breaker-config.ts';
import { CountWindow } from './count-window.ts';

/** Why it opened. */
type TripReason = 'FAULTS' | 'SLOW';

export class TripRule {
  readonly #config: BreakerConfig;
  readonly #window: CallWindow;

  constructor(config: BreakerConfig, clock: Clock) {
    this.#config = config;
    const { window } = config;
    this.#window =
      window.kind === 'count'
        ? new CountWindow(window.calls)
        : new TimeWindow(window.windowMs, clock);
  }

  get calls(): number {
    return this.#window.calls;
  }

  get faults(): number {
    return this.#window.faults;
  }

  get slow(): number {
    return this.#window.slow;
  }

  record(isFault: boolean, durationMs: number): void {
    this.#window.record(isFault, this.isSlow(durationMs));
  }

  advance(): void {
    this.#window.advance();
  }

  isSlow(durationMs: number): boolean {
    return durationMs >= this.#config.slowCallMsMin;
  }

  /** Undefined while it may stay closed. */
  broken(): TripReason | undefined {
    const { calls, faults, slow } = this.#window;
    return calls < this.#config.callsMin ? undefined : this.brokenBy(faults, slow, calls);
  }

  /** The same of so many calls, however few. */
  brokenBy(faults: number, slow: number, calls: number): TripReason | undefined {
    const { faultRatioMax, slowRatioMax } = this.#config;
    if (faults >= faultRatioMax * calls) return 'FAULTS';
    return slow >= slowRatioMax * calls ? 'SLOW' : undefined;
  }

  clear(): void {
    this.#window.clear();
  }
}
