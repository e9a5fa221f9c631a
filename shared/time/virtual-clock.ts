/**
 * A clock that moves only when told to. Timers fire in the order of their due time, and of
 * their setting where two are due together; microtasks run between two timers.
 */
import type { Clock, Timer } from './clock.ts';

interface PendingTimer {
  readonly dueMs: number;
  readonly order: number;
  readonly callback: () => void;
}

export class VirtualClock implements Clock {
  #nowMs: number;
  readonly #epochOffsetMs: number;
  #order = 0;
  readonly #pending = new Set<PendingTimer>();

  constructor({ nowMs = 0, epochMs = Date.UTC(2026, 0, 1) } = {}) {
    this.#nowMs = nowMs;
    this.#epochOffsetMs = epochMs - nowMs;
  }

  nowMs(): number {
    return this.#nowMs;
  }

  epochMs(): number {
    return this.#nowMs + this.#epochOffsetMs;
  }

  setTimer(delayMs: number, callback: () => void): Timer {
    const timer = { dueMs: this.#nowMs + Math.max(0, delayMs), order: this.#order++, callback };
    this.#pending.add(timer);
    return { cancel: () => this.#pending.delete(timer) };
  }

  /** How many timers wait: a test's check that nothing was left behind. */
  get timersPending(): number {
    return this.#pending.size;
  }

  /** Moves time forward, firing what falls due on the way, and lets promises settle. */
  async advance(byMs: number): Promise<void> {
    const untilMs = this.#nowMs + byMs;
    await settlePromises();
    for (let next = this.#nextDue(untilMs); next; next = this.#nextDue(untilMs)) {
      this.#pending.delete(next);
      this.#nowMs = Math.max(this.#nowMs, next.dueMs);
      next.callback();
      await settlePromises();
    }
    this.#nowMs = untilMs;
  }

  /** Time passes while nothing runs, as on a machine too busy: what falls due will fire late. */
  stall(byMs: number): void {
    this.#nowMs += byMs;
  }

  #nextDue(untilMs: number): PendingTimer | undefined {
    let next: PendingTimer | undefined;
    for (const timer of this.#pending) {
      if (timer.dueMs > untilMs) continue;
      if (!next || timer.dueMs < next.dueMs) next = timer;
      else if (timer.dueMs === next.dueMs && timer.order < next.order) next = timer;
    }
    return next;
  }
}

function settlePromises(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
