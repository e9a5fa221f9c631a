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
  /** Where it is in its lane, and among all by when they are due. */
  laneIndex: number;
  dueIndex: number;
}

export function isAhead(a: QueueEntry, b: QueueEntry): boolean {
  return a.rank < b.rank || (a.rank === b.rank && a.sequence < b.sequence);
}

export const laneOrder = {
  isBefore: isAhead,
  indexOf: ({ laneIndex }: QueueEntry): number => laneIndex,
  setIndex: (entry: QueueEntry, index: number): void => {
    entry.laneIndex = index;
  },
};

export const dueOrder = {
  isBefore: (a: QueueEntry, b: QueueEntry): boolean => a.dueMs < b.dueMs,
  indexOf: ({ dueIndex }: QueueEntry): number => dueIndex,
  setIndex: (entry: QueueEntry, index: number): void => {
    entry.dueIndex = index;
  },
};
