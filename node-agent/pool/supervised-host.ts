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
import { processMemoryAllowanceBytes } from '../../shared/execution/limits.ts';
import type { Clock, Timer } from '../../shared/time/clock.ts';
import type { EndedFrame, EntryMode, FrameFromHost, FrameToHost, LogLine } from '../frames/frame.ts';
import type { HostEnd } from './blame.ts';
import { CodeBook } from './code-book.ts';
import type { CodeRecord } from './code-history.ts';
import { faultOfEnded, faultOfLogs } from './frame-sense.ts';
import type { HostExit, HostFactory, HostPort } from './host-port.ts';
import { HostWatch, type Sighting } from './host-watch.ts';
import {
  codeCharsPerHostMax,
  codesPerHostMax,
  idleResidentBytesMax,
  resetMsMax,
} from './hosting-config.ts';
import type { HostOccupancy } from './placing-rule.ts';
import type { Placement, Run, StopReason, StopRequest } from './run.ts';
import type { RunLedger } from './run-ledger.ts';

/** The tenant that has the host. */
export interface HostUser {
  logged(placement: Placement, lines: readonly LogLine[]): void;
  ended(placement: Placement, frame: EndedFrame): void;
  recalled(placement: Placement): void;
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

type HostPhase =
  | { readonly name: 'starting'; readonly ready: PromiseWithResolvers<SupervisedHost> }
  | { readonly name: 'idle' }
  | { readonly name: 'serving'; readonly user: HostUser }
  | { readonly name: 'resetting'; readonly done: (isReset: boolean) => void; readonly timer: Timer }
  | { readonly name: 'ending' }
  | { readonly name: 'dead' };

export class SupervisedHost implements HostOccupancy {
  threads = 0;
  slices = 0;
  parked = 0;
  readonly #parts: SupervisedHostParts;
  readonly #port: HostPort;
  readonly #watch: HostWatch;
  readonly #placements = new Map<number, Placement>();
  readonly #codes = new CodeBook(codesPerHostMax, codeCharsPerHostMax);
  readonly #send = (frame: FrameToHost): void => this.#port.send(frame);
  readonly #gone = Promise.withResolvers<void>();
  #phase: HostPhase;
  #lastRunId = 0;
  /** What the THREAD runs here may hold together, and the largest of the SLICE runs. */
  #threadBytes = 0;
  #sliceBytes = 0;
  #ceilingBytes = 0;

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
  }

  /** Resolves when it is ready; rejects when it never is. */
  static start(factory: HostFactory, parts: SupervisedHostParts): Promise<SupervisedHost> {
    const ready = Promise.withResolvers<SupervisedHost>();
    new SupervisedHost(factory, parts, ready);
    return ready.promise;
  }

  get hostId(): number {
    return this.#port.hostId;
  }

  get isEmpty(): boolean {
    return this.#placements.size === 0;
  }

  get isServing(): boolean {
    return this.#phase.name === 'serving';
  }

  /** Whether a process that has nothing to do holds more than a new one would. */
  get isBloated(): boolean {
    return (this.#port.residentBytes() ?? 0) > idleResidentBytesMax;
  }

  placements(): MapIterator<Placement> {
    return this.#placements.values();
  }

  holds(code: CodeRecord): boolean {
    return this.#codes.holds(code);
  }

  serve(user: HostUser): void {
    this.#phase = { name: 'serving', user };
  }

  /** Its user gives it back; it has no runs. */
  leave(): void {
    if (this.#phase.name === 'serving') this.#phase = { name: 'idle' };
  }

  /** Makes it forget the tenant it served. False when it does not say in time that it has. */
  reset(): Promise<boolean> {
    if (this.#phase.name !== 'idle') return Promise.resolve(false);
    return new Promise((done) => {
      const timer = this.#parts.clock.setTimer(resetMsMax, () => done(false));
      this.#phase = { name: 'resetting', done, timer };
      this.#port.send({ name: 'reset' });
    });
  }

  /** Kills it; resolves when it is reaped. */
  end(): Promise<void> {
    if (this.#phase.name !== 'dead') {
      this.#phase = { name: 'ending' };
      this.#port.kill();
    }
    return this.#gone.promise;
  }

  // ── its runs ─────────────────────────────────────────────────────────────────────────────

  place(run: Run, mode: EntryMode): void {
    const nowMs = this.#parts.clock.nowMs();
    if (this.isEmpty) this.#watch.heard(nowMs);
    const { execution } = run;
    const { limits, inputJson } = execution;
    const code = this.#codes.use(run.code, execution.program, this.#send);
    const runId = ++this.#lastRunId;
    const placement: Placement = {
      run,
      runId,
      mode,
      code,
      sentAtMs: nowMs,
      isParked: false,
      beganAtMs: undefined,
      cpuUs: 0,
      stop: undefined,
      isRecalled: false,
      logLines: 0,
      logChars: 0,
    };
    this.#placements.set(runId, placement);
    this.#parts.ledger.placed(run, placement);
    this.#count(placement, +1);
    this.#raiseCeiling();
    const isolation = run.isAlone ? 'PROCESS' : execution.isolation;
    const { codeId } = code;
    const input = inputJson === undefined ? {} : { inputJson };
    this.#port.send({ name: 'run', runId, codeId, isolation, mode, limits, ...input });
  }

  /** Has the host end it. The first reason counts. */
  requestStop(placement: Placement, word: StopRequest['word'], why: StopReason): void {
    if (placement.stop) return;
    placement.stop = { word, why, askedAtMs: this.#parts.clock.nowMs() };
    this.#port.send({ name: 'cancel', runId: placement.runId });
  }

  /** Has the host give it back, if it has not begun. */
  requestRecall(placement: Placement): void {
    if (placement.isRecalled || placement.stop) return;
    placement.isRecalled = true;
    this.#port.send({ name: 'recall', runId: placement.runId });
  }

  /** What it had when it was lost. */
  takePlacements(): Placement[] {
    const placements = [...this.#placements.values()];
    this.#placements.clear();
    return placements;
  }

  /** One look of the watchdog. */
  look(nowMs: number): Sighting {
    const sighting = this.#watch.look(this.#port, (runId) => this.#placements.get(runId), nowMs);
    if (sighting.placement) this.#setParked(sighting.placement, false);
    if (this.slices === 0) this.#sliceBytes = 0;
    this.#lowerCeiling();
    return sighting;
  }

  /** The run it says it executes, or undefined. */
  announced(): Placement | undefined {
    const page = this.#port.announcement();
    return page && this.#placements.get(page.runId);
  }

  /** Ends it, and tells its user at once. */
  fail(end: HostEnd, detail: string): void {
    const phase = this.#phase;
    void this.end();
    if (phase.name === 'serving') phase.user.failed(this, end, detail);
    else if (phase.name === 'resetting') this.#settleReset(phase, false);
    else if (phase.name === 'starting') phase.ready.reject(new Error(detail));
    else if (phase.name === 'idle') this.#parts.lostWhileIdle(this, detail);
  }

  // ── what it says ─────────────────────────────────────────────────────────────────────────

  #hear(frames: readonly FrameFromHost[]): void {
    const nowMs = this.#parts.clock.nowMs();
    for (const frame of frames) {
      const phase = this.#phase;
      if (phase.name === 'ending' || phase.name === 'dead') return;
      const lie = phase.name === 'serving' ? this.#hearOfRun(frame, phase.user, nowMs) : this.#hearIdle(frame);
      if (lie === undefined) continue;
      const suspectRunId = this.announced()?.runId;
      this.fail({ cause: 'UNEXPLAINED', suspectRunId }, `it cannot be true that ${lie}`);
      return;
    }
    if (this.#phase.name === 'serving') this.#phase.user.settled(this);
  }

  /** What cannot be true of it, or undefined. */
  #hearOfRun(frame: FrameFromHost, user: HostUser, nowMs: number): string | undefined {
    if (!('runId' in frame)) return `it says ${frame.name} while it serves`;
    const placement = this.#placements.get(frame.runId);
    if (!placement) return `it says ${frame.name} of run ${frame.runId}, which it does not have`;
    switch (frame.name) {
      case 'ended': {
        const fault = faultOfEnded(frame, placement, nowMs);
        if (fault !== undefined) return `of run ${frame.runId} ${fault}`;
        this.#watch.heard(nowMs);
        this.#remove(placement);
        if (placement.run.placement === placement) user.ended(placement, frame);
        return undefined;
      }
      case 'logs': {
        const fault = faultOfLogs(frame, placement);
        if (fault !== undefined) return `run ${frame.runId}: ${fault}`;
        this.#watch.heard(nowMs);
        placement.beganAtMs ??= nowMs;
        if (placement.run.placement === placement) user.logged(placement, frame.lines);
        return undefined;
      }
      case 'parked':
        placement.beganAtMs ??= nowMs;
        this.#setParked(placement, true);
        return undefined;
      case 'recalled':
        if (!placement.isRecalled) return `it gives back run ${frame.runId} unasked`;
        this.#remove(placement);
        if (placement.run.placement === placement) user.recalled(placement);
        return undefined;
      case 'wedged':
        return this.#wedged(placement, frame.word);
    }
  }

  #hearIdle(frame: FrameFromHost): string | undefined {
    const phase = this.#phase;
    if (frame.name === 'ready' && phase.name === 'starting') {
      this.#phase = { name: 'idle' };
      phase.ready.resolve(this);
      return undefined;
    }
    if (frame.name === 'reset-done' && phase.name === 'resetting') {
      this.#phase = { name: 'idle' };
      this.#codes.clear();
      this.#settleReset(phase, true);
      return undefined;
    }
    return `it says ${frame.name} while it is ${phase.name}`;
  }

  #wedged(placement: Placement, word: EndedFrame['word']): string | undefined {
    switch (word) {
      case 'CPU_EXCEEDED':
      case 'WALL_EXCEEDED':
      case 'MEMORY_EXCEEDED':
      case 'OUTPUT_EXCEEDED':
      case 'CANCELLED': {
        const itsWord = word === 'CANCELLED' && placement.stop ? placement.stop.word : word;
        const end = { cause: 'STOPPED', runId: placement.runId, word: itsWord } as const;
        this.fail(end, `run ${placement.runId} does not end: ${word}`);
        return undefined;
      }
      default:
        return `run ${placement.runId} is wedged and ${word}`;
    }
  }

  #exited(exit: HostExit): void {
    const suspectRunId = this.announced()?.runId ?? this.#onlyRunId();
    const how = exit.signal ?? `status ${exit.exitCode}`;
    const detail = `${exit.killedBy}, ${how}${exit.detail && `: ${exit.detail}`}`;
    const cause = exit.killedBy === 'MEMORY_CEILING' ? 'MEMORY' : 'UNEXPLAINED';
    if (this.#phase.name !== 'ending') this.fail({ cause, suspectRunId }, detail);
    this.#phase = { name: 'dead' };
    this.#gone.resolve();
  }

  #settleReset(phase: Extract<HostPhase, { name: 'resetting' }>, isReset: boolean): void {
    phase.timer.cancel();
    phase.done(isReset);
  }

  // ── its books ────────────────────────────────────────────────────────────────────────────

  #onlyRunId(): number | undefined {
    const [first, second] = this.#placements.keys();
    return second === undefined ? first : undefined;
  }

  #remove(placement: Placement): void {
    this.#setParked(placement, false);
    this.#placements.delete(placement.runId);
    placement.code.uses--;
    this.#count(placement, -1);
  }

  #count({ mode, run }: Placement, change: 1 | -1): void {
    const bytes = run.execution.limits.memoryBytesMax;
    if (mode === 'SLICE') {
      this.slices += change;
      this.#sliceBytes = Math.max(this.#sliceBytes, bytes);
    } else {
      this.threads += change;
      this.#threadBytes += change * bytes;
    }
  }

  #setParked(placement: Placement, isParked: boolean): void {
    if (placement.isParked === isParked) return;
    placement.isParked = isParked;
    this.parked += isParked ? 1 : -1;
    if (placement.mode === 'SLICE') this.slices -= isParked ? 1 : -1;
    else this.threads -= isParked ? 1 : -1;
    if (placement.run.placement === placement) this.#parts.ledger.parkedChanged(isParked);
  }

  #neededBytes(): number {
    const needed = processMemoryAllowanceBytes + this.#threadBytes + this.#sliceBytes;
    return Math.min(this.#parts.hostMemoryBytesMax, needed);
  }

  /** At once, or what was just given to it could not use what it may. */
  #raiseCeiling(): void {
    const needed = this.#neededBytes();
    if (needed > this.#ceilingBytes) this.#setCeiling(needed);
  }

  /** In its own time: a host's runs come and go more often than the kernel need hear of. */
  #lowerCeiling(): void {
    const needed = this.#neededBytes();
    if (needed < this.#ceilingBytes) this.#setCeiling(needed);
  }

  #setCeiling(bytes: number): void {
    this.#ceilingBytes = bytes;
    this.#port.setMemoryCeiling(bytes);
  }
}
