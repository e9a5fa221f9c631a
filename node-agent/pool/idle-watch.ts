/**
 * Looks after a host that nobody uses. It prepares itself for the next run and then sleeps; one
 * that goes on computing does so for somebody who is not charged for it.
 *
 *   off ──begin──▶ looking ──end──▶ off
 *                     └── it computed for most of the time between two looks: found
 */
import type { Clock, Timer } from '../../shared/time/clock.ts';

const lookEveryMs = 1_000;
/** Collecting garbage and compiling what was left half done may take some of it. */
const busyShareMax = 0.5;

export class IdleWatch {
  readonly #clock: Clock;
  readonly #cpuUs: () => number | undefined;
  readonly #found: (busyMs: number) => void;
  #timer: Timer | undefined;

  constructor(clock: Clock, cpuUs: () => number | undefined, found: (busyMs: number) => void) {
    this.#clock = clock;
    this.#cpuUs = cpuUs;
    this.#found = found;
  }

  begin(): void {
    this.#timer ??= this.#clock.setTimer(lookEveryMs, () => {
      // What was half done when it became idle is done by now.
      this.#lookAgain(this.#cpuUs() ?? 0);
    });
  }

  end(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
  }

  #lookAgain(cpuUsBefore: number): void {
    this.#timer = this.#clock.setTimer(lookEveryMs, () => {
      const cpuUs = this.#cpuUs() ?? 0;
      const busyMs = (cpuUs - cpuUsBefore) / 1000;
      if (busyMs <= lookEveryMs * busyShareMax) return this.#lookAgain(cpuUs);
      this.#timer = undefined;
      this.#found(busyMs);
    });
  }
}
