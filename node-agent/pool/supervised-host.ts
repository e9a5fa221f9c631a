/**
 * One sandbox host as the pool sees it: whom it serves, which runs it was given, what it holds.
 *
 *   starting ──ready──▶ idle ──serve──▶ serving ──leave──▶ idle
 *       │                │ ▲               │
 *       │           reset▼ │reset-done     │ killed, dead, or caught in a lie
 *       │             resetting            ▼
 *       └── never ready ──┴───────────▶ ending ──exited──▶ dead
 *
 * It believes a host only about the runs that host has been given, and only what can be true.
 */
import type { HostCallReply } from '../../shared/execution/host-call.ts';
import { inputOf } from '../../shared/execution/payload.ts';
import type { Clock, Timer } from '../../shared/time/clock.ts';
import type { FetchReply } from '../frames/fetch-call.ts';
import type { EntryMode, FrameFromHost, FrameToHost } from '../frames/frame.ts';
import { hostBounds } from '../frames/host-bounds.ts';
import { type HostEnd, nobodysFault } from './blame.ts';
import { CodeBook } from './code-book.ts';
import type { CodeRecord } from './code-history.ts';
import { diedOfItsHeap } from './dying-words.ts';
import { HostAccount, type RunListener } from './host-account.ts';
import { HostCeiling } from './host-ceiling.ts';
import type { HostExit, HostFactory, HostPort } from './host-port.ts';
import { HostRuns } from './host-runs.ts';
import { HostSessions } from './host-sessions.ts';
import { HostWatch, type Sighting } from './host-watch.ts';
import {
  codeCharsPerHostMax,
  codesPerHost,
  idleResidentBytesMax,
  resetMsMax,
} from './hosting-config.ts';
import { busyLooksWithSessions, excessAtRest, IdleWatch } from './idle-watch.ts';
import type { HostOccupancy } from './placing-rule.ts';
import {
  newPlacement,
  type PlacedIn,
  type Placement,
  type Run,
  type StopReason,
  type StopRequest,
} from './run.ts';
import type { RunLedger } from './run-ledger.ts';

/** The tenant that has the host. */
export interface HostUser extends RunListener {
  /** Everything that one read brought has been told. */
  settled(host: SupervisedHost): void;
  /** It is lost; what it had is to be had by `takePlacements`. */
  failed(host: SupervisedHost, end: HostEnd, detail: string): void;
}

export interface SupervisedHostParts {
  readonly clock: Clock;
  readonly ledger: RunLedger;
  readonly hostMemoryBytesMax: number;
  /** It ended while nobody used it. */
  readonly lostWhileIdle: (host: SupervisedHost, detail: string) => void;
}

/** How a run is in its host. */
interface Placing {
  /** The only one that the host will have. */
  readonly isAlone?: boolean;
  /** In a session that is open there. */
  readonly hostSessionId?: number;
}

type HostPhase =
  | { readonly name: 'starting'; readonly ready: PromiseWithResolvers<SupervisedHost> }
  | { readonly name: 'idle' }
  | { readonly name: 'serving'; readonly user: HostUser }
  | { readonly name: 'resetting'; readonly done: (isReset: boolean) => void; readonly timer: Timer }
  | { readonly name: 'ending' }
  | { readonly name: 'dead' };

export class SupervisedHost implements HostOccupancy, PlacedIn {
  readonly #parts: SupervisedHostParts;
  readonly #port: HostPort;
  readonly #watch: HostWatch;
  readonly #runs: HostRuns;
  readonly #account: HostAccount;
  readonly #ceiling: HostCeiling;
  readonly #idleWatch: IdleWatch;
  /** For while it has sessions and no runs. */
  readonly #restWatch: IdleWatch;
  readonly #codes: CodeBook;
  readonly #sessions = new HostSessions();
  readonly #send = (frame: FrameToHost): void => this.#port.send(frame);
  readonly #gone = Promise.withResolvers<void>();
  #phase: HostPhase;
  #lastRunId = 0;

  private constructor(
    factory: HostFactory,
    parts: SupervisedHostParts,
    ready: PromiseWithResolvers<SupervisedHost>,
  ) {
    this.#parts = parts;
    this.#phase = { name: 'starting', ready };
    this.#watch = new HostWatch(parts.clock.nowMs());
    this.#port = factory.start({
      frames: (frames) => this.#hear(frames),
      exited: (exit) => this.#exited(exit),
    });
    this.#runs = new HostRuns(parts.ledger);
    this.#account = new HostAccount({
      runs: this.#runs,
      watch: this.#watch,
      fail: (end, detail) => this.fail(end, detail),
    });
    this.#codes = new CodeBook(codesPerHost(parts.hostMemoryBytesMax), codeCharsPerHostMax);
    this.#ceiling = new HostCeiling(this.#port, parts.hostMemoryBytesMax);
    const idleHost = {
      cpuUs: () => this.#port.cpuUs(),
      found: (what: string) => this.fail(nobodysFault, `it ${what} though idle`),
    };
    this.#idleWatch = new IdleWatch(parts.clock, {
      ...idleHost,
      excess: () => excessAtRest(this.#port.residentBytes() ?? 0, this.#codes.warmBytes),
      busyLooks: 1,
    });
    // What it may hold of its sessions is its memory ceiling's affair.
    this.#restWatch = new IdleWatch(parts.clock, {
      ...idleHost,
      excess: () => undefined,
      busyLooks: busyLooksWithSessions,
    });
  }

  /** Resolves when it is ready; rejects when it never is, or `signal` aborts before. */
  static async start(
    factory: HostFactory,
    parts: SupervisedHostParts,
    signal: AbortSignal,
  ): Promise<SupervisedHost> {
    const ready = Promise.withResolvers<SupervisedHost>();
    const host = new SupervisedHost(factory, parts, ready);
    const abandon = (): void => ready.reject(new Error('it is not wanted any more'));
    signal.addEventListener('abort', abandon, { once: true });
    try {
      return await ready.promise;
    } catch (error) {
      await host.end();
      throw error;
    } finally {
      signal.removeEventListener('abort', abandon);
    }
  }

  get hostId(): number {
    return this.#port.hostId;
  }

  /** No runs, and no sessions: it can be given back. */
  get isEmpty(): boolean {
    return this.#runs.count === 0 && this.#sessions.count === 0;
  }

  get hasSessions(): boolean {
    return this.#sessions.count > 0;
  }

  hasRoomForSession(memoryBytesMax: number): boolean {
    return this.#sessions.hasRoomFor(memoryBytesMax);
  }

  get threads(): number {
    return this.#runs.threads;
  }

  get slices(): number {
    return this.#runs.slices;
  }

  get sliceBacklogUs(): number {
    return this.#runs.sliceBacklogUs;
  }

  get parked(): number {
    return this.#runs.parked;
  }

  get isServing(): boolean {
    return this.#phase.name === 'serving';
  }

  /** Whether it holds so much more than it may that the next run would not have its share. */
  get isBloated(): boolean {
    const residentBytes = this.#port.residentBytes() ?? 0;
    return residentBytes - this.#guestBytes > idleResidentBytesMax;
  }

  /** What its runs, and the isolates it keeps warm, may take between them. */
  get #guestBytes(): number {
    const warmBytes = this.#codes.warmCount * hostBounds.warmBytesPerCode;
    return this.#runs.memoryBytes + this.#sessions.memoryBytes + warmBytes;
  }

  placements(): MapIterator<Placement> {
    return this.#runs.values();
  }

  holds(code: CodeRecord): boolean {
    return this.#codes.holds(code);
  }

  /** Whether the code of `run` can be had here beside those of the runs it has. */
  hasRoomFor({ code, execution }: Run): boolean {
    return this.#codes.hasRoomFor(code, execution.program);
  }

  serve(user: HostUser): void {
    this.#enter({ name: 'serving', user });
  }

  /** Its user gives it back; it has no runs. */
  leave(): void {
    if (this.#phase.name === 'serving') this.#enter({ name: 'idle' });
  }

  /** Makes it forget the tenant it served. False when it does not say in time that it has. */
  reset(): Promise<boolean> {
    if (this.#phase.name !== 'idle') return Promise.resolve(false);
    return new Promise((done) => {
      const timer = this.#parts.clock.setTimer(resetMsMax, () => done(false));
      this.#enter({ name: 'resetting', done, timer });
      this.#port.send({ name: 'reset' });
    });
  }

  /** Kills it; resolves when it is reaped. */
  end(): Promise<void> {
    const phase = this.#phase;
    if (phase.name !== 'dead') {
      this.#enter({ name: 'ending' });
      this.#port.kill();
    }
    if (phase.name === 'resetting') this.#settleReset(phase, false);
    return this.#gone.promise;
  }

  // ── its runs ─────────────────────────────────────────────────────────────────────────────

  /** Makes room for a session, whose runs are placed under the number that is returned. */
  openSession(memoryBytesMax: number): number {
    const sessionId = this.#sessions.open(memoryBytesMax);
    this.#ceiling.raiseFor(this.#guestBytes);
    this.#port.send({ name: 'open-session', sessionId, memoryBytesMax });
    return sessionId;
  }

  /** Also of one that the host has lost already. */
  closeSession(sessionId: number): void {
    this.#sessions.close(sessionId);
    this.#watchRest();
    this.#port.send({ name: 'close-session', sessionId });
  }

  place(run: Run, mode: EntryMode, { isAlone = false, hostSessionId }: Placing = {}): void {
    const nowMs = this.#parts.clock.nowMs();
    if (this.#runs.count === 0) this.#watch.heard(nowMs);
    const { execution } = run;
    const { limits, determinism, toolNames } = execution;
    const code = this.#codes.use(run.code, execution.program, this.#send);
    const runId = ++this.#lastRunId;
    const placement = newPlacement({ host: this, run, runId, mode, code, sentAtMs: nowMs });
    this.#runs.add(placement);
    this.#watchRest();
    if (execution.isolation === 'POOLED') this.#codes.noteWarm(code);
    this.#ceiling.raiseFor(this.#guestBytes);
    const isolation = isAlone ? 'PROCESS' : execution.isolation;
    const { codeId } = code;
    const common = { name: 'run', runId, codeId, isolation, mode, limits } as const;
    this.#port.send({
      ...common,
      ...(determinism === undefined ? undefined : { determinism }),
      ...(toolNames === undefined ? undefined : { toolNames }),
      ...inputOf(execution),
      ...(hostSessionId === undefined ? undefined : { sessionId: hostSessionId }),
    });
  }

  requestStop(placement: Placement, word: StopRequest['word'], why: StopReason): void {
    if (placement.stop) return;
    placement.stop = { word, why, askedAtMs: this.#parts.clock.nowMs() };
    this.#port.send({ name: 'cancel', runId: placement.runId });
  }

  reply({ runId }: Placement, reply: HostCallReply): void {
    this.#port.send({ name: 'call-reply', runId, reply });
  }

  fetchReply({ runId }: Placement, reply: FetchReply): void {
    this.#port.send({ name: 'fetch-reply', runId, reply });
  }

  /** Has the host give it back, if it has not begun. */
  requestRecall(placement: Placement): void {
    if (placement.isRecalled || placement.stop) return;
    placement.isRecalled = true;
    this.#port.send({ name: 'recall', runId: placement.runId });
  }

  /** What it had when it was lost. */
  takePlacements(): Placement[] {
    return this.#runs.takeAll();
  }

  /** One look of the watchdog. */
  look(nowMs: number): Sighting {
    const sighting = this.#watch.look(this.#port, (runId) => this.#runs.get(runId), nowMs);
    if (sighting.placement) this.#runs.setParked(sighting.placement, false);
    else if (sighting.isNobodyIn) this.#runs.parkAgain();
    this.#ceiling.lowerTo(this.#guestBytes, nowMs);
    return sighting;
  }

  /** The run it says it executes, or undefined. */
  announced(): Placement | undefined {
    const page = this.#port.announcement();
    return page && this.#runs.get(page.runId);
  }

  /** Ends it, and tells its user at once. */
  fail(end: HostEnd, detail: string): void {
    const phase = this.#phase;
    void this.end();
    if (phase.name === 'serving') phase.user.failed(this, end, detail);
    else if (phase.name === 'starting') phase.ready.reject(new Error(detail));
    else if (phase.name === 'idle') this.#parts.lostWhileIdle(this, detail);
  }

  // ── what it says ─────────────────────────────────────────────────────────────────────────

  #hear(frames: readonly FrameFromHost[]): void {
    const nowMs = this.#parts.clock.nowMs();
    for (const frame of frames) {
      const phase = this.#phase;
      if (phase.name === 'ending' || phase.name === 'dead') return;
      const lie =
        phase.name === 'serving'
          ? this.#account.hear(frame, phase.user, nowMs)
          : this.#hearIdle(frame);
      if (lie === undefined) continue;
      const suspectRunId = this.announced()?.runId;
      this.fail({ cause: 'UNEXPLAINED', suspectRunId }, `it cannot be true that ${lie}`);
      return;
    }
    if (this.#phase.name !== 'serving') return;
    this.#watchRest();
    this.#phase.user.settled(this);
  }

  #hearIdle(frame: FrameFromHost): string | undefined {
    const phase = this.#phase;
    if (frame.name === 'ready' && phase.name === 'starting') {
      this.#enter({ name: 'idle' });
      phase.ready.resolve(this);
      return undefined;
    }
    if (frame.name === 'reset-done' && phase.name === 'resetting') {
      this.#enter({ name: 'idle' });
      this.#codes.clear();
      this.#settleReset(phase, true);
      return undefined;
    }
    return `it says ${frame.name} while it is ${phase.name}`;
  }

  #exited(exit: HostExit): void {
    const suspectRunId = (this.announced() ?? this.#runs.sole)?.runId;
    const how = exit.signal ?? `status ${exit.exitCode}`;
    const detail = `${exit.killedBy}, ${how}${exit.detail && `: ${exit.detail}`}`;
    const wasMemory = exit.killedBy === 'MEMORY_CEILING' || diedOfItsHeap(exit);
    const cause = wasMemory ? 'MEMORY' : 'UNEXPLAINED';
    if (this.#phase.name !== 'ending') this.fail({ cause, suspectRunId }, detail);
    this.#enter({ name: 'dead' });
    this.#gone.resolve();
  }

  #enter(phase: HostPhase): void {
    this.#phase = phase;
    if (phase.name === 'idle') this.#idleWatch.begin();
    else this.#idleWatch.end();
    this.#watchRest();
  }

  #watchRest(): void {
    const isAtRest = this.isServing && this.#runs.count === 0 && this.hasSessions;
    if (isAtRest) this.#restWatch.begin();
    else this.#restWatch.end();
  }

  #settleReset(phase: Extract<HostPhase, { name: 'resetting' }>, isReset: boolean): void {
    phase.timer.cancel();
    phase.done(isReset);
  }
}
