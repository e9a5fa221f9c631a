/**
 * Time that jumps from one event to the next, without waiting and without promises: a million events
 * take a second. Events of one moment come in the order in which they were set.
 */
import type { Clock, Timer } from '../../shared/time/clock.ts';

interface Event {
  readonly atMs: number;
  readonly order: number;
  /** Undefined when it was cancelled. */
  happen: (() => void) | undefined;
}

export class SimulatedClock implements Clock {
  #nowMs = 0;
  #order = 0;
  /** A heap: each not later than those at 2i+1 and 2i+2. */
  readonly #events: Event[] = [];

  nowMs(): number {
    return this.#nowMs;
  }

  epochMs(): number {
    return this.#nowMs;
  }

  setTimer(delayMs: number, happen: () => void): Timer {
    const event: Event = { atMs: this.#nowMs + delayMs, order: this.#order++, happen };
    this.#push(event);
    return {
      cancel: () => {
        event.happen = undefined;
      },
    };
  }

  /** Until `isOver`, or until nothing is left to happen. */
  run(isOver: () => boolean): void {
    while (!isOver()) {
      const event = this.#pop();
      if (!event) return;
      this.#nowMs = event.atMs;
      event.happen?.();
    }
  }

  #push(event: Event): void {
    const events = this.#events;
    let at = events.length;
    events.push(event);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = events[parent];
      if (!above || !isEarlier(event, above)) break;
      events[at] = above;
      at = parent;
    }
    events[at] = event;
  }

  #pop(): Event | undefined {
    const events = this.#events;
    const first = events[0];
    const last = events.pop();
    if (!last || events.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      let below = events[child];
      if (!below) break;
      const right = events[child + 1];
      if (right && isEarlier(right, below)) {
        child++;
        below = right;
      }
      if (!isEarlier(below, last)) break;
      events[at] = below;
      at = child;
    }
    events[at] = last;
    return first;
  }
}

function isEarlier(a: Event, b: Event): boolean {
  return a.atMs < b.atMs || (a.atMs === b.atMs && a.order < b.order);
}
