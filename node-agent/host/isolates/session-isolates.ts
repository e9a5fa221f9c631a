/**
 * An isolate with one context for each session: its scope is there from one run to the next, until
 * the agent closes the session, or a run of it ends in a way that leaves the isolate unfit.
 *
 *   open ──first run──▶ made ◀──▶ lent ──clean──▶ made
 *     └── closed ──────┴── closed, or any other end ──▶ gone      (its isolate is disposed of)
 *
 * A run ends cleanly when the runtime said that it ended, or V8 that it threw: its microtasks have
 * all run then, within its own limits, and its timers and calls are forgotten. What it leaves is
 * state: a promise that a later run settles goes on in that run, at that run's cost.
 */
import { FrameError } from '../../frames/frame-error.ts';
import { hostBounds } from '../../frames/host-bounds.ts';
import type { SandboxContext, SandboxEngine } from '../engine/sandbox-engine.ts';
import type { Lease } from './lease.ts';

interface SessionIsolate {
  readonly memoryBytesMax: number;
  /** Made for the first run. */
  context: SandboxContext | undefined;
  isLent: boolean;
}

export class SessionIsolates {
  readonly #engine: SandboxEngine;
  readonly #sessions = new Map<number, SessionIsolate>();

  constructor(engine: SandboxEngine) {
    this.#engine = engine;
  }

  /** @throws FrameError when it is open already, or more are than was agreed. */
  open(sessionId: number, memoryBytesMax: number): void {
    if (this.#sessions.has(sessionId) || this.#sessions.size >= hostBounds.sessionsMax)
      throw new FrameError(
        `Session ${sessionId} could not be opened: ${this.#sessions.size} are here`,
      );
    this.#sessions.set(sessionId, { memoryBytesMax, context: undefined, isLent: false });
  }

  /** Whether its next run will find what the last one left. */
  has(sessionId: number): boolean {
    return this.#sessions.has(sessionId);
  }

  /** Undefined where it is gone, or a run has it: the agent sends one at a time. */
  lend(sessionId: number): Lease | undefined {
    const session = this.#sessions.get(sessionId);
    if (!session || session.isLent) return undefined;
    const isWarm = session.context !== undefined;
    const context = session.context ?? this.#newContext(session.memoryBytesMax);
    session.context = context;
    session.isLent = true;
    return { context, isWarm, giveBack: (isClean) => this.#takeBack(sessionId, session, isClean) };
  }

  close(sessionId: number): void {
    const session = this.#sessions.get(sessionId);
    this.#sessions.delete(sessionId);
    // The one who has it lent will give it back.
    if (session && !session.isLent) session.context?.isolate.dispose();
  }

  reset(): void {
    for (const sessionId of [...this.#sessions.keys()]) this.close(sessionId);
  }

  #takeBack(sessionId: number, session: SessionIsolate, isClean: boolean): void {
    session.isLent = false;
    const isolate = session.context?.isolate;
    if (isClean && this.#sessions.get(sessionId) === session && !isolate?.isDisposed) return;
    if (this.#sessions.get(sessionId) === session) this.#sessions.delete(sessionId);
    isolate?.dispose();
  }

  #newContext(memoryBytesMax: number): SandboxContext {
    return this.#engine.createIsolate(memoryBytesMax).createContext();
  }
}
