/**
 * Who comes and who goes. A node that has not been heard of for `silenceMsMax` is closed as if its
 * stream had broken: a machine that lost power does not say goodbye.
 */
import type { Clock, Timer } from '../../shared/time/clock.ts';
import type { NodeHello } from '../../shared/wire/node-messages.ts';
import type { NodeRegistry } from './node-registry.ts';
import { NodeSession, type NodeSessionOwner, type NodeStream } from './node-session.ts';

/** Hears of nodes; telemetry and health implement it. */
export interface NodeRosterObserver {
  joined?(session: NodeSession): void;
  left?(session: NodeSession, reason: string, runsLost: number): void;
}

interface NodeRosterParts {
  readonly coordinatorId: string;
  readonly nodes: NodeRegistry;
  readonly owner: NodeSessionOwner;
  readonly clock: Clock;
  readonly observer: NodeRosterObserver;
}

const heartbeatIntervalMs = 1_000;
const silenceMsMax = 5_000;

export class NodeRoster {
  readonly #parts: NodeRosterParts;
  #sweepTimer: Timer | undefined;

  constructor(parts: NodeRosterParts) {
    this.#parts = parts;
  }

  join(hello: NodeHello, stream: NodeStream): NodeSession {
    const { coordinatorId, nodes, owner, clock, observer } = this.#parts;
    const session = new NodeSession(hello, stream, owner, clock);
    stream.write({ name: 'welcome', coordinatorId, heartbeatIntervalMs });
    nodes.add(session);
    observer.joined?.(session);
    owner.roomFreed();
    this.#sweepTimer ??= clock.setTimer(heartbeatIntervalMs, () => this.#sweep());
    return session;
  }

  changed(session: NodeSession): void {
    if (session.state === 'draining') this.#parts.nodes.refresh();
  }

  leave(session: NodeSession, reason: string): void {
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
    for (const session of this.#parts.nodes.all) this.leave(session, 'the coordinator has stopped');
  }

  #sweep(): void {
    const { nodes, clock } = this.#parts;
    const silentSinceMs = clock.nowMs() - silenceMsMax;
    for (const session of nodes.all)
      if (session.heardAtMs < silentSinceMs) this.leave(session, `silent for ${silenceMsMax} ms`);
    this.#sweepTimer =
      nodes.all.length === 0 ? undefined : clock.setTimer(heartbeatIntervalMs, () => this.#sweep());
  }
}
