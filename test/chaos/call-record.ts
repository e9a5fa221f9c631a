/** One call of a load, and what can be said of many. */
export interface CallRecord {
  readonly load: string;
  /** By the time of the loads. */
  readonly askedAtMs: number;
  readonly answeredAtMs: number;
  /** A word of an outcome, or the reason of an error. */
  readonly word: string;
  /** Where it ran; empty where it did not. */
  readonly nodeId: string;
  readonly attempts: number;
  /** Of a refusal. */
  readonly retryAfterMs?: number;
  /** Which time it was asked for, from 1. */
  readonly turn: number;
}

export const tookMs = ({ askedAtMs, answeredAtMs }: CallRecord): number => answeredAtMs - askedAtMs;

export const isSuccess = ({ word }: CallRecord): boolean => word === 'SUCCEEDED';

export const isRefusal = ({ word }: CallRecord): boolean =>
  word === 'OVERLOADED' || word === 'QUEUE_FULL';

/** Of the time that they took; NaN of none. */
export function quantileMs(calls: readonly CallRecord[], quantile: number): number {
  const sorted = calls.map(tookMs).toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(quantile * sorted.length))] ?? Number.NaN;
}

export function countBy(calls: readonly CallRecord[]): string {
  const counts = new Map<string, number>();
  for (const { word } of calls) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].map(([word, count]) => `${count} ${word}`).join(', ');
}
