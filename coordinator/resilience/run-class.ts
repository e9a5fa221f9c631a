/**
 * Runs whose caller waits, and those that fill what is left: the ones of little urgency. Each kind is
 * sure of its part of a node, so that neither keeps the other out.
 */
import { defaultPriority } from '../../shared/execution/priority.ts';

export const runClasses = ['interactive', 'batch'] as const;
export type RunClass = (typeof runClasses)[number];

const batchPriorityMax = 2;

export function runClassOf({
  priority = defaultPriority,
}: {
  readonly priority?: number;
}): RunClass {
  return priority <= batchPriorityMax ? 'batch' : 'interactive';
}
