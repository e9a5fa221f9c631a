/**
 * Calls to a server that may be slow or gone: each has a time limit, and a breaker says whether it is
 * made at all. Whoever calls goes on without an answer where there is none.
 */
import type { Clock } from '../../shared/time/clock.ts';
import { withinTime } from './within-time.ts';

/** Makes a call, or throws without making it, as the server's circuit breaker says. */
export type Guarded = <Result>(call: () => Promise<Result>) => Promise<Result>;

interface LimitedCallsParts {
  readonly clock: Clock;
  readonly guarded: Guarded;
  readonly callMsMax: number;
}

export class LimitedCalls {
  readonly clock: Clock;
  readonly #guarded: Guarded;
  readonly #callMsMax: number;

  constructor({ clock, guarded, callMsMax }: LimitedCallsParts) {
    this.clock = clock;
    this.#guarded = guarded;
    this.#callMsMax = callMsMax;
  }

  /** Undefined when it failed, took too long, or was not made. */
  async try<Result>(call: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await this.#guarded(() => withinTime(call(), this.#callMsMax, this.clock, tooLate));
    } catch {
      return undefined;
    }
  }
}

const tooLate = (): Error => new Error('Could not wait for an answer: its time is over');
