/** Sessions as the link asks for them, within what this node takes. */
import type { SessionInfo, SessionRefusal } from '../../shared/wire/node-session-codec.ts';
import { sessionBytesPerHostMax, sessionsPerHostMax } from './hosting-config.ts';
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

export const sessionsPerNodeMax = 256;

/** Sessions leave one of a tenant's hosts to its other runs, where it may have more than one. */
export function sessionHostsMax(hostsPerTenantMax: number): number {
  return Math.max(1, hostsPerTenantMax - 1);
}

/** Whether the tenant may have one more: what is opened must find a host. */
export function mayOpen(
  sessions: TenantSessions,
  { memoryBytesMax }: OpenTerms,
  hostsMax: number,
): boolean {
  if (sessions.count >= hostsMax * sessionsPerHostMax) return false;
  const bytes = sessions.all().reduce((sum, { terms }) => sum + terms.memoryBytesMax, 0);
  return bytes + memoryBytesMax <= hostsMax * sessionBytesPerHostMax;
}

export function infoOf(sessions: TenantSessions, nowMs: number): SessionInfo[] {
  return sessions.all().map((session) => ({
    terms: session.terms,
    openedMsAgo: nowMs - session.openedAtMs,
    idleForMs: session.idleMs(nowMs),
    runsEnded: session.runsEnded,
  }));
}
