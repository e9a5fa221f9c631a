/**
 * One run that the agent sent, and the phase it is in.
 *
 *   queued ──▶ executing ◀──▶ parked         parked: its isolate waits for a timer or a reply
 *      │           │ ▲          │
 *      │           │ └── due ◀──┘            due: that has come, the thread is taken
 *      └───────────┴──────┴──────▶ ended
 */
import type { Timer } from '../../../shared/time/clock.ts';
import type { RunFrame } from '../../frames/frame.ts';
import type { Code } from '../programs/code.ts';
import type { StopWord } from './ending.ts';
import type { GuestSession } from './guest-session.ts';

export type RunPhase =
  | { readonly name: 'queued' }
  /** `session` is undefined while the program is read; `verdict` is why it is being stopped. */
  | { readonly name: 'executing'; readonly session?: GuestSession; readonly verdict?: StopWord }
  | {
      readonly name: 'parked';
      readonly session: GuestSession;
      readonly timer: Timer;
      /** Set while it waits for a reply: since when. */
      readonly waitsSinceMs: number | undefined;
    }
  | { readonly name: 'due'; readonly session: GuestSession }
  | { readonly name: 'ended' };

export class GuestRun {
  readonly frame: RunFrame;
  readonly code: Code;
  phase: RunPhase = { name: 'queued' };
  /** Of the machine's clock, when it was begun. */
  startedAtMs = 0;
  cpuUs = 0;
  logBytes = 0;
  hasParked = false;
  /** That it has waited for replies, and done nothing else. */
  callWaitUs = 0;

  constructor(frame: RunFrame, code: Code) {
    this.frame = frame;
    this.code = code;
  }

  get runId(): number {
    return this.frame.runId;
  }

  /** The limit it has passed, if any: a result that comes late has passed it too. */
  exceeded(nowMs: number, cpuUs = this.cpuUs): StopWord | undefined {
    if (cpuUs > this.frame.limits.cpuUsMax) return 'CPU_EXCEEDED';
    return this.wallUsLeft(nowMs) < 0 ? 'WALL_EXCEEDED' : undefined;
  }

  /** Until its wall time is over, were it to wait for no more replies; negative when it is. */
  wallUsLeft(nowMs: number): number {
    const { wallUsMax, hostCallWaitUsMax } = this.frame.limits;
    return wallUsMax + Math.min(this.callWaitUs, hostCallWaitUsMax) - this.wallUs(nowMs);
  }

  /** That it may yet wait for replies without its wall time passing. */
  get callWaitUsLeft(): number {
    return Math.max(0, this.frame.limits.hostCallWaitUsMax - this.callWaitUs);
  }

  /** It is not parked any more: a wait for a reply is over. */
  unparked(nowMs: number): void {
    if (this.phase.name !== 'parked' || this.phase.waitsSinceMs === undefined) return;
    this.callWaitUs += Math.max(0, Math.round((nowMs - this.phase.waitsSinceMs) * 1_000));
  }

  wallUs(nowMs: number): number {
    return Math.max(0, Math.round((nowMs - this.startedAtMs) * 1_000));
  }
}
