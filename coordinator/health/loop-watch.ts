/**
 * How long this process could listen. While its own event loop stands still, messages lie unread
 * and timers fire late; whoever counts a peer's silence by `nowMs` of this does not count that time
 * (what HashiCorp's Lifeguard does by its local health: first doubt yourself).
 */
import type { Clock, Timer } from '../../shared/time/clock.ts';

/** How often the loop is seen to turn. */
export const turnEveryMs = 100;

interface LoopWatchParts {
  readonly clock: Clock;
  /** The loop has turned, so many milliseconds after it should have. */
  readonly turned: (lateMs: number) => void;
}

export class LoopWatch {
  readonly #parts: LoopWatchParts;
  #timer: Timer | undefined;
  #dueMs = Number.POSITIVE_INFINITY;
  #lateMsTotal = 0;

  constructor(parts: LoopWatchParts) {
    this.#parts = parts;
  }

  /** Monotonic milliseconds, without those in which the loop was watched and stood still. */
  nowMs(): number {
    return Math.min(this.#parts.clock.nowMs(), this.#dueMs) - this.#lateMsTotal;
  }

  /** Idempotent. */
  start(): void {
    if (this.#timer) return;
    const { clock } = this.#parts;
    this.#dueMs = clock.nowMs() + turnEveryMs;
    this.#timer = clock.setTimer(turnEveryMs, () => this.#turn());
  }

  /** Idempotent. */
  stop(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
    this.#dueMs = Number.POSITIVE_INFINITY;
  }

  #turn(): void {
    const lateMs = Math.max(0, this.#parts.clock.nowMs() - this.#dueMs);
    this.#lateMsTotal += lateMs;
    this.stop();
    this.start();
    this.#parts.turned(lateMs);
  }
}
