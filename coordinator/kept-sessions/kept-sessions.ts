/**
 * Sessions over the nodes that hold them. Nothing of a session is kept here: its id says on which
 * node it lives, so that every coordinator finds it there, and only that node knows whether it does.
 *
 * Which node a new one goes to is the balancer's to say, by its secret as affinity key; where that one
 * takes no more, the others are asked in the order of a ranking of their own.
 */
import { IsopodError } from '../../shared/errors/isopod-error.ts';
import type { PostureLayer } from '../../shared/execution/posture-layer.ts';
import type { Place } from '../../shared/nodes/place.ts';
import {
  nodeIdOfSession,
  type SessionDescription,
  type SessionTerms,
  sessionIdOf,
} from '../../shared/sessions/session-terms.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type {
  SessionAnswer,
  SessionCall,
  SessionInfo,
} from '../../shared/wire/node-session-codec.ts';
import type { PickRequest } from '../balancing/balancer.ts';
import { rankByRendezvous } from '../balancing/rank-by-rendezvous.ts';

/** A node as far as sessions are concerned. */
export interface SessionNode {
  readonly nodeId: string;
  readonly layers: ReadonlySet<string>;
  /** Undefined where no answer came. */
  callSessions(call: SessionCall): Promise<SessionAnswer | undefined>;
}

/** What its client asks of a new one's node. */
export interface SessionDemands {
  readonly layersRequired?: readonly PostureLayer[] | undefined;
  /** Where its client is. */
  readonly origin?: Place | undefined;
}

interface KeptSessionsParts {
  readonly nodes: {
    /** Those that take new ones. */
    readonly active: readonly SessionNode[];
    /** All that are connected. */
    readonly all: readonly SessionNode[];
  };
  /** The node for a new one; undefined where none has room for a run now. */
  readonly pickHome: (request: PickRequest) => SessionNode | undefined;
  readonly clock: Clock;
  /** 128 bits or more that nobody can guess, in base64url. */
  readonly newSecret: () => string;
}

const retryAfterMs = 1_000;

export class KeptSessions {
  readonly #parts: KeptSessionsParts;

  constructor(parts: KeptSessionsParts) {
    this.#parts = parts;
  }

  /** Throws NO_NODE, POSTURE_UNMET or SESSION_LIMIT. */
  async create(
    tenantId: string,
    terms: SessionTerms,
    { layersRequired = [], origin }: SessionDemands = {},
  ): Promise<SessionDescription> {
    const { nodes, clock, newSecret } = this.#parts;
    const secret = newSecret();
    const fit = nodes.active.filter(({ layers }) => layersRequired.every((it) => layers.has(it)));
    if (fit.length === 0) throw noNode(nodes.active.length, layersRequired);
    let refusals = 0;
    for (const node of this.#inOrder(fit, secret, { layersRequired, origin })) {
      const named = { ...terms, sessionId: sessionIdOf(node.nodeId, secret) };
      const answer = await node.callSessions({ name: 'open', tenantId, terms: named });
      if (answer?.refusal) refusals++;
      // It may open it yet, and nobody would know the id: what comes after that ends it.
      else if (!answer)
        void node.callSessions({ name: 'close', tenantId, sessionId: named.sessionId });
      else
        return describe(node.nodeId, clock.epochMs(), {
          terms: named,
          openedMsAgo: 0,
          idleForMs: 0,
          runsEnded: 0,
        });
    }
    if (refusals > 0) throw sessionLimit(fit.length);
    throw noNode(fit.length, []);
  }

  #inOrder(
    fit: readonly SessionNode[],
    secret: string,
    demands: SessionDemands,
  ): readonly SessionNode[] {
    const request = { program: { hash: secret }, affinityKey: secret, ...demands };
    const home = this.#parts.pickHome(request);
    const ranked = rankByRendezvous(fit, secret);
    return home ? [home, ...ranked.filter((node) => node !== home)] : ranked;
  }

  /** False where there was none, as far as is known. */
  async close(tenantId: string, sessionId: string): Promise<boolean> {
    const nodeId = nodeIdOfSession(sessionId);
    const node = this.#parts.nodes.all.find((known) => known.nodeId === nodeId);
    const answer = await node?.callSessions({ name: 'close', tenantId, sessionId });
    return answer?.wasOpen ?? false;
  }

  /** On the nodes that are connected, the oldest first. */
  async list(tenantId: string): Promise<SessionDescription[]> {
    const { nodes, clock } = this.#parts;
    const lists = await Promise.all(
      nodes.all.map(async (node) => {
        const answer = await node.callSessions({ name: 'list', tenantId });
        const nowMs = clock.epochMs();
        return (answer?.sessions ?? []).map((info) => describe(node.nodeId, nowMs, info));
      }),
    );
    return lists.flat().toSorted((a, b) => a.createdAtMs - b.createdAtMs);
  }
}

function describe(
  nodeId: string,
  nowMs: number,
  { terms, openedMsAgo, idleForMs, runsEnded }: SessionInfo,
): SessionDescription {
  const createdAtMs = nowMs - openedMsAgo;
  const expiresAtMs = createdAtMs + terms.ttlMs;
  return { ...terms, nodeId, createdAtMs, expiresAtMs, idleForMs, executionCount: runsEnded };
}

function noNode(count: number, layers: readonly PostureLayer[]): IsopodError {
  if (count > 0 && layers.length > 0) {
    const message = `Could not open a session: no node has all of ${layers.join(', ')}`;
    return new IsopodError('POSTURE_UNMET', message);
  }
  const message = `Could not open a session: none of ${count} nodes answered`;
  return new IsopodError('NO_NODE', message, { retryAfterMs });
}

function sessionLimit(count: number): IsopodError {
  const message = `Could not open a session: ${count} nodes have as many as they take`;
  return new IsopodError('SESSION_LIMIT', message, { retryAfterMs });
}
