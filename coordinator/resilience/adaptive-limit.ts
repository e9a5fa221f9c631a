/**
 * How many runs a node is given at once, found by how long they wait for it: Gradient2 of Netflix's
 * concurrency-limits. While a run's delay is what it usually is, the limit grows by the root of
 * itself; when delays grow, it shrinks with their ratio. What cannot be begun then waits in the
 * coordinator's queue, where it can go elsewhere, and where the order is fair.
 *
 * The delay is what a run spends beside its own time: on the way, and waiting for a host. Delays
 * below a host's start are not congestion, whatever their ratio.
 *
 * Interactive runs are sure of nine tenths of the limit and batch runs of one tenth; each may use
 * what the other leaves.
 */

import type { Clock } from '../../shared/time/clock.ts';
import type { RunClass } from './run-class.ts';

export interface AdaptiveLimitOptions {
  readonly limitMin: number;
  readonly limitMax: number;
}

const shareOf: Readonly<Record<RunClass, number>> = { interactive: 0.9, batch: 0.1 };

/** The shortest delay that can be one of congestion. */
const delayMsMin = 100;
/** How many times the usual delay is still usual. */
const tolerance = 1.5;
/** Of one look's result. */
const smoothing = 0.2;
/** The usual delay is that of the last so many looks, roughly. */
const usualLooks = 600;
/** A look is at so many runs at least, of so long at least. */
const samplesMin = 10;
const lookMsMin = 200;
/** The usual delay comes down faster than it would, after a time that was not usual. */
const recoveryRatio = 2;
const recoveryFactor = 0.95;

export class AdaptiveLimit {
  readonly #options: AdaptiveLimitOptions;
  readonly #clock: Clock;
  #limit: number;
  /** Of the look that is being taken. */
  #sinceMs: number;
  #samples = 0;
  #delaySumMs = 0;
  #inFlightMax = 0;
  #usualDelayMs = 0;
  #looks = 0;

  /** Begins with the most: nothing is known yet that speaks against it. */
  constructor(options: AdaptiveLimitOptions, clock: Clock) {
    this.#options = options;
    this.#limit = options.limitMax;
    this.#clock = clock;
    this.#sinceMs = clock.nowMs();
  }

  /** A whole number. */
  get limit(): number {
    return Math.floor(this.#limit);
  }

  /** Whether one more run of a class may begin, with so many of each in flight. */
  hasRoom(runClass: RunClass, inFlight: Readonly<Record<RunClass, number>>): boolean {
    const { limit } = this;
    if (inFlight.interactive + inFlight.batch < limit) return true;
    return inFlight[runClass] < Math.floor(limit * shareOf[runClass]);
  }

  /** A run has ended, after `delayMs` beside its own time, of `inFlight` runs. */
  sample(delayMs: number, inFlight: number): void {
    this.#samples++;
    this.#delaySumMs += delayMs;
    if (inFlight > this.#inFlightMax) this.#inFlightMax = inFlight;
    if (this.#samples < samplesMin) return;
    const nowMs = this.#clock.nowMs();
    if (nowMs - this.#sinceMs < lookMsMin) return;
    this.#look(Math.max(delayMsMin, this.#delaySumMs / this.#samples));
    this.#sinceMs = nowMs;
    this.#samples = 0;
    this.#delaySumMs = 0;
    this.#inFlightMax = 0;
  }

  /** Nothing waits on the node, so it is not the limit that keeps its runs from waiting. */
  relax(): void {
    this.#limit = Math.min(this.#options.limitMax, 2 * this.#limit);
  }

  #look(delayMs: number): void {
    this.#looks = Math.min(usualLooks, this.#looks + 1);
    this.#usualDelayMs += (delayMs - this.#usualDelayMs) / this.#looks;
    if (this.#usualDelayMs / delayMs > recoveryRatio) this.#usualDelayMs *= recoveryFactor;
    // Where half of it is not used it is not what limits anything.
    if (this.#inFlightMax < this.#limit / 2) return;
    const gradient = Math.max(0.5, Math.min(1, (tolerance * this.#usualDelayMs) / delayMs));
    const aim = this.#limit * gradient + Math.sqrt(this.#limit);
    const { limitMin, limitMax } = this.#options;
    const smoothed = this.#limit * (1 - smoothing) + aim * smoothing;
    this.#limit = Math.max(limitMin, Math.min(limitMax, smoothed));
  }
}
