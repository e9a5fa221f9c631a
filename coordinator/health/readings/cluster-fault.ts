/** Which answers are the cluster's fault, for its error ratio: not a guest's, a caller's or a quota's. */
import type { ErrorReason } from '../../../shared/errors/error-catalogue.ts';
import type { OutcomeWord } from '../../../shared/execution/outcome.ts';

const faultReasons: ReadonlySet<ErrorReason> = new Set<ErrorReason>([
  'INTERNAL',
  'NO_NODE',
  'QUEUE_FULL',
  'OVERLOADED',
  'CIRCUIT_OPEN',
  'STORE_UNAVAILABLE',
  'STORE_DAMAGED',
]);

/** Of an execution that was ended without a word from its node. */
export function isFaultyWord(word: OutcomeWord): boolean {
  return word === 'NODE_LOST' || word === 'SESSION_LOST';
}

export function isFaultyReason(reason: ErrorReason): boolean {
  return faultReasons.has(reason);
}
