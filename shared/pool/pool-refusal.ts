/** Why an acquire was not granted. A refused acquire is never granted later. */
export const poolRefusalReasons = ['TIMED_OUT', 'ABORTED', 'QUEUE_FULL', 'DRAINING'] as const;
export type PoolRefusalReason = (typeof poolRefusalReasons)[number];

export class PoolRefusal extends Error {
  override readonly name = 'PoolRefusal';
  readonly reason: PoolRefusalReason;

  constructor(reason: PoolRefusalReason, detail: string) {
    super(`no resource was granted: ${detail}`);
    this.reason = reason;
  }
}
