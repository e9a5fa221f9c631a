/** What coordinators and agents say to each other about sessions. */
import type {
  NodeSessionAnswer__Output,
  NodeSessionAnswer as WireAnswer,
} from '../generated/isopod/v1/NodeSessionAnswer.ts';
import type {
  NodeSessionCall__Output,
  NodeSessionCall as WireCall,
} from '../generated/isopod/v1/NodeSessionCall.ts';
import type {
  NodeSessionOpen__Output,
  NodeSessionOpen as WireOpen,
} from '../generated/isopod/v1/NodeSessionOpen.ts';
import type { SessionTerms } from '../sessions/session-terms.ts';
import { wireEnum } from './wire-enum.ts';
import { WireError } from './wire-error.ts';

export const sessionRefusals = ['NODE_FULL', 'TENANT_FULL', 'DRAINING'] as const;
export type SessionRefusal = (typeof sessionRefusals)[number];
const sessionRefusalEnum = wireEnum('SESSION_REFUSAL_REASON', sessionRefusals);

/** A session to be opened, or that is open. */
export interface NamedSessionTerms extends SessionTerms {
  readonly sessionId: string;
}

export type SessionCall =
  | { readonly name: 'open'; readonly tenantId: string; readonly terms: NamedSessionTerms }
  | { readonly name: 'close'; readonly tenantId: string; readonly sessionId: string }
  | { readonly name: 'list'; readonly tenantId: string };

export interface SessionInfo {
  readonly terms: NamedSessionTerms;
  readonly openedMsAgo: number;
  /** 0 while it has a run. */
  readonly idleForMs: number;
  readonly runsEnded: number;
}

/** What of it counts depends on the call. */
export interface SessionAnswer {
  /** Undefined where the session was opened. */
  readonly refusal?: SessionRefusal;
  readonly wasOpen: boolean;
  readonly sessions: readonly SessionInfo[];
}

export function sessionCallToWire(callId: number, call: SessionCall): WireCall {
  const { tenantId } = call;
  switch (call.name) {
    case 'open':
      return { callId, tenantId, open: termsToWire(call.terms) };
    case 'close':
      return { callId, tenantId, closeSessionId: call.sessionId };
    case 'list':
      return { callId, tenantId, list: {} };
  }
}

/** Throws WireError. */
export function sessionCallFromWire(wire: NodeSessionCall__Output): SessionCall {
  const { tenantId } = wire;
  if (tenantId === '') throw new WireError('Could not read a call about sessions: no tenant');
  if (wire.open) return { name: 'open', tenantId, terms: termsFromWire(wire.open) };
  if (wire.list) return { name: 'list', tenantId };
  return { name: 'close', tenantId, sessionId: wire.closeSessionId ?? '' };
}

export function sessionAnswerToWire(callId: number, answer: SessionAnswer): WireAnswer {
  const { refusal, wasOpen, sessions } = answer;
  return {
    callId,
    ...(refusal ? { refusal: sessionRefusalEnum.toWire(refusal) } : {}),
    wasOpen,
    sessions: sessions.map(({ terms, openedMsAgo, idleForMs, runsEnded }) => ({
      terms: termsToWire(terms),
      openedMsAgo: Math.round(openedMsAgo),
      idleForMs: Math.round(idleForMs),
      runsEnded,
    })),
  };
}

export function sessionAnswerFromWire(wire: NodeSessionAnswer__Output): SessionAnswer {
  const refusal = readRefusal(wire.refusal);
  return {
    ...(refusal ? { refusal } : {}),
    wasOpen: wire.wasOpen,
    sessions: wire.sessions.map(({ terms, openedMsAgo, idleForMs, runsEnded }) => {
      if (!terms) throw new WireError('Could not read a session of a node: it has no terms');
      return { terms: termsFromWire(terms), openedMsAgo, idleForMs, runsEnded };
    }),
  };
}

/** A refusal for a reason that is not known is one all the same: the session is not there. */
function readRefusal(wire: NodeSessionAnswer__Output['refusal']): SessionRefusal | undefined {
  if (sessionRefusalEnum.isUnspecified(wire)) return undefined;
  return sessionRefusalEnum.fromWire(wire) ?? 'NODE_FULL';
}

function termsToWire({ sessionId, ttlMs, idleMs, memoryBytesMax }: NamedSessionTerms): WireOpen {
  return { sessionId, ttlMs, idleMs, memoryBytes: memoryBytesMax };
}

function termsFromWire(wire: NodeSessionOpen__Output): NamedSessionTerms {
  const { sessionId, ttlMs, idleMs, memoryBytes } = wire;
  return { sessionId, ttlMs, idleMs, memoryBytesMax: memoryBytes };
}
