/**
 * Tokens to join with that expire, and that are good for some nodes only. They are signed with the
 * node token, so that whoever has that can make them without asking anybody, and every coordinator
 * that has it can check them without having seen them.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

export interface JoinGrant {
  /** The id of a node, or with `*` at its end how ids begin; `*` for any. */
  readonly nodes: string;
  /** Milliseconds since 1970. */
  readonly expiresAtMs: number;
}

export const joinTokenMsMax = 7 * 24 * 3_600_000;
/** What an agent is given when it has joined: for itself alone, and it is given another in time. */
export const rejoinTokenMs = 24 * 3_600_000;

const prefix = 'isopod-join';
const scopePattern = /^(?:\*|[A-Za-z0-9][A-Za-z0-9._-]{0,62}[A-Za-z0-9._*-]|[A-Za-z0-9])$/;

export function isNodeScope(text: string): boolean {
  return scopePattern.test(text);
}

export function makeJoinToken(nodeToken: string, { nodes, expiresAtMs }: JoinGrant): string {
  const grant = Buffer.from(JSON.stringify({ nodes, expiresAtMs })).toString('base64url');
  return `${prefix}.${grant}.${signatureOf(nodeToken, grant).toString('base64url')}`;
}

/** What the token grants; undefined where it was not made with this node token, or has expired. */
export function readJoinToken(
  token: string,
  nodeToken: string,
  nowEpochMs: number,
): JoinGrant | undefined {
  const [first, grant, signature, ...rest] = token.split('.');
  if (first !== prefix || !grant || !signature || rest.length > 0) return undefined;
  const given = Buffer.from(signature, 'base64url');
  const right = signatureOf(nodeToken, grant);
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const { nodes, expiresAtMs } = JSON.parse(
    Buffer.from(grant, 'base64url').toString(),
  ) as JoinGrant;
  return expiresAtMs > nowEpochMs ? { nodes, expiresAtMs } : undefined;
}

export function isGranted(nodes: string, nodeId: string): boolean {
  return nodes.endsWith('*') ? nodeId.startsWith(nodes.slice(0, -1)) : nodeId === nodes;
}

function signatureOf(nodeToken: string, grant: string): Buffer {
  return createHmac('sha256', nodeToken).update(`${prefix}.${grant}`).digest();
}
