/**
 * What agents and coordinators say to each other, as unions. node-codec.ts translates.
 */
import type { Execution } from '../execution/execution.ts';
import type { HostCall, HostCallReply } from '../execution/host-call.ts';
import type { LogEntry, Outcome } from '../execution/outcome.ts';
import type { Place } from '../nodes/place.ts';
import type { SessionAnswer, SessionCall } from './node-session-codec.ts';

export const nodeProtocolVersion = 1;

/** Why a node did not take a run. */
export const refusalReasons = [
  'NODE_BUSY',
  'NODE_DRAINING',
  'NODE_BROKEN',
  'PROGRAM_UNKNOWN',
  'TENANT_FULL',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

export interface NodeCapacity {
  readonly runsMax: number;
  readonly hostsMax: number;
}

/** How a node's sandbox hosts are locked down. */
export interface NodePosture {
  readonly layers: readonly string[];
  readonly nodeVersion: string;
  readonly v8Version: string;
  /** What of the language guests find there, by the agent's names for it. */
  readonly guestFeatures: readonly string[];
  /** Milliseconds since 1970. */
  readonly startedAtMs: number;
}

export interface NodeLoad {
  /** Executing, or waiting for a timer. */
  readonly runsInFlight: number;
  /** Accepted, not begun. */
  readonly runsWaiting: number;
  readonly hostsLive: number;
  readonly hostsBusy: number;
  /** The machine's processor use, in thousandths. */
  readonly cpuPermille: number;
  readonly memoryBytes: number;
  /** Since the agent started, whoever sent them; begins anew at 2³². */
  readonly runsEnded: number;
  /** Of these, those that failed by the node's own fault. */
  readonly runsFaulted: number;
}

export interface NodeHello {
  readonly protocolVersion: number;
  readonly nodeId: string;
  readonly agentVersion: string;
  readonly capacity: NodeCapacity;
  readonly posture: NodePosture;
  /** An older stream of the same agent is still there, and finishes. @default false */
  readonly isRenewal?: boolean;
  /** Absent where its operator has not said. */
  readonly place?: Place;
  /** What it takes beside others; absent where its operator has not said. */
  readonly weight?: number;
  /** It fetches for programs what its operator allows. @default false */
  readonly hasEgress?: boolean;
}

/** One run to begin. `deadlineMs` is on this machine's monotonic clock, Infinity for none. */
export interface RunStart {
  readonly runId: number;
  /** Where `isProgramKept`, its program has no text on the way: the agent has it by its hash. */
  readonly execution: Execution;
  readonly isProgramKept?: true;
  readonly deadlineMs: number;
}

export interface RunLogs {
  readonly runId: number;
  readonly lines: readonly LogEntry[];
}

export interface RunEnded {
  readonly runId: number;
  /** Its usage.queuedUs is the waiting on the node; nodeId and inputBytes are the reader's to fill. */
  readonly outcome: Outcome;
}

export interface RunRefused {
  readonly runId: number;
  readonly reason: RefusalReason;
}

/** How far a run says that it is. */
export interface RunProgress {
  readonly runId: number;
  readonly valueJson: string;
}

/** A call of a run's; its id is the agent's. */
export interface RunHostCall {
  readonly runId: number;
  readonly call: HostCall;
}

export interface RunHostCallReply {
  readonly runId: number;
  readonly reply: HostCallReply;
}

export interface RunCommands {
  readonly starts: readonly RunStart[];
  readonly hostCallReplies: readonly RunHostCallReply[];
  readonly cancelledRunIds: readonly number[];
}

export interface RunEvents {
  readonly logs: readonly RunLogs[];
  readonly progress: readonly RunProgress[];
  readonly hostCalls: readonly RunHostCall[];
  readonly ended: readonly RunEnded[];
  readonly refused: readonly RunRefused[];
}

export type MessageFromNode =
  | { readonly name: 'hello'; readonly hello: NodeHello }
  | {
      readonly name: 'heartbeat';
      readonly sequence: number;
      readonly load: NodeLoad;
      readonly isDraining: boolean;
    }
  | { readonly name: 'run-events'; readonly events: RunEvents }
  | { readonly name: 'session-answer'; readonly callId: number; readonly answer: SessionAnswer };

export type MessageToNode =
  | {
      readonly name: 'welcome';
      readonly coordinatorId: string;
      readonly heartbeatIntervalMs: number;
    }
  | { readonly name: 'run-commands'; readonly commands: RunCommands }
  | { readonly name: 'session-call'; readonly callId: number; readonly call: SessionCall }
  /** What to dial with from now on. */
  | { readonly name: 'credential'; readonly token: string }
  | { readonly name: 'goodbye' };
