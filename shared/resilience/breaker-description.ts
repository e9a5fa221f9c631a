/** A circuit breaker as it shows itself to administrators. */

export const breakerStates = ['CLOSED', 'OPEN', 'HALF_OPEN', 'FORCED_OPEN', 'DISABLED'] as const;
export type BreakerState = (typeof breakerStates)[number];

/** What an administrator can have it do. */
export const forcedStates = ['FORCED_OPEN', 'DISABLED'] as const satisfies BreakerState[];
export type ForcedState = (typeof forcedStates)[number];

/** Why a breaker is in its state. */
export const breakerCauses = [
  'NEW',
  'FAULTS',
  'SLOW',
  'CERTAIN',
  'WAITED',
  'TRIALS',
  'RECOVERED',
  'FORCED',
  'RESET',
] as const;
export type BreakerCause = (typeof breakerCauses)[number];

export interface BreakerDescription {
  /** `node/ID`, `function/TENANT/NAME`, `redis` or `postgres`. */
  readonly name: string;
  readonly state: BreakerState;
  readonly cause: BreakerCause;
  /** Of the traffic it would get, what its target is let have. */
  readonly percentAdmitted: number;
  /** By which it decides next: of its window, its trials, or a step of recovery. */
  readonly calls: number;
  readonly faults: number;
  readonly slow: number;
  /** Since it was made. */
  readonly rejections: number;
  readonly openings: number;
  /** Until the next trial; 0 where it is not open. */
  readonly retryAfterMs: number;
}
