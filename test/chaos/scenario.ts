/** What a scenario is made of: who asks for what, what happens meanwhile, and what must be true of it. */
import type { ExecutionRequest } from '../../shared/wire/execution-codec.ts';
import type { Conduct } from '../support/faulty-agent.ts';
import type { CallRecord } from './call-record.ts';

/** Calls of one tenant, as many a second, whatever becomes of them. */
export interface Load {
  /** For its records. */
  readonly name: string;
  readonly tenantId: string;
  readonly perSecond: number;
  readonly fromMs: number;
  readonly toMs: number;
  readonly request: ExecutionRequest;
  /** It asks again when it is told to come again, at that time. @default false */
  readonly retries?: boolean;
}

export type ActName =
  | 'kill-agent'
  | 'start-agent'
  | 'stop-agent'
  | 'cordon'
  | 'uncordon'
  | 'drain'
  | 'remove'
  | Conduct;

export interface Act {
  readonly atMs: number;
  readonly act: ActName;
  readonly nodeId: string;
}

/** What an act came to, by the time of the loads. */
export interface ActRecord extends Act {
  readonly doneAtMs: number;
  /** Absent where it succeeded. */
  readonly error?: string;
}

export interface Findings {
  /** For people and for JSON. */
  readonly figures: Readonly<Record<string, number>>;
  /** What must not be. */
  readonly faults: readonly string[];
}

export interface Scenario {
  readonly nodeIds: readonly string[];
  /** One more, whose conduct acts can change. */
  readonly pretenderId?: string;
  readonly coordinatorArgs?: readonly string[];
  readonly nodeAgentArgs?: readonly string[];
  readonly loads: readonly Load[];
  readonly acts: readonly Act[];
  judge(calls: readonly CallRecord[], acts: readonly ActRecord[]): Findings;
}
