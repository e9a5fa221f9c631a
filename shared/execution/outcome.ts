/**
 * How untrusted code ended. A closed vocabulary: user faults are results, not exceptions, so
 * breakers, balancers and retry policies never punish a node for its guests.
 */

/** Every word an execution can end with; the README of proto/ says when each is used. */
export const outcomeWords = [
  'SUCCEEDED',
  'SCRIPT_THREW',
  'SYNTAX_ERROR',
  'CPU_EXCEEDED',
  'WALL_EXCEEDED',
  'MEMORY_EXCEEDED',
  'OUTPUT_EXCEEDED',
  'HOST_CALL_LIMIT',
  'CRASHED',
  'CANCELLED',
  'SESSION_LOST',
  'NODE_LOST',
  'REJECTED',
] as const;

export type OutcomeWord = (typeof outcomeWords)[number];

/** Where a program's fault is described to its author. All three are capped plain strings. */
export interface GuestError {
  /** The error's name, such as `TypeError`; `NeverSettled` and the like where we name it. */
  readonly name: string;
  /** At most 4 KB. */
  readonly message: string;
  /** The user's own lines and columns, one frame a line; at most 16 KB; may be empty. */
  readonly stack: string;
}

/** Where a deterministic execution's outcome came from; SHARED: another's run of the same. */
export const cacheUses = ['MISS', 'L1', 'L2', 'L3', 'SHARED'] as const;
export type CacheUse = (typeof cacheUses)[number];

/** What a run cost. All times in microseconds, all sizes in bytes. */
export interface Usage {
  /** From arrival at the coordinator to the start of guest code. */
  readonly queuedUs: number;
  readonly wallUs: number;
  readonly cpuUs: number;
  /** Largest V8 heap seen, 0 where it was not measured. */
  readonly heapPeakBytes: number;
  /** 1 unless the run was moved from a lost host. */
  readonly attempts: number;
  /** The node that ran it; empty when none did. */
  readonly nodeId: string;
  /** Whether a warm isolate that already held the code was used. */
  readonly isWarm: boolean;
  readonly inputBytes: number;
  readonly resultBytes: number;
  readonly logBytes: number;
  /** Of a deployed function, the version that ran. */
  readonly functionVersion?: string;
  /** Where the outcome came from; absent where no result was looked for. */
  readonly cacheUse?: CacheUse;
}

/** How one execution ended. */
export interface Outcome {
  readonly word: OutcomeWord;
  /** JSON text; absent when the result was `undefined`, was bytes, or there is none. */
  readonly resultJson?: string;
  /** The result where it was a buffer or a view of one. */
  readonly resultBytes?: Uint8Array;
  /** Present for every word but SUCCEEDED. */
  readonly error?: GuestError;
  readonly usage: Usage;
  /** True when the run may have acted on the outside and was not, or cannot be, repeated. */
  readonly mayHaveHadEffects: boolean;
}

export const logLevels = ['DEBUG', 'LOG', 'INFO', 'WARN', 'ERROR'] as const;
export type LogLevel = (typeof logLevels)[number];

/** One line a guest wrote to its console. */
export interface LogEntry {
  readonly level: LogLevel;
  readonly text: string;
  /** Microseconds since the run began. */
  readonly sinceStartUs: number;
  /** The attempt that wrote it, from 1: an attempt that was moved leaves its lines behind. */
  readonly attempt: number;
}
