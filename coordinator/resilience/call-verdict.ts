/**
 * What counts for and against a target. The table is closed and nobody configures it: a target is
 * judged by its own faults only. Whatever a guest does to itself shows that its node works; what a
 * caller did wrong, was not allowed, or did not wait for, shows nothing.
 */
import type { ErrorReason } from '../../shared/errors/error-catalogue.ts';
import { IsopodError } from '../../shared/errors/isopod-error.ts';
import type { OutcomeWord } from '../../shared/execution/outcome.ts';

export type CallVerdict = 'good' | 'fault' | 'uncounted';

/**
 * What a run's word, as its node tells it, says of the node. A node that tells it is there: what it
 * lost was one of its hosts, which guests can bring down. That a node itself is gone, its stream tells.
 */
export const verdictOnNode = {
  SUCCEEDED: 'good',
  SCRIPT_THREW: 'good',
  SYNTAX_ERROR: 'good',
  CPU_EXCEEDED: 'good',
  WALL_EXCEEDED: 'good',
  MEMORY_EXCEEDED: 'good',
  OUTPUT_EXCEEDED: 'good',
  HOST_CALL_LIMIT: 'good',
  CRASHED: 'good',
  CANCELLED: 'uncounted',
  SESSION_LOST: 'uncounted',
  NODE_LOST: 'uncounted',
  REJECTED: 'uncounted',
} as const satisfies Record<OutcomeWord, CallVerdict>;

/** What the same word, as its caller hears it, says of running that function. */
export const verdictOnFunction = {
  ...verdictOnNode,
  NODE_LOST: 'fault',
} as const satisfies Record<OutcomeWord, CallVerdict>;

/** Reasons that are a fault of what was called. All others are the caller's, a quota or a queue. */
const faultReasons: ReadonlySet<ErrorReason> = new Set<ErrorReason>([
  'INTERNAL',
  'STORE_UNAVAILABLE',
  'STORE_DAMAGED',
  'UNREACHABLE',
]);

/**
 * What a call that threw says of what it called. What is not ours comes from a library that speaks
 * for it, and is a fault; unless the caller had stopped waiting.
 */
export function verdictOnError(thrown: unknown): CallVerdict {
  if (thrown instanceof IsopodError) return faultReasons.has(thrown.reason) ? 'fault' : 'uncounted';
  return thrown instanceof Error && thrown.name === 'AbortError' ? 'uncounted' : 'fault';
}
