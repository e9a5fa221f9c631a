/**
 * What the pool is asked to do and how it answers: the border between the link, which speaks
 * with coordinators, and the hosts, which run programs.
 */
import type { Execution } from '../../shared/execution/execution.ts';
import type { HostCall, HostCallReply } from '../../shared/execution/host-call.ts';
import type { LogEntry, Outcome } from '../../shared/execution/outcome.ts';
import type { SessionDesk } from './session-port.ts';

/** One execution to be run on this node. */
export interface RunRequest {
  readonly execution: Execution;
  /** Clock.nowMs after which nobody waits for the answer: the run is then CANCELLED. */
  readonly deadlineMs?: number;
}

/** Who hears what becomes of a run. Never called from inside `start` or `cancel`. */
export interface RunObserver {
  logs(lines: readonly LogEntry[]): void;
  /** How far it says that it is, as JSON. Absent where nobody listens. */
  progress?(valueJson: string): void;
  /** It calls and waits for RunHandle.reply. Absent where runs have no tools. */
  called?(call: HostCall): void;
  /** Said exactly once, and nothing after it. `usage.nodeId` is empty: the link knows it. */
  ended(outcome: Outcome): void;
}

export interface RunHandle {
  /** Idempotent. The run ends within 100 ms, CANCELLED unless it was faster. */
  cancel(): void;
  /** What came of a call; one that is not waited for, or not any more, is passed over. */
  reply(reply: HostCallReply): void;
}

/** What this node is doing now; rides on every batch to the coordinators. */
export interface NodeLoad {
  readonly hostsMax: number;
  readonly hostsLive: number;
  /** Leased to a tenant that has runs on them. */
  readonly hostsBusy: number;
  /** Started and idle: the next run starts at once. */
  readonly hostsSpare: number;
  /** Given to a host and not waiting there for a timer. */
  readonly runsExecuting: number;
  readonly runsParked: number;
  /** Accepted, and waiting in the agent for a host. */
  readonly runsWaiting: number;
  readonly runsWaitingMax: number;
  /** Since the agent started. */
  readonly runsEnded: number;
  /** Of these, those that were lost with a host by no fault of their own. */
  readonly runsLost: number;
}

export const busyReasons = ['QUEUE_FULL', 'TENANT_QUEUE_FULL', 'BYTES_FULL', 'DRAINING'] as const;
export type BusyReason = (typeof busyReasons)[number];

/** This node takes no more at present; the run has not begun and may go elsewhere. */
export class NodeBusy extends Error {
  override readonly name = 'NodeBusy';
  readonly reason: BusyReason;

  constructor(reason: BusyReason, detail: string) {
    super(`the node takes no more runs: ${detail}`);
    this.reason = reason;
  }
}

/** The pool as the link sees it. */
export interface RunExecutor {
  readonly sessions: SessionDesk;
  /** Begins a run, or throws NodeBusy. */
  start(request: RunRequest, observer: RunObserver): RunHandle;
  load(): NodeLoad;
  /** Takes nothing new, finishes what it has, then ends every host. */
  drain(): Promise<void>;
  /** Ends every host now; runs that had begun are NODE_LOST, the others REJECTED. */
  close(): Promise<void>;
}
