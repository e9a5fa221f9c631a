/** How a coordinator is, as it says and as others read it. Times are milliseconds, since 1970 where so named. */

export const checkKinds = ['LIVENESS', 'READINESS', 'DEPENDENCY'] as const;
/**
 * LIVENESS: whether the process works at all; where it does not, only a restart helps.
 * READINESS: whether it can serve now. DEPENDENCY: whether something outside that it uses is well.
 */
export type CheckKind = (typeof checkKinds)[number];

export const healthStates = ['HEALTHY', 'DEGRADED', 'UNHEALTHY'] as const;
/** DEGRADED: something is not well that it can do without. */
export type HealthState = (typeof healthStates)[number];

/** UNKNOWN: it has not been run often enough to say. */
export type CheckState = 'UNKNOWN' | 'HEALTHY' | 'UNHEALTHY';

export interface HealthReport {
  readonly state: HealthState;
  /** Whether the process works; what it depends on does not matter. */
  readonly isLive: boolean;
  /** Whether it can serve. */
  readonly isReady: boolean;
  /** By name. */
  readonly checks: readonly CheckReport[];
  /** By id. */
  readonly nodes: readonly NodeHealthReport[];
}

export interface CheckReport {
  readonly name: string;
  readonly kind: CheckKind;
  /** Whether the coordinator cannot serve without. */
  readonly isCritical: boolean;
  /** Checks whose failure explains that of this one. */
  readonly dependsOn: readonly string[];
  readonly state: CheckState;
  readonly sinceEpochMs: number;
  readonly failuresInARow: number;
  /** What was wrong when it was last run; empty where nothing was. */
  readonly failure: string;
  /** The check it depends on whose failure explains its own; empty where none does. */
  readonly cause: string;
  readonly latency: CheckLatency;
  /** What came of it lately, the oldest first. */
  readonly results: readonly CheckResult[];
}

/** Over the results that are kept. */
export interface CheckLatency {
  readonly lastMs: number;
  readonly meanMs: number;
  readonly p95Ms: number;
  readonly maxMs: number;
}

export interface CheckResult {
  readonly startedAtEpochMs: number;
  /** Or until it was given up. */
  readonly latencyMs: number;
  /** What was wrong; empty where nothing was. */
  readonly failure: string;
}

/** What a coordinator thinks of a node, by its heartbeats. */
export interface NodeHealthReport {
  readonly nodeId: string;
  /** How sure one may be that it is gone; from 8 on it is suspected. */
  readonly phi: number;
  /** It gets nothing new until it is heard of. */
  readonly isSuspected: boolean;
  readonly silentMs: number;
}
