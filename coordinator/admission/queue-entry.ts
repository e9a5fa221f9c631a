/** An execution that waits for a node. */
import type { Turn } from './fair-order.ts';
import type { Ticket } from './ticket.ts';

export interface QueueEntry extends Turn {
  readonly ticket: Ticket;
  /** Between equals the smaller goes first. */
  readonly sequence: number;
  readonly enteredAtMs: number;
  /** Clock.nowMs at which it is of no use any more. */
  readonly dueMs: number;
}

export function isAhead(a: QueueEntry, b: QueueEntry): boolean {
  return a.rank < b.rank || (a.rank === b.rank && a.sequence < b.sequence);
}

export function isDueBefore(a: QueueEntry, b: QueueEntry): boolean {
  return a.dueMs < b.dueMs;
}
