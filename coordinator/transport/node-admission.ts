/**
 * Who may join as a node: whoever has a certificate of the agents' authorities, the node token, or
 * a join token made with it.
 */
import { hash, timingSafeEqual } from 'node:crypto';
import {
  isGranted,
  makeJoinToken,
  readJoinToken,
  rejoinTokenMs,
} from '../../shared/nodes/join-token.ts';
import type { CertifiedPeer } from './peer-certificates.ts';

interface NodeAdmissionParts {
  readonly nodeToken: string | undefined;
  readonly nowEpochMs: () => number;
}

/** As which nodes somebody may join. */
export interface Admission {
  isFor(nodeId: string): boolean;
  /** It came by a token that expires: it needs others to come back by. */
  readonly isTemporary: boolean;
}

const bearer = 'Bearer ';

export class NodeAdmission {
  readonly #parts: NodeAdmissionParts;

  constructor(parts: NodeAdmissionParts) {
    this.#parts = parts;
  }

  /** Undefined for somebody who is turned away. `authorization` is that of the call's metadata. */
  admit(peer: CertifiedPeer | undefined, authorization: string | undefined): Admission | undefined {
    if (peer?.isAgent) {
      const { nodeIds } = peer;
      const isFor = (nodeId: string): boolean => nodeIds.length === 0 || nodeIds.includes(nodeId);
      return { isFor, isTemporary: false };
    }
    const { nodeToken, nowEpochMs } = this.#parts;
    if (nodeToken === undefined || !authorization?.startsWith(bearer)) return undefined;
    const token = authorization.slice(bearer.length);
    if (isSame(token, nodeToken)) return { isFor: () => true, isTemporary: false };
    const grant = readJoinToken(token, nodeToken, nowEpochMs());
    return grant && { isFor: (nodeId) => isGranted(grant.nodes, nodeId), isTemporary: true };
  }

  /** For a node that came by a token that expires. */
  nextToken(nodeId: string): string {
    const { nodeToken = '', nowEpochMs } = this.#parts;
    return makeJoinToken(nodeToken, { nodes: nodeId, expiresAtMs: nowEpochMs() + rejoinTokenMs });
  }
}

/** Compares digests, so that neither the time taken nor a length tells anything of the token. */
function isSame(given: string, right: string): boolean {
  const digest = (text: string): Buffer => hash('sha256', text, 'buffer');
  return timingSafeEqual(digest(given), digest(right));
}
