/**
 * Whether what comes is let into the queue at all. After CoDel (RFC 8289): a queue that is long for a
 * moment takes up a burst; one that stays long only makes all wait. Unlike there nothing is dropped that
 * waits already, for who is refused shall know at once:
 *
 *   calm ──for an interval some that left had waited above the goal──▶ overloaded
 *     ▲── for an interval none had, or nothing waits ───────────────────┘
 *
 * While it is overloaded what would wait beyond the goal is refused: by its own place in line, so
 * tenants below their share and urgent executions pass. They wait for less, which says nothing of those
 * who fill the queue: hence some, and not, as there, all.
 *
 * The refused are told to come again one after the other, as fast as the queue empties.
 */
import { DrainRate } from './drain-rate.ts';

const intervalMs = 1_000;
const retryMsMin = 100;
const retryMsMax = 5_000;
const retryMsUnknown = 1_000;
/** Estimates err; a deadline is given up for one only if it is missed by far. */
const hopelessRatio = 2;

export type OverloadVerdict = 'admit' | 'overloaded' | 'too-late';

export class Overload {
  readonly #waitMsGoal: number;
  readonly #drain = new DrainRate();
  /** When some began to leave who had waited above the goal, and when the last of them did. */
  #lateSinceMs: number | undefined;
  #lateAtMs = 0;
  /** When the next one that is refused may come again. */
  #nextSlotMs = 0;

  constructor(waitMsGoal: number) {
    this.#waitMsGoal = waitMsGoal;
  }

  /** `ahead` executions are before one that comes now, whose caller waits until `deadlineMs`. */
  judge(ahead: number, deadlineMs: number, nowMs: number): OverloadVerdict {
    const waitMs = this.expectedWaitMs(ahead);
    if (waitMs === undefined) return 'admit';
    if (waitMs > (deadlineMs - nowMs) * hopelessRatio) return 'too-late';
    return waitMs > this.#waitMsGoal && this.#isOverloaded(nowMs) ? 'overloaded' : 'admit';
  }

  /** Undefined while it is not known how fast the queue empties. */
  expectedWaitMs(ahead: number): number | undefined {
    const perMs = this.#drain.perMs;
    return perMs === undefined || ahead === 0 ? undefined : ahead / perMs;
  }

  /** One has left the queue for a node after so long. */
  taken(waitedMs: number, nowMs: number): void {
    this.#drain.taken(nowMs);
    if (waitedMs < this.#waitMsGoal) return;
    if (nowMs - this.#lateAtMs > intervalMs) this.#lateSinceMs = undefined;
    this.#lateSinceMs ??= nowMs;
    this.#lateAtMs = nowMs;
  }

  empty(): void {
    this.#drain.empty();
    this.#lateSinceMs = undefined;
  }

  /** When one that is refused now is to come again. */
  retryAfterMs(nowMs: number): number {
    const perMs = this.#drain.perMs;
    if (perMs === undefined) return retryMsUnknown;
    const isPast = this.#nextSlotMs < nowMs || this.#nextSlotMs > nowMs + retryMsMax - retryMsMin;
    this.#nextSlotMs = (isPast ? nowMs : this.#nextSlotMs) + 1 / perMs;
    return Math.min(retryMsMax, Math.ceil(retryMsMin + this.#nextSlotMs - nowMs));
  }

  #isOverloaded(nowMs: number): boolean {
    if (this.#lateSinceMs === undefined || nowMs - this.#lateAtMs > intervalMs) return false;
    return nowMs - this.#lateSinceMs >= intervalMs;
  }
}
