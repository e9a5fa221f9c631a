/**
 * Who comes and who goes. A node that has not been heard of for `silenceMsMax` is closed as if its
 * stream had broken: a machine that lost power does not say goodbye. A coordinator that was itself
 * too busy to listen accuses nobody.
 */
import type { Clock, Timer } from '../../shared/time/clock.ts';
import type { NodeHello } from '../../shared/wire/node-messages.ts';
import type { RunOwner } from '../admission/run-place.ts';
import type { NodeRegistry } from './node-registry.ts';
import { NodeSession, type NodeStream } from './node-session.ts';

/** Hears of nodes; telemetry and health implement it. */
export interface NodeRosterObserver {
  joined?(session: NodeSession): void;
  /** It takes no new runs. */
  draining?(session: NodeSession): void;
  left?(session: NodeSession, reason: string, runsLost: number): void;
}

interface NodeRosterParts {
  readonly coordinatorId: string;
  readonly nodes: NodeRegistry;
  readonly owner: RunOwner;
  readonly clock: Clock;
  readonly observer: NodeRosterObserver;
}

const heartbeatIntervalMs = 1_000;
const silenceMsMax = 5_000;
/** A look that comes this late means that messages may lie unread. */
const lateMsMax = 1_000;

export class NodeRoster {
  readonly #parts: NodeRosterParts;
  #sweepTimer: Timer | undefined;

  constructor(parts: NodeRosterParts) {
    this.#parts = parts;
  }

  /** An older session of the same node ends: the agent has dialled anew. */
  join(hello: NodeHello, stream: NodeStream): NodeSession {
    const { coordinatorId, nodes, owner, clock, observer } = this.#parts;
    const older = nodes.get(hello.nodeId);
    if (older) this.leave(older, 'the node connected again');
    const session = new NodeSession(hello, stream, owner, clock);
    stream.write({ name: 'welcome', coordinatorId, heartbeatIntervalMs });
    nodes.add(session);
    observer.joined?.(session);
    owner.roomFreed();
    if (!this.#sweepTimer) this.#scheduleSweep();
    return session;
  }

  /** A heartbeat has come. */
  changed(session: NodeSession): void {
    const { nodes, observer } = this.#parts;
    if (session.state !== 'draining' || !nodes.active.includes(session)) return;
    nodes.refresh();
    observer.draining?.(session);
  }

  leave(session: NodeSession, reason: string): void {
    if (session.state === 'closed') return;
    const runsLost = session.runsOutstanding;
    this.#parts.nodes.remove(session);
    session.close(reason);
    this.#parts.observer.left?.(session, reason, runsLost);
    this.#parts.owner.roomFreed();
  }

  /** Tells every agent that this coordinator leaves. */
  sayGoodbye(): void {
    for (const session of this.#parts.nodes.all) session.sayGoodbye();
    this.#parts.nodes.refresh();
  }

  close(): void {
    this.#sweepTimer?.cancel();
    this.#sweepTimer = undefined;
    for (const session of this.#parts.nodes.all) this.leave(session, 'the coordinator has stopped');
  }

  #scheduleSweep(): void {
    const { clock } = this.#parts;
    const dueMs = clock.nowMs() + heartbeatIntervalMs;
    this.#sweepTimer = clock.setTimer(heartbeatIntervalMs, () => this.#sweep(dueMs));
  }

  #sweep(dueMs: number): void {
    this.#sweepTimer = undefined;
    const { nodes, clock } = this.#parts;
    const nowMs = clock.nowMs();
    if (nowMs - dueMs <= lateMsMax)
      for (const session of nodes.all)
        if (session.heardAtMs < nowMs - silenceMsMax)
          this.leave(session, `silent for ${silenceMsMax} ms`);
    if (nodes.all.length > 0) this.#scheduleSweep();
  }
}
