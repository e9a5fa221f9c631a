/**
 * When a node-agent of a local cluster that has ended by itself is started again. One that ends in
 * order, as it does of age, is at once; whatever ends soon after its start, for whichever reason, waits
 * longer each time, or starting it would be all that the machine does.
 */

export interface AgentEnd {
  /** It had joined the coordinator. */
  readonly wasReady: boolean;
  readonly isOrderly: boolean;
  readonly livedMs: number;
  /** One that was in its place before had joined. */
  readonly hasServed: boolean;
  /** Of those in its place, the last ones that ended soon after their start. */
  readonly quickEndsBefore: number;
}

export interface Restart {
  readonly delayMs: number;
  readonly quickEnds: number;
}

const settledAfterMs = 10_000;
const delayMsMin = 500;
const delayMsMax = 30_000;

/** Undefined where it is not started again, and the cluster cannot go on. */
export function restartAfter(end: AgentEnd, restartsLost: boolean): Restart | undefined {
  const { wasReady, livedMs, hasServed, quickEndsBefore } = end;
  // One that never was ready lacks something that a second start will not bring.
  if (!wasReady && !hasServed) return undefined;
  const isOrderly = wasReady && end.isOrderly;
  if (!isOrderly && !restartsLost) return undefined;
  const quickEnds = livedMs >= settledAfterMs ? 0 : quickEndsBefore + 1;
  if (isOrderly && quickEnds <= 1) return { delayMs: 0, quickEnds };
  return { delayMs: Math.min(delayMsMax, delayMsMin * 2 ** Math.max(0, quickEnds - 1)), quickEnds };
}
