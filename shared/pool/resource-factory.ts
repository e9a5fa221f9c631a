/**
 * What a pool needs to know of the things it pools. A factory keeps its own time limits: each of
 * these promises settles.
 */
export interface ResourceFactory<R extends object> {
  /**
   * Makes one, new and unused. A rejection is answered with a pause that grows. `signal` aborts
   * when the pool ends: nobody waits for it any more.
   */
  create(signal: AbortSignal): Promise<R>;
  /** Ends one. Until it settles the resource still counts as live. */
  destroy(resource: R, reason: DestroyReason): Promise<void> | void;
  /** Whether one that lay idle for long still works. Absent: it always does. */
  validate?(resource: R): Promise<boolean>;
  /**
   * Makes one that served `fromKey` fit for `toKey`; false when it cannot be. Absent: resources
   * are never handed from one key to another, but replaced.
   */
  rekey?(resource: R, fromKey: string, toKey: string): Promise<boolean>;
}

export const destroyReasons = [
  /** Its owner said so when giving it back. */
  'DISCARDED',
  /** It did not pass `validate`, or `rekey` failed. */
  'UNFIT',
  /** Too old, or used too often. */
  'WORN',
  /** More than the load has needed for a while, or than the limits allow. */
  'SURPLUS',
  /** Another key needs its place. */
  'EVICTED',
  /** Held too long without a renewal. */
  'LEAKED',
  /** The pool ends. */
  'CLOSING',
] as const;
export type DestroyReason = (typeof destroyReasons)[number];
