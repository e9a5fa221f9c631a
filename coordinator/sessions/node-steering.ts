/**
 * Administrators' hands on nodes: what is cordoned, drained or removed gets nothing new from the moment
 * of the call on, and loses nothing that it has, unless its time is over.
 */
import { IsopodError } from '../../shared/errors/isopod-error.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { NodeRegistry } from './node-registry.ts';
import type { NodeRoster } from './node-roster.ts';
import type { NodeSession } from './node-session.ts';

interface NodeSteeringParts {
  readonly nodes: NodeRegistry;
  readonly roster: Pick<NodeRoster, 'cordon' | 'uncordon' | 'leave'>;
  readonly clock: Clock;
}

const lookEveryMs = 20;

export class NodeSteering {
  readonly #parts: NodeSteeringParts;

  constructor(parts: NodeSteeringParts) {
    this.#parts = parts;
  }

  /** Throws NODE_NOT_FOUND. */
  cordon(nodeId: string): NodeSession {
    const session = this.#find(nodeId);
    this.#parts.roster.cordon(session);
    return session;
  }

  /** Returns the node where it is connected. Throws NODE_NOT_FOUND. */
  uncordon(nodeId: string): NodeSession | undefined {
    const { nodes, roster } = this.#parts;
    if (!roster.uncordon(nodeId) && !nodes.get(nodeId)) throw notFound(nodeId);
    return nodes.get(nodeId);
  }

  /** Resolves when it has no run of ours, has left, or `isGone`. Rejects with NODE_NOT_FOUND. */
  async drain(nodeId: string, isGone: () => boolean): Promise<NodeSession | undefined> {
    const session = this.cordon(nodeId);
    await this.#emptied(session, isGone);
    return this.#parts.nodes.get(nodeId);
  }

  /** Resolves with how many runs were lost. Rejects with NODE_NOT_FOUND. */
  async remove(nodeId: string, graceMs: number): Promise<number> {
    const { clock, roster } = this.#parts;
    const session = this.#find(nodeId);
    roster.cordon(session, true);
    const endMs = clock.nowMs() + graceMs;
    await this.#emptied(session, () => clock.nowMs() >= endMs);
    const runsLost = session.runsOutstanding;
    // It leaves in order, whatever it has said of it.
    session.retire();
    roster.leave(session, 'an administrator has removed it');
    return runsLost;
  }

  async #emptied(session: NodeSession, isOver: () => boolean): Promise<void> {
    const { clock } = this.#parts;
    while (session.runsOutstanding > 0 && session.state !== 'closed' && !isOver())
      await new Promise<void>((resolve) => clock.setTimer(lookEveryMs, resolve));
  }

  #find(nodeId: string): NodeSession {
    const session = this.#parts.nodes.get(nodeId);
    if (session) return session;
    throw notFound(nodeId);
  }
}

function notFound(nodeId: string): IsopodError {
  return new IsopodError('NODE_NOT_FOUND', `Could not find the node: none is called ${nodeId}`);
}
