/**
 * One session on this node: a scope that its runs share, one after the other.
 *
 *   new ──first run is placed──▶ at home in a host ──▶ ended
 *     └── closed, or over ──────────┴── closed, over, its host lost, or a run left it unfit ──▲
 *
 * Before its first run there is nothing that could be lost. After that it stays in one host, and
 * what happens to that ends it: a session never begins anew unsaid.
 */
import type { Run } from './run.ts';
import { RunLane } from './run-lane.ts';
import type { OpenTerms } from './session-port.ts';
import type { SupervisedHost } from './supervised-host.ts';

/** Where its isolate is. */
interface SessionHome {
  readonly host: SupervisedHost;
  /** Its number there. */
  readonly hostSessionId: number;
}

export class Session {
  readonly terms: OpenTerms;
  readonly openedAtMs: number;
  /** Its runs that wait for the one that it has. */
  readonly lane = new RunLane();
  home: SessionHome | undefined;
  /** The run that it has: in its host, or on the way to its first one. */
  running: Run | undefined;
  runsEnded = 0;
  #usedAtMs: number;

  constructor(terms: OpenTerms, nowMs: number) {
    this.terms = terms;
    this.openedAtMs = nowMs;
    this.#usedAtMs = nowMs;
  }

  used(nowMs: number): void {
    this.#usedAtMs = nowMs;
  }

  /** How long it has had nothing to do; 0 while it has. */
  idleMs(nowMs: number): number {
    return this.running || this.lane.count > 0 ? 0 : nowMs - this.#usedAtMs;
  }

  /** Whether its time is over. */
  isOver(nowMs: number): boolean {
    return this.leftMs(nowMs) <= 0 || this.idleMs(nowMs) >= this.terms.idleMs;
  }

  /** Of its life, in milliseconds. */
  leftMs(nowMs: number): number {
    return this.openedAtMs + this.terms.ttlMs - nowMs;
  }
}
