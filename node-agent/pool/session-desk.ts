/** Sessions as the link asks for them, within what this node takes. */
import type { SessionInfo, SessionRefusal } from '../../shared/wire/node-session-codec.ts';
import type { OpenTerms } from './session.ts';
import type { TenantSessions } from './tenant-sessions.ts';

/** The node's sessions as the link sees them. */
export interface SessionDesk {
  /** Undefined when it is open. */
  open(terms: OpenTerms): SessionRefusal | undefined;
  /** Its runs are answered SESSION_LOST. False where there is none. */
  close(tenantId: string, sessionId: string): boolean;
  list(tenantId: string): readonly SessionInfo[];
}

/** Of all tenants, and of one. */
export const sessionsPerNodeMax = 256;
export const sessionsPerTenantMax = 64;

export function infoOf(sessions: TenantSessions, nowMs: number): SessionInfo[] {
  return sessions.all().map((session) => ({
    terms: session.terms,
    openedMsAgo: nowMs - session.openedAtMs,
    idleForMs: session.idleMs(nowMs),
    runsEnded: session.runsEnded,
  }));
}
