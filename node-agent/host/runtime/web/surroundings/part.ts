/** What a program can know of where it runs, and tell it: little. */
import { EventTarget } from '../events/part.ts';
import { epochMsNow, fail, guestMsNow, runNumberNow } from '../kit.ts';
import { asInterface, requireArguments } from '../webidl.ts';

const key = Symbol('made here');

/** Its clock is the run's own, a millisecond fine, and stands still where that does. */
class PerformanceClass extends EventTarget {
  #timeOrigin = 0;
  #timeOriginOfRun = -1;

  constructor(given?: symbol) {
    if (given !== key) throw new TypeError('Illegal constructor');
    super();
  }

  /** When the run began: a module that is kept has many. */
  get timeOrigin(): number {
    if (this.#timeOriginOfRun !== runNumberNow()) {
      this.#timeOriginOfRun = runNumberNow();
      this.#timeOrigin = epochMsNow() - guestMsNow();
    }
    return this.#timeOrigin;
  }

  now(): number {
    void this.#timeOrigin;
    return guestMsNow();
  }

  toJSON(): { timeOrigin: number } {
    return { timeOrigin: this.timeOrigin };
  }
}

class NavigatorClass {
  readonly #userAgent = 'Isopod';

  constructor(given?: symbol) {
    if (given !== key) throw new TypeError('Illegal constructor');
  }

  get userAgent(): string {
    return this.#userAgent;
  }
}

/** As an error in a timer does, it ends the run. */
export function reportError(error: unknown): void {
  requireArguments(arguments.length, 1, 'reportError');
  fail(error);
}

export const Performance = asInterface(PerformanceClass, 'Performance');
export const Navigator = asInterface(NavigatorClass, 'Navigator');
export const performance = new PerformanceClass(key);
export const navigator = new NavigatorClass(key);
