/**
 * One run that the agent sent, and the phase it is in.
 *
 *   queued ──▶ executing ◀──▶ parked         parked: its isolate waits for a timer
 *      │           │ ▲          │
 *      │           │ └── due ◀──┘            due: the timer fired, the thread is taken
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
  | { readonly name: 'parked'; readonly session: GuestSession; readonly timer: Timer }
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

  constructor(frame: RunFrame, code: Code) {
    this.frame = frame;
    this.code = code;
  }

  get runId(): number {
    return this.frame.runId;
  }

  /** The limit it has passed, if any: a result that comes late has passed it too. */
  exceeded(nowMs: number, cpuUs = this.cpuUs): StopWord | undefined {
    const { cpuUsMax, wallUsMax } = this.frame.limits;
    if (cpuUs > cpuUsMax) return 'CPU_EXCEEDED';
    return this.wallUs(nowMs) > wallUsMax ? 'WALL_EXCEEDED' : undefined;
  }

  wallUs(nowMs: number): number {
    return Math.max(0, Math.round((nowMs - this.startedAtMs) * 1_000));
  }
}
