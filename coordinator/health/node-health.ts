/**
 * Whether a node is believed to be well, by its heartbeats.
 *
 *   trusted ──φ of its silence reaches the threshold──▶ suspected
 *      ▲─────────────── it is heard of again ───────────────┘
 *
 * A suspected node gets nothing new and keeps what it has: a machine that was stopped for some
 * seconds goes on where it was. One that stays silent is given up by its roster, and one whose stream
 * breaks is gone at once; neither is decided here. All times are a LoopWatch's.
 */
import { HeartbeatPace } from './phi-accrual.ts';

/** Akka's and Cassandra's default. With a heartbeat each second: after 4.5 s of silence. */
export const suspicionPhi = 8;

export type NodeTrust = 'trusted' | 'suspected';

export class NodeHealth {
  readonly #pace: HeartbeatPace;
  #heartbeatAtMs: number;
  #trust: NodeTrust = 'trusted';

  /** The agent has just been welcomed and told how often to send heartbeats. */
  constructor(heartbeatIntervalMs: number, nowMs: number) {
    this.#pace = new HeartbeatPace(heartbeatIntervalMs);
    this.#heartbeatAtMs = nowMs;
  }

  get trust(): NodeTrust {
    return this.#trust;
  }

  phi(silentMs: number): number {
    return this.#pace.phi(silentMs);
  }

  silentMs(nowMs: number): number {
    return nowMs - this.#heartbeatAtMs;
  }

  heartbeat(nowMs: number): void {
    const intervalMs = this.silentMs(nowMs);
    this.#heartbeatAtMs = nowMs;
    // What was a failure is no pace; and two that come at once, after one that was late, neither.
    if (this.#trust === 'trusted' && intervalMs > 0) this.#pace.add(intervalMs);
    this.#trust = 'trusted';
  }

  /** Returns whether that has changed its trust. */
  judge(silentMs: number): boolean {
    const before = this.#trust;
    this.#trust = this.phi(silentMs) >= suspicionPhi ? 'suspected' : 'trusted';
    return before !== this.#trust;
  }
}
