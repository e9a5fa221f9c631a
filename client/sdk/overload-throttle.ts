/**
 * Keeps a client from asking a cluster that refuses most of what it is asked: refusals cost a cluster,
 * too, and one that does nothing but refuse gets nothing done. Adaptive throttling of clients (Beyer et
 * al., Site Reliability Engineering, 2016, chapter 21): of `requests`, of which `accepts` were accepted,
 * the next one is not sent with a probability of max(0, (requests - 2 accepts) / (requests + 1)). So
 * twice what is accepted is still sent, and the client sees at once when more is.
 *
 * What counts is answered requests, and those that were not sent; not those that are under way. A
 * client that asks for little sends everything.
 */
import { IsopodError } from '../../shared/errors/isopod-error.ts';
import type { Random } from '../../shared/random/random.ts';
import { TimeWindow } from '../../shared/resilience/time-window.ts';
import type { Clock } from '../../shared/time/clock.ts';

interface OverloadThrottleParts {
  readonly clock: Clock;
  readonly random: Random;
}

const windowMs = 2_000;
/** Below so many in the window everything is sent. */
const requestsMin = 100;
const acceptsFactor = 2;
/** A tenth is sent in any case, or a client of a cluster that is idle again would be slow to see it. */
const refusalRatioMax = 0.9;

export class OverloadThrottle {
  readonly #random: Random;
  /** A fault is a request that was not accepted. */
  readonly #window: TimeWindow;
  #lastRefusal: IsopodError | undefined;

  constructor({ clock, random }: OverloadThrottleParts) {
    this.#random = random;
    this.#window = new TimeWindow(windowMs, clock);
  }

  /** Why a request is not to be sent now; undefined where it is. */
  refusal(): IsopodError | undefined {
    if (!this.#lastRefusal) return undefined;
    this.#window.advance();
    const { calls, faults } = this.#window;
    if (calls < requestsMin) return undefined;
    const ratio = Math.min(refusalRatioMax, refusalRatio(calls, calls - faults));
    if (this.#random.next() >= ratio) return undefined;
    this.#window.record(true, false);
    const { reason, retryAfterMs } = this.#lastRefusal;
    const message = `Could not send the execution: the cluster refuses most, ${faults} of ${calls}`;
    return new IsopodError(reason, message, retryAfterMs === undefined ? {} : { retryAfterMs });
  }

  /** What a request that was sent came to: nothing, or how it failed. */
  answered(error?: unknown): void {
    const isRefusal = error instanceof IsopodError && isOverload(error);
    if (isRefusal) this.#lastRefusal = error;
    this.#window.record(isRefusal, false);
  }
}

/** How many of the next requests are not to be sent, from 0 to 1, by the formula. */
export function refusalRatio(requests: number, accepts: number): number {
  return Math.max(0, (requests - acceptsFactor * accepts) / (requests + 1));
}

/** It would be accepted were there less. */
function isOverload({ status, isRetryable }: IsopodError): boolean {
  return status === 'RESOURCE_EXHAUSTED' && isRetryable;
}
