/**
 * Collects the agent's garbage once, when it has come to rest. V8 collects what allocation makes it
 * collect: an agent that has passed on a few large programs and then has nothing to do would hold
 * tens of megabytes of them for as long as that lasts, of memory that others on the machine want.
 *
 *   working ──no run for two looks──▶ collected ──a run──▶ working
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Clock, Timer } from '../../shared/time/clock.ts';
import { trimFreedMemory } from '../kernel/libc.ts';

const lookEveryMs = 5_000;

export class RestCollection implements Disposable {
  readonly #clock: Clock;
  readonly #runs: () => number;
  readonly #collect: () => void;
  #restingLooks = 0;
  #timer: Timer;

  /** `runs` is how many there are now. */
  constructor(clock: Clock, runs: () => number, collect: () => void) {
    this.#clock = clock;
    this.#runs = runs;
    this.#collect = collect;
    this.#timer = this.#lookLater();
  }

  [Symbol.dispose](): void {
    this.#timer.cancel();
  }

  #lookLater(): Timer {
    return this.#clock.setTimer(lookEveryMs, () => {
      this.#restingLooks = this.#runs() === 0 ? this.#restingLooks + 1 : 0;
      if (this.#restingLooks === 2) this.#collect();
      this.#timer = this.#lookLater();
    });
  }
}

/** What collects the garbage of this process and gives its memory back to the system. */
export function garbageCollector(): () => void {
  // Node shows it only behind a flag.
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  return () => {
    collect();
    trimFreedMemory();
  };
}
