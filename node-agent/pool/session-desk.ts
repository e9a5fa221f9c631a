/** How many sessions this node takes, and how they are described. */
import type { SessionInfo } from '../../shared/wire/node-session-codec.ts';
import { sessionBytesPerHostMax, sessionsPerHostMax } from './hosting-config.ts';
import type { OpenTerms } from './session-port.ts';
import type { TenantSessions } from './tenant-sessions.ts';

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
