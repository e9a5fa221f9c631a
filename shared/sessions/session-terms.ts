/** Sessions: what may be asked of one, and its id, which says where it lives. */
import { defaultLimits, limitCeilings, limitFloors } from '../execution/limits.ts';

/** How long a session lives, how long without a run, and the memory of its isolate. */
export interface SessionTerms {
  readonly ttlMs: number;
  readonly idleMs: number;
  readonly memoryBytesMax: number;
}

/** A session as its owner sees it. Times are in milliseconds, those of the clock since 1970. */
export interface SessionDescription extends SessionTerms {
  readonly sessionId: string;
  readonly nodeId: string;
  readonly createdAtMs: number;
  readonly expiresAtMs: number;
  /** 0 while it has an execution. */
  readonly idleForMs: number;
  readonly executionCount: number;
}

const second = 1_000;
const hour = 3_600 * second;

export const defaultSessionTerms: SessionTerms = {
  ttlMs: hour,
  idleMs: 600 * second,
  memoryBytesMax: defaultLimits.memoryBytesMax,
};

export const sessionFloors: SessionTerms = {
  ttlMs: second,
  idleMs: second,
  memoryBytesMax: limitFloors.memoryBytesMax,
};

export const sessionCeilings: SessionTerms = {
  ttlMs: 24 * hour,
  idleMs: 24 * hour,
  memoryBytesMax: limitCeilings.memoryBytesMax,
};

/** The node's id, a dot, and 128 bits or more that nobody can guess, in base64url. */
const idPattern = /^([A-Za-z0-9][A-Za-z0-9._-]{0,63})\.[A-Za-z0-9_-]{22,64}$/;

/** `secret` is base64url. */
export function sessionIdOf(nodeId: string, secret: string): string {
  return `${nodeId}.${secret}`;
}

/** The node that a session lives on, or undefined for what is no id of a session. */
export function nodeIdOfSession(sessionId: string): string | undefined {
  return idPattern.exec(sessionId)?.[1];
}
