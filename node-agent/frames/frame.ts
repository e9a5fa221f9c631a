/**
 * What the agent and a sandbox host say to each other, over one socket pair.
 *
 * The agent trusts nothing a host says beyond the run it speaks of: a host that was taken over
 * can lie about its own tenant's runs and about nothing else. Order is kept in both directions.
 *
 *   agent ── load code ──▶ host          code is sent once a host, then named by number
 *   agent ── run ────────▶ host          queued behind the runs already there
 *   host  ── logs, progress, parked, ended ──▶     parked: it waits, and leaves the thread free
 *   host  ── call ───────▶ agent         a run asks something of the outside
 *   agent ── call-reply ─▶ host          what came of it; dropped where the run has ended
 *   host  ── fetch, fetch-abort ─▶       the same, of a server on the internet; never mind it
 *   agent ── fetch-reply ─▶ host
 *   agent ── recall ─────▶ host          give a run back if it has not begun
 *   agent ── cancel ─────▶ host          end it, whatever it is doing
 *
 * Which run executes at this moment is not said here but in the announcement (announcement.ts),
 * which the agent can read without waking anybody.
 */
import type { Determinism } from '../../shared/execution/determinism.ts';
import type {
  IsolationLevel,
  ProgramKind,
  ProgramLanguage,
} from '../../shared/execution/execution.ts';
import type { HostCall, HostCallReply } from '../../shared/execution/host-call.ts';
import { type Limits, limitCeilings } from '../../shared/execution/limits.ts';
import type { GuestError, LogLevel, OutcomeWord } from '../../shared/execution/outcome.ts';
import type { ProgramModule } from '../../shared/execution/program-module.ts';
import type { FetchCall, FetchReply } from './fetch-call.ts';

/** THREAD runs off the host's main thread; SLICE runs on it, for code proven to be short. */
export const entryModes = ['THREAD', 'SLICE'] as const;
export type EntryMode = (typeof entryModes)[number];

/** The words a host may end a run with. The rest are for the agent and the coordinator to say. */
export const hostOutcomeWords = [
  'SUCCEEDED',
  'SCRIPT_THREW',
  'SYNTAX_ERROR',
  'CPU_EXCEEDED',
  'WALL_EXCEEDED',
  'MEMORY_EXCEEDED',
  'OUTPUT_EXCEEDED',
  'HOST_CALL_LIMIT',
  'CANCELLED',
] as const satisfies readonly OutcomeWord[];
export type HostOutcomeWord = (typeof hostOutcomeWords)[number];

export type FrameToHost =
  | LoadFrame
  | RunFrame
  | { readonly name: 'drop'; readonly codeId: number }
  | { readonly name: 'cancel'; readonly runId: number }
  | { readonly name: 'call-reply'; readonly runId: number; readonly reply: HostCallReply }
  | { readonly name: 'fetch-reply'; readonly runId: number; readonly reply: FetchReply }
  | { readonly name: 'recall'; readonly runId: number }
  /** A session begins here: what its first run leaves is there for the next. */
  | { readonly name: 'open-session'; readonly sessionId: number; readonly memoryBytesMax: number }
  | { readonly name: 'close-session'; readonly sessionId: number }
  /** Another tenant is next: dispose every isolate, forget all code, then say `reset-done`. */
  | { readonly name: 'reset' };

export interface LoadFrame {
  readonly name: 'load';
  readonly codeId: number;
  readonly kind: ProgramKind;
  readonly language: ProgramLanguage;
  readonly fileName: string;
  readonly source: string;
  /** What it can import; absent for nothing. */
  readonly modules?: readonly ProgramModule[];
}

export interface RunFrame {
  readonly name: 'run';
  /** Unique within this host for its whole life, 1 … 2^32-1. */
  readonly runId: number;
  readonly codeId: number;
  readonly isolation: IsolationLevel;
  readonly mode: EntryMode;
  readonly limits: Limits;
  /** Never of a POOLED run: what is changed for it stays with its context. */
  readonly determinism?: Determinism;
  /** What it may call. */
  readonly toolNames?: readonly string[];
  readonly inputJson?: string;
  readonly inputBytes?: Uint8Array;
  /** A session that is open here, and has no other run: the run enters its scope. */
  readonly sessionId?: number;
}

export type FrameFromHost =
  /** Sent once, when the lockdown stands and runs may come. */
  | { readonly name: 'ready'; readonly v8Version: string; readonly layers: readonly string[] }
  | { readonly name: 'logs'; readonly runId: number; readonly lines: readonly LogLine[] }
  /** How far it says that it is, as JSON. */
  | { readonly name: 'progress'; readonly runId: number; readonly valueJson: string }
  | { readonly name: 'parked'; readonly runId: number }
  /** Its id is unique within the run in this host. */
  | { readonly name: 'call'; readonly runId: number; readonly call: HostCall }
  /** Numbered as calls are. */
  | { readonly name: 'fetch'; readonly runId: number; readonly call: FetchCall }
  /** Nobody waits for it any more. */
  | { readonly name: 'fetch-abort'; readonly runId: number; readonly callId: number }
  | EndedFrame
  /** It had not begun, and will not. */
  | { readonly name: 'recalled'; readonly runId: number }
  /** The guest's thread does not end: kill this process; the run's word is this. */
  | { readonly name: 'wedged'; readonly runId: number; readonly word: HostOutcomeWord }
  | { readonly name: 'reset-done' };

export interface LogLine {
  readonly level: LogLevel;
  readonly text: string;
  readonly sinceStartUs: number;
}

export interface EndedFrame {
  readonly name: 'ended';
  readonly runId: number;
  readonly word: HostOutcomeWord;
  readonly resultJson?: string;
  readonly resultBytes?: Uint8Array;
  readonly error?: GuestError;
  readonly wallUs: number;
  readonly cpuUs: number;
  readonly heapPeakBytes: number;
  readonly logBytes: number;
  readonly isWarm: boolean;
  /** The host has taken harm and begins nothing more; what else it was given begins elsewhere. */
  readonly isHostSpent?: true;
  /** Its session is closed: the isolate was not fit to be entered again. */
  readonly isSessionLost?: true;
}

/** A whole frame, header included, is at most this; a longer one ends the host. */
export const frameToHostBytesMax = 72 * 1024 * 1024;
/**
 * From a host nothing is larger than the largest result, or all of a run's log lines at once. The
 * agent holds an unfinished frame of each of its hosts, should they all turn on it.
 */
export const frameFromHostBytesMax =
  Math.max(limitCeilings.resultBytesMax, limitCeilings.logBytesMax) + 1024 * 1024;
