/**
 * Who comes and who goes, and who is believed to be well. A node that has fallen silent is suspected
 * and gets nothing new until it is heard of; one that stays silent is closed as if its stream had
 * broken: a machine that lost power does not say goodbye. Time in which this coordinator was itself
 * too busy to listen is held against nobody.
 */
import { IsopodError } from '../../shared/errors/isopod-error.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { NodeHello } from '../../shared/wire/node-messages.ts';
import type { RunOwner } from '../admission/run-place.ts';
import type { RunFeedback } from '../balancing/balancer.ts';
import { LoopWatch } from '../health/loop-watch.ts';
import { NodeHealth } from '../health/node-health.ts';
import type { NodeGuards } from '../resilience/node-guards.ts';
import type { NodeRegistry } from './node-registry.ts';
import { NodeSession, type NodeStream } from './node-session.ts';

/** Hears of nodes; telemetry and health implement it. */
export interface NodeRosterObserver {
  joined?(session: NodeSession): void;
  /** An administrator has it take no new runs, or take them again. */
  steered?(session: NodeSession, isCordoned: boolean): void;
  /** It takes no new runs. */
  draining?(session: NodeSession): void;
  /** It has been silent for longer than its pace explains: it gets no new runs for now. */
  suspected?(session: NodeSession, phi: number): void;
  /** It has been heard of again. */
  trusted?(session: NodeSession): void;
  left?(session: NodeSession, departure: NodeDeparture): void;
}

export interface NodeDeparture {
  readonly reason: string;
  readonly runsLost: number;
  /** It had not said that it would leave. */
  readonly wasSudden: boolean;
}

interface NodeRosterParts {
  readonly coordinatorId: string;
  readonly nodes: NodeRegistry;
  readonly owner: RunOwner;
  /** What keeps runs from nodes that fail. */
  readonly guards: NodeGuards;
  readonly feedback: RunFeedback;
  readonly clock: Clock;
  readonly observer: NodeRosterObserver;
  /** After it a node that is silent is given up, and with it what it was running. */
  readonly nodeSilenceMsMax: number;
}

export const heartbeatIntervalMs = 1_000;
const connectedAgain = 'the node connected again';
/** Where that goes on, two agents have one id. */
const displaced = 'another agent has joined as this node, or it was started anew';

export class NodeRoster {
  readonly #parts: NodeRosterParts;
  readonly #loop: LoopWatch;
  readonly #health = new Map<NodeSession, NodeHealth>();

  constructor(parts: NodeRosterParts) {
    this.#parts = parts;
    this.#loop = new LoopWatch({ clock: parts.clock, turned: () => this.#judgeAll() });
  }

  /**
   * Older sessions of the same node end: the agent has dialled anew. Or it dials before it leaves,
   * as a renewal of the very same agent says; then they finish what they have. Throws NODE_REMOVED.
   */
  join(hello: NodeHello, stream: NodeStream): NodeSession {
    const { coordinatorId, nodes, owner, guards, feedback, clock, observer } = this.#parts;
    if (nodes.isBanned(hello.nodeId)) throw nodeRemoved(hello.nodeId);
    for (const older of this.#sessionsOf(hello.nodeId)) {
      const isSameAgent = older.startedAtMs === hello.posture.startedAtMs;
      if (hello.isRenewal && isSameAgent) older.retire();
      else this.leave(older, isSameAgent ? connectedAgain : displaced);
    }
    const guard = guards.join(hello.nodeId, hello.capacity);
    const session = new NodeSession(hello, stream, { owner, guard, feedback, clock });
    stream.write({ name: 'welcome', coordinatorId, heartbeatIntervalMs });
    this.#loop.start();
    this.#health.set(session, new NodeHealth(heartbeatIntervalMs, this.#loop.nowMs()));
    nodes.add(session);
    observer.joined?.(session);
    owner.roomFreed();
    return session;
  }

  /** A heartbeat has come. */
  changed(session: NodeSession): void {
    const { nodes, observer } = this.#parts;
    const health = this.#health.get(session);
    const wasSuspected = health?.trust === 'suspected';
    health?.heartbeat(this.#loop.nowMs());
    const isDraining =
      session.state === 'draining' && (wasSuspected || nodes.active.includes(session));
    if (wasSuspected) this.#trust(session);
    if (!isDraining) return;
    nodes.refresh();
    observer.draining?.(session);
  }

  leave(session: NodeSession, reason: string): void {
    if (session.state === 'closed') return;
    const runsLost = session.runsOutstanding;
    const wasSudden = session.state === 'active';
    const isReplaced = this.#parts.nodes.get(session.nodeId) !== session;
    this.#parts.nodes.remove(session);
    this.#health.delete(session);
    if (this.#health.size === 0) this.#loop.stop();
    session.close(reason);
    this.#parts.guards.leave(session.guard);
    if (!isReplaced) this.#parts.observer.left?.(session, { reason, runsLost, wasSudden });
    this.#parts.owner.roomFreed();
  }

  /** It keeps what it has and gets nothing new, also when it dials anew; nor may it, where `isForGood`. */
  cordon(session: NodeSession, isForGood = false): void {
    const { nodes, observer } = this.#parts;
    if (isForGood) nodes.ban(session.nodeId);
    else nodes.cordon(session.nodeId);
    observer.steered?.(session, true);
  }

  /** False where there was no cordon. */
  uncordon(nodeId: string): boolean {
    const { nodes, observer, owner } = this.#parts;
    if (!nodes.uncordon(nodeId)) return false;
    const session = nodes.get(nodeId);
    if (session) observer.steered?.(session, false);
    owner.roomFreed();
    return true;
  }

  /** How sure one may be that it is gone; 0 where it is not here. */
  phiOf(session: NodeSession): number {
    const health = this.#health.get(session);
    return health ? health.phi(this.#silentMs(session, health)) : 0;
  }

  /** Tells every agent that this coordinator leaves. */
  sayGoodbye(): void {
    for (const session of this.#health.keys()) session.sayGoodbye();
    this.#parts.nodes.refresh();
  }

  close(): void {
    for (const session of [...this.#health.keys()])
      this.leave(session, 'the coordinator has stopped');
  }

  #sessionsOf(nodeId: string): NodeSession[] {
    return [...this.#health.keys()].filter((session) => session.nodeId === nodeId);
  }

  #judgeAll(): void {
    const { nodeSilenceMsMax, nodes, observer } = this.#parts;
    for (const [session, health] of this.#health) {
      const silentMs = this.#silentMs(session, health);
      if (silentMs > nodeSilenceMsMax) {
        this.leave(session, `silent for ${nodeSilenceMsMax} ms`);
        continue;
      }
      // One that was retired gets nothing new as it is, and says nothing of the node, which is here.
      if (nodes.get(session.nodeId) !== session || !health.judge(silentMs)) continue;
      if (health.trust === 'trusted') this.#trust(session);
      else {
        nodes.suspect(session);
        observer.suspected?.(session, health.phi(silentMs));
      }
    }
  }

  #trust(session: NodeSession): void {
    const { nodes, observer, owner } = this.#parts;
    nodes.trust(session);
    observer.trusted?.(session);
    owner.roomFreed();
  }

  /** Whatever it says is a sign of life; only heartbeats tell of its pace. */
  #silentMs(session: NodeSession, health: NodeHealth): number {
    const quietMs = this.#parts.clock.nowMs() - session.heardAtMs;
    return Math.min(quietMs, health.silentMs(this.#loop.nowMs()));
  }
}

function nodeRemoved(nodeId: string): IsopodError {
  const message = `Could not join: an administrator has removed ${nodeId}`;
  return new IsopodError('NODE_REMOVED', message, { retryAfterMs: 5_000 });
}
