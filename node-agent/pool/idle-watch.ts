/**
 * Looks after a host that nobody uses, or that has sessions and no runs. It prepares itself for the
 * next run and then sleeps; one that goes on computing does so for somebody who is not charged for
 * it, and one that goes on holding far more than a new one would keeps it from the others on the machine.
 *
 *   off ──begin──▶ looking ──end──▶ off
 *                     ├── it computed for most of the time between so many looks: found
 *                     └── it has rested, and holds too much: found
 */
import type { Clock, Timer } from '../../shared/time/clock.ts';

const lookEveryMs = 1_000;
/** Collecting garbage and compiling what was left half done may take some of it. */
const busyShareMax = 0.5;
/** After this V8 has collected what it will. */
const restMs = 10_000;
/**
 * Looks in a row that find it computing, of one that has sessions: those are lost with it, and V8
 * may go on for seconds to compile what a run of theirs has left.
 */
export const busyLooksWithSessions = 10;

/** A new host holds half of it, one that has done honest work three quarters. */
const restResidentBytesMax = 112 * 1024 * 1024;

interface IdleHost {
  readonly cpuUs: () => number | undefined;
  /** What it holds too much of, for people; undefined where it does not. */
  readonly excess: () => string | undefined;
  readonly found: (what: string) => void;
  /** So many looks in a row must find it computing. */
  readonly busyLooks: number;
}

export class IdleWatch {
  readonly #clock: Clock;
  readonly #host: IdleHost;
  #sinceMs = 0;
  #busyLooks = 0;
  #timer: Timer | undefined;

  constructor(clock: Clock, host: IdleHost) {
    this.#clock = clock;
    this.#host = host;
  }

  begin(): void {
    if (this.#timer) return;
    this.#sinceMs = this.#clock.nowMs();
    this.#busyLooks = 0;
    this.#timer = this.#clock.setTimer(lookEveryMs, () => {
      // What was half done when it became idle is done by now.
      this.#lookAgain(this.#host.cpuUs() ?? 0);
    });
  }

  end(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
  }

  #lookAgain(cpuUsBefore: number): void {
    this.#timer = this.#clock.setTimer(lookEveryMs, () => {
      const cpuUs = this.#host.cpuUs() ?? 0;
      const busyMs = (cpuUs - cpuUsBefore) / 1000;
      this.#busyLooks = busyMs > lookEveryMs * busyShareMax ? this.#busyLooks + 1 : 0;
      const isFound = this.#busyLooks >= this.#host.busyLooks;
      const what = isFound ? `computed for ${Math.round(busyMs)} ms` : this.#excessAtRest();
      if (what === undefined) return this.#lookAgain(cpuUs);
      this.#timer = undefined;
      this.#host.found(what);
    });
  }

  #excessAtRest(): string | undefined {
    return this.#clock.nowMs() - this.#sinceMs < restMs ? undefined : this.#host.excess();
  }
}

/** Of a host that may keep `guestBytes` for its guests, such as their warm isolates. */
export function excessAtRest(residentBytes: number, guestBytes: number): string | undefined {
  if (residentBytes <= restResidentBytesMax + guestBytes) return undefined;
  return `held ${Math.round(residentBytes / 2 ** 20)} MB`;
}
