/**
 * Where runs go, as the dispatcher sees it: a place with room. sessions/node-session.ts is one.
 */
import type { NodeView } from '../balancing/balancer.ts';
import type { Ticket } from './ticket.ts';

export interface RunPlace extends NodeView {
  /** Gives it a run; the dispatcher has seen that there is room. */
  start(ticket: Ticket): void;
}

/** Whoever decides what happens with runs. */
export interface RunOwner {
  /** A node can take another run. */
  roomFreed(): void;
  /** A run has left its node, ended there. */
  runEnded(ticket: Ticket): void;
  /** `isTenantFull` where the node has enough of the tenant, and may take others. */
  refused(ticket: Ticket, isTenantFull?: boolean): void;
  /** The node is gone, and with it what it was running. */
  lost(ticket: Ticket): void;
}
