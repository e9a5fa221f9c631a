/**
 * One tenant's sessions on this node. A session has one run at a time, in order of arrival; what
 * waits behind it waits here. How its first run finds a host is the tenant's affair.
 */
import type { Clock } from '../../shared/time/clock.ts';
import { sessionYieldMs } from './hosting-config.ts';
import type { Run } from './run.ts';
import { Session } from './session.ts';
import type { OpenTerms } from './session-port.ts';
import type { SupervisedHost } from './supervised-host.ts';

interface TenantSessionsParts {
  readonly clock: Clock;
  /** Finds a host for the first run of a session, and then calls `placeFirst`. */
  begin(run: Run): void;
  /** Its session is gone: its answer, at once. */
  lost(run: Run): void;
}

export class TenantSessions {
  readonly #parts: TenantSessionsParts;
  readonly #sessions = new Map<string, Session>();

  constructor(parts: TenantSessionsParts) {
    this.#parts = parts;
  }

  get count(): number {
    return this.#sessions.size;
  }

  all(): Session[] {
    return [...this.#sessions.values()];
  }

  get(sessionId: string): Session | undefined {
    return this.#sessions.get(sessionId);
  }

  open(terms: OpenTerms): void {
    this.#sessions.set(terms.sessionId, new Session(terms, this.#nowMs()));
  }

  /** False where there is none of the id. */
  close(sessionId: string): boolean {
    const session = this.#sessions.get(sessionId);
    if (session) this.#end(session);
    return session !== undefined;
  }

  submit(run: Run): void {
    const session = this.#of(run);
    if (!session) {
      // Not from inside its caller's own call.
      queueMicrotask(() => this.#parts.lost(run));
      return;
    }
    session.lane.push(run);
    this.#goOn(session);
  }

  /** The host has room for a session of the run's. */
  placeFirst(run: Run, host: SupervisedHost): void {
    const session = this.#of(run);
    if (!session) return this.#parts.lost(run);
    const hostSessionId = host.openSession(session.terms.memoryBytesMax);
    session.home = { host, hostSessionId };
    host.place(run, 'THREAD', { hostSessionId });
  }

  /** Its host has ended a run; `isLost` says that the scope went with it. */
  ended(run: Run, isLost: boolean): void {
    const session = this.#of(run);
    if (session?.running !== run) return;
    session.running = undefined;
    session.runsEnded++;
    session.used(this.#nowMs());
    if (isLost || session.leftMs(this.#nowMs()) <= 0) this.#end(session);
    else this.#goOn(session);
  }

  /** A run was answered by this agent. What had been given to a host may still be at it there. */
  answered(run: Run, wasPlaced: boolean): void {
    const session = this.#of(run);
    if (session?.running !== run) return;
    session.running = undefined;
    if (wasPlaced) this.#end(session);
    else this.#goOn(session);
  }

  hostLost(host: SupervisedHost): void {
    for (const session of this.all()) if (session.home?.host === host) this.#end(session);
  }

  /** Somebody else waits for the host: what has not been used of late gives way. */
  giveWay(host: SupervisedHost): void {
    const nowMs = this.#nowMs();
    for (const session of this.all())
      if (session.home?.host === host && session.idleMs(nowMs) >= sessionYieldMs)
        this.#end(session);
  }

  tick(nowMs: number): void {
    for (const session of this.all())
      if (session.running) continue;
      else if (session.isOver(nowMs)) this.#end(session);
      else this.#goOn(session);
  }

  /** Runs that wait for another one of their session. */
  *waiting(): Generator<Run> {
    for (const { lane } of this.all()) yield* lane;
  }

  #of({ execution }: Run): Session | undefined {
    return execution.sessionId === undefined ? undefined : this.#sessions.get(execution.sessionId);
  }

  #goOn(session: Session): void {
    const run = session.lane.first;
    const { home } = session;
    if (session.running || !run) return;
    // Full of codes that are in use: it is looked at again.
    if (home && !home.host.hasRoomFor(run)) return;
    session.lane.remove(run);
    session.running = run;
    if (home) home.host.place(run, 'THREAD', { hostSessionId: home.hostSessionId });
    else this.#parts.begin(run);
  }

  #end(session: Session): void {
    this.#sessions.delete(session.terms.sessionId);
    const { running, home } = session;
    const placement = running?.placement;
    if (placement) placement.host.requestStop(placement, 'CANCELLED', 'CANCEL');
    else if (running) running.lane?.remove(running);
    home?.host.closeSession(home.hostSessionId);
    if (running) this.#parts.lost(running);
    for (const run of session.lane) {
      session.lane.remove(run);
      this.#parts.lost(run);
    }
  }

  #nowMs(): number {
    return this.#parts.clock.nowMs();
  }
}
