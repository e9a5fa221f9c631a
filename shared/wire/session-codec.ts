/** Sessions as SessionService has them: requests checked, descriptions both ways. */
import { type FieldViolation, invalidRequest } from '../errors/isopod-error.ts';
import type {
  CreateSessionRequest,
  CreateSessionRequest__Output,
} from '../generated/isopod/v1/CreateSessionRequest.ts';
import type { Session__Output, Session as WireSession } from '../generated/isopod/v1/Session.ts';
import {
  defaultSessionTerms,
  nodeIdOfSession,
  type SessionDescription,
  type SessionTerms,
  sessionCeilings,
  sessionFloors,
} from '../sessions/session-terms.ts';
import {
  durationFromUs,
  durationToUs,
  isDuration,
  timestampFromMs,
  type WireDuration,
} from './duration.ts';

const fieldNames: Record<keyof SessionTerms, string> = {
  ttlMs: 'ttl',
  idleMs: 'idle_time',
  memoryBytesMax: 'memory_bytes',
};
const termNames = Object.keys(fieldNames) as (keyof SessionTerms)[];

export function termsToWire(terms: Partial<SessionTerms>): CreateSessionRequest {
  const { ttlMs, idleMs, memoryBytesMax } = terms;
  return {
    ...(ttlMs === undefined ? {} : { ttl: durationFromUs(ttlMs * 1000) }),
    ...(idleMs === undefined ? {} : { idleTime: durationFromUs(idleMs * 1000) }),
    ...(memoryBytesMax === undefined ? {} : { memoryBytes: memoryBytesMax }),
  };
}

/** Fills in the defaults and adds to `violations` what cannot be had. */
export function readTerms(
  wire: CreateSessionRequest__Output,
  violations: FieldViolation[],
  memoryCeilingBytes = sessionCeilings.memoryBytesMax,
): SessionTerms {
  const asked: Record<keyof SessionTerms, number | undefined> = {
    ttlMs: readMs(wire.ttl),
    idleMs: readMs(wire.idleTime),
    memoryBytesMax: wire.memoryBytes,
  };
  const ceilings = { ...sessionCeilings, memoryBytesMax: memoryCeilingBytes };
  const terms: Record<keyof SessionTerms, number> = {
    ...defaultSessionTerms,
    memoryBytesMax: Math.min(defaultSessionTerms.memoryBytesMax, memoryCeilingBytes),
  };
  for (const name of termNames) {
    const value = asked[name];
    if (value === undefined) continue;
    const { [name]: floor } = sessionFloors;
    const { [name]: ceiling } = ceilings;
    if (value >= floor && value <= ceiling) terms[name] = Math.round(value);
    else {
      const unit = name.endsWith('Ms') ? ' ms' : '';
      const description = `must be from ${floor}${unit} to ${ceiling}${unit}: ${value}`;
      violations.push({ field: fieldNames[name], description });
    }
  }
  return terms;
}

/** Throws INVALID_REQUEST. */
export function readSessionId(sessionId: string): string {
  if (nodeIdOfSession(sessionId) !== undefined) return sessionId;
  throw invalidRequest([{ field: 'session_id', description: 'must be the id of a session' }]);
}

export function sessionToWire(session: SessionDescription): WireSession {
  return {
    sessionId: session.sessionId,
    nodeId: session.nodeId,
    createTime: timestampFromMs(session.createdAtMs),
    expireTime: timestampFromMs(session.expiresAtMs),
    idleTime: durationFromUs(session.idleMs * 1000),
    idleFor: durationFromUs(session.idleForMs * 1000),
    memoryBytes: session.memoryBytesMax,
    executionCount: session.executionCount,
  };
}

export function sessionFromWire(wire: Session__Output | null): SessionDescription {
  const createdAtMs = durationToUs(wire?.createTime) / 1000;
  const expiresAtMs = durationToUs(wire?.expireTime) / 1000;
  return {
    sessionId: wire?.sessionId ?? '',
    nodeId: wire?.nodeId ?? '',
    createdAtMs,
    expiresAtMs,
    ttlMs: expiresAtMs - createdAtMs,
    idleMs: durationToUs(wire?.idleTime) / 1000,
    idleForMs: durationToUs(wire?.idleFor) / 1000,
    memoryBytesMax: wire?.memoryBytes ?? 0,
    executionCount: wire?.executionCount ?? 0,
  };
}

/** NaN, which is in no range, for what is no Duration. */
function readMs(wire: WireDuration | null): number | undefined {
  if (!wire) return undefined;
  return isDuration(wire) ? durationToUs(wire) / 1000 : Number.NaN;
}
