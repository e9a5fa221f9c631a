/**
 * Where a tenant's runs wait, by what they need: SLICE and THREAD share the tenant's hosts, SESSION
 * is the first run of a session, whose later ones follow it; ALONE
 * must have a new host for each run, APART shall have one because its code harms its neighbours
 * (code-harm.ts). Which lane a run belongs to may change while it waits.
 */
import type { Clock } from '../../shared/time/clock.ts';
import { companyMsMax } from './hosting-config.ts';
import type { Run } from './run.ts';
import { RunLane } from './run-lane.ts';

export type LaneName = 'SLICE' | 'THREAD' | 'SESSION' | 'ALONE' | 'APART';

export class TenantLanes implements Readonly<Record<LaneName, RunLane>> {
  readonly SLICE = new RunLane();
  readonly THREAD = new RunLane();
  readonly SESSION = new RunLane();
  readonly ALONE = new RunLane();
  readonly APART = new RunLane();
  readonly #clock: Clock;
  /** Whether there would be a host left for the others. */
  readonly #mayKeepApart: boolean;
  /** When a run came that does its neighbours no harm. */
  #companyAtMs = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock, hostsPerTenantMax: number) {
    this.#clock = clock;
    this.#mayKeepApart = hostsPerTenantMax > 1;
  }

  get count(): number {
    return this.sharedCount + this.ALONE.count + this.APART.count;
  }

  get sharedCount(): number {
    return this.SLICE.count + this.THREAD.count + this.SESSION.count;
  }

  /** Whether there are runs, or were of late, from which harmful ones are to be kept apart. */
  get hasCompany(): boolean {
    return this.#clock.nowMs() - this.#companyAtMs < companyMsMax;
  }

  /** Whether the first run of a session was here before what else waits for shared hosts. */
  get isSessionNext(): boolean {
    const { first } = this.SESSION;
    if (!first) return false;
    const isOlder = (other: Run | undefined): boolean =>
      other !== undefined && other.acceptedAtMs < first.acceptedAtMs;
    return !isOlder(this.SLICE.first) && !isOlder(this.THREAD.first);
  }

  nameFor(run: Run): LaneName {
    if (run.execution.sessionId !== undefined) return 'SESSION';
    if (run.isAlone) return 'ALONE';
    if (this.#mayKeepApart && run.code.harm.isApart && this.hasCompany) return 'APART';
    const isShort = run.execution.isolation === 'POOLED' && run.code.isProvenShort;
    return isShort ? 'SLICE' : 'THREAD';
  }

  /** A new one. */
  enter(run: Run): void {
    if (!run.isAlone && !run.code.harm.isApart) this.#companyAtMs = run.acceptedAtMs;
    this[this.nameFor(run)].push(run);
  }

  /** One that had been taken from here. */
  putBack(run: Run): void {
    this[this.nameFor(run)].pushFront(run);
  }

  /** Each in turn; the one that is given may be removed meanwhile. */
  *[Symbol.iterator](): Generator<Run> {
    for (const lane of [this.SLICE, this.THREAD, this.SESSION, this.ALONE, this.APART]) yield* lane;
  }
}
