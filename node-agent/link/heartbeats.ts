/** Calls back at a steady pace, counting from 1, until it is stopped. */
import type { Clock, Timer } from '../../shared/time/clock.ts';

export class Heartbeats {
  readonly #clock: Clock;
  readonly #intervalMs: number;
  readonly #send: (sequence: number) => void;
  #sequence = 0;
  #timer: Timer | undefined;

  constructor(clock: Clock, intervalMs: number, send: (sequence: number) => void) {
    this.#clock = clock;
    this.#intervalMs = intervalMs;
    this.#send = send;
  }

  /** Sends one now, and the next an interval later. */
  beat(): void {
    this.stop();
    this.#send(++this.#sequence);
    this.#timer = this.#clock.setTimer(this.#intervalMs, () => this.beat());
  }

  stop(): void {
    this.#timer?.cancel();
  }
}
