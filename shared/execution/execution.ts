/**
 * What a client asks to be run. Unary calls, streams and jobs share this one description.
 */
import type { Place } from '../nodes/place.ts';
import type { Determinism } from './determinism.ts';
import type { Limits } from './limits.ts';
import type { PostureLayer } from './posture-layer.ts';
import type { ProgramModule } from './program-module.ts';

/** How a program is read. AUTO: a module when it has import or export. */
export const programKinds = ['AUTO', 'SCRIPT', 'MODULE'] as const;
export type ProgramKind = (typeof programKinds)[number];

export const programLanguages = ['JAVASCRIPT', 'TYPESCRIPT'] as const;
export type ProgramLanguage = (typeof programLanguages)[number];

/**
 * POOLED keeps a warm isolate, and a module's state, between calls of one tenant and code.
 * FRESH gives every run a context of its own. PROCESS gives it a host process, then ends that.
 */
export const isolationLevels = ['FRESH', 'POOLED', 'PROCESS'] as const;
export type IsolationLevel = (typeof isolationLevels)[number];

/**
 * What a deterministic execution has to do with kept results. OFF runs and keeps nothing; REFRESH runs
 * and replaces what is kept.
 */
export const cacheModes = ['USE', 'OFF', 'REFRESH'] as const;
export type CacheMode = (typeof cacheModes)[number];

/** A program. `hash` is the SHA-256, in hex, of everything that decides how the text is read. */
export interface Program {
  readonly hash: string;
  readonly source: string;
  readonly kind: ProgramKind;
  readonly language: ProgramLanguage;
  /** Shown in stacks; a plain file name. */
  readonly fileName: string;
  /** What it can import; absent for nothing. No path twice. */
  readonly modules?: readonly ProgramModule[];
}

/** One validated execution. */
export interface Execution {
  readonly tenantId: string;
  readonly program: Program;
  /** Of a deployed function, its name. */
  readonly functionName?: string;
  /** And which of its versions the program is. */
  readonly functionVersion?: string;
  /** JSON text; absent for no input, and for one of bytes. */
  readonly inputJson?: string;
  /** In the place of `inputJson`. */
  readonly inputBytes?: Uint8Array;
  readonly limits: Limits;
  readonly isolation: IsolationLevel;
  /** How urgent it is to its tenant, from 0 to 9; absent for the usual. */
  readonly priority?: number;
  /** The caller says that running it twice does no harm. */
  readonly isIdempotent: boolean;
  /** What its node must have; absent where nothing is demanded. Each once, in the list's order. */
  readonly layersRequired?: readonly PostureLayer[];
  /** Set when it is to be the same every time; never with POOLED. */
  readonly determinism?: Determinism;
  /** Absent for USE. */
  readonly cacheMode?: Exclude<CacheMode, 'USE'>;
  /** A session whose scope it enters; never of a deterministic run. */
  readonly sessionId?: string;
  /** Those of one key go to one node, while that is not overloaded; never empty. */
  readonly affinityKey?: string;
  /** Where its client is; absent where it has not said. */
  readonly origin?: Place;
  /** What its client does for it when it calls; absent for nothing. Each once. */
  readonly toolNames?: readonly string[];
  /**
   * What it may fetch of what its node allows, as shared/egress/egress-rule.ts reads it: nothing
   * where it is empty, all where it is absent.
   */
  readonly egressRules?: readonly string[];
}
