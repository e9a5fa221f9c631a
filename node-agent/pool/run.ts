/**
 * One accepted run and where it is.
 *
 *   waiting ──place──▶ placed ──ended by its host, or with it──▶ ended
 *      ▲                 │
 *      └──recalled, or moved from a lost host
 *      └──cancelled, too late, or the node closes──────────────▶ ended
 */
import type { Execution } from '../../shared/execution/execution.ts';
import type { HostCallReply } from '../../shared/execution/host-call.ts';
import { weightOfInput } from '../../shared/execution/payload.ts';
import { programChars } from '../../shared/execution/program-size.ts';
import type { FetchReply } from '../frames/fetch-call.ts';
import type { EntryMode } from '../frames/frame.ts';
import type { HeldCode } from './code-book.ts';
import type { CodeRecord } from './code-history.ts';
import type { RunFetches } from './egress-port.ts';
import { charsReadPerMsMin } from './hosting-config.ts';
import type { RunObserver } from './run-request.ts';

/** Why a run is to be stopped, and since when its host has been told. */
export interface StopRequest {
  readonly word: 'CANCELLED' | 'WALL_EXCEEDED';
  readonly why: StopReason;
  readonly askedAtMs: number;
}
export type StopReason = 'CANCEL' | 'DEADLINE' | 'WALL';

/** A host, as far as a run in it is concerned. */
export interface PlacedIn {
  /** Has it end the run. The first reason counts. */
  requestStop(placement: Placement, word: StopRequest['word'], why: StopReason): void;
  reply(placement: Placement, reply: HostCallReply): void;
  fetchReply(placement: Placement, reply: FetchReply): void;
}

/** The call that reads is named by its number in the host. */
type StdinReading =
  | { readonly name: 'idle' | 'ended' }
  | { readonly name: 'reading'; readonly callId: number };

/** A run in a host. */
export interface Placement {
  readonly host: PlacedIn;
  readonly run: Run;
  /** Its number in that host. */
  readonly runId: number;
  readonly mode: EntryMode;
  readonly code: HeldCode;
  readonly sentAtMs: number;
  /** Of a SLICE run: the processor time that it is likely to take; 0 otherwise. */
  readonly expectedCpuUs: number;
  /** What its host may take to read the program; 0 for a SLICE run, whose program has been read. */
  readonly readingMsMax: number;
  /** Waits for a timer or a reply and leaves the thread free; until it is seen executing again. */
  isParked: boolean;
  /** Its host has said so, which it does once, however often the run waits. */
  hasParked: boolean;
  /** When it was first known to have begun. */
  beganAtMs: number | undefined;
  /** As far as the watchdog knows. */
  cpuUs: number;
  stop: StopRequest | undefined;
  isRecalled: boolean;
  logLines: number;
  logChars: number;
  progressCount: number;
  /** What it last asked of its stdin, where it has one, and what it was told. */
  stdin: StdinReading;
  hostCalls: number;
  /**
   * Calls that wait for their replies: the number they have here, and that in the host. Few runs
   * call, so it is made by the first call.
   */
  openCalls: Map<number, number> | undefined;
  /** Fetches that are under way, by their numbers in the host. Made by the first. */
  openFetches: Set<number> | undefined;
  fetchAborts: number;
}

const unread: StdinReading = { name: 'idle' };

/** As it is when the run has just been sent. */
export function newPlacement(
  given: Pick<Placement, 'host' | 'run' | 'runId' | 'mode' | 'code' | 'sentAtMs'>,
): Placement {
  return {
    ...given,
    expectedCpuUs: given.mode === 'SLICE' ? given.run.code.expectedCpuUs : 0,
    readingMsMax: given.mode === 'SLICE' ? 0 : given.code.chars / charsReadPerMsMin,
    isParked: false,
    hasParked: false,
    beganAtMs: undefined,
    cpuUs: 0,
    stop: undefined,
    isRecalled: false,
    logLines: 0,
    logChars: 0,
    progressCount: 0,
    stdin: unread,
    hostCalls: 0,
    openCalls: undefined,
    openFetches: undefined,
    fetchAborts: 0,
  };
}

/** Where a run waits, as far as the run is concerned. */
export interface WaitsIn {
  remove(run: Run): void;
}

export type RunPhase =
  | { readonly name: 'waiting' }
  | { readonly name: 'placed'; readonly placement: Placement }
  | { readonly name: 'ended' };

export const waitingPhase: RunPhase = { name: 'waiting' };
export const endedPhase: RunPhase = { name: 'ended' };

export class Run {
  readonly execution: Execution;
  readonly observer: RunObserver;
  readonly code: CodeRecord;
  readonly acceptedAtMs: number;
  /** Infinity for none. */
  readonly deadlineMs: number;
  /** What it weighs in this agent's memory. */
  readonly bytes: number;
  phase: RunPhase = waitingPhase;
  /** Hosts that have had it, the present one included, less those that gave it back unbegun. */
  attempts = 1;
  /** Waited behind another run for too long once: it waits for a free host now. */
  wasStuck = false;
  /** Was executing when a host died for no known reason. */
  isSuspect = false;
  /** Whether it may have acted on the outside: it has called, in one attempt or another. */
  hadEffects = false;
  /** Its calls are numbered through all attempts: the reply to one of an earlier attempt finds none. */
  lastCallId = 0;
  /** Set by its first fetch; what that has cost counts through all attempts. */
  fetches: RunFetches | undefined;
  /** Where it waits, and its neighbours there; run-lane.ts keeps them. */
  lane: WaitsIn | undefined;
  before: Run | undefined;
  after: Run | undefined;

  constructor(
    execution: Execution,
    observer: RunObserver,
    code: CodeRecord,
    acceptedAtMs: number,
    deadlineMs: number,
  ) {
    this.execution = execution;
    this.observer = observer;
    this.code = code;
    this.acceptedAtMs = acceptedAtMs;
    this.deadlineMs = deadlineMs;
    this.bytes = programChars(execution.program) + weightOfInput(execution);
  }

  get placement(): Placement | undefined {
    return this.phase.name === 'placed' ? this.phase.placement : undefined;
  }

  /** Whether it needs a host of its own. */
  get isAlone(): boolean {
    return this.isSuspect || this.execution.isolation === 'PROCESS' || this.code.isSentenced;
  }
}
