/**
 * Whom a peer's certificate makes of it: an agent or a client, by the authority that issued it. TLS
 * has made sure that some authority did; which one is looked at here, since a client must not join.
 */
import { X509Certificate } from 'node:crypto';
import type { AuthContext } from '@grpc/grpc-js/build/src/auth-context.js';
import { type Authorities, isIssuedBy, isopodNamesOf } from '../../shared/tls/certificates.ts';
import type { WatchedFiles } from '../../shared/tls/watched-files.ts';

interface PeerCertificatesParts {
  readonly agents?: WatchedFiles<Authorities> | undefined;
  readonly clients?: WatchedFiles<Authorities> | undefined;
  readonly nowEpochMs: () => number;
}

export interface CertifiedPeer {
  readonly isAgent: boolean;
  readonly isClient: boolean;
  /** The nodes that the certificate is for; none where it is for any. */
  readonly nodeIds: readonly string[];
  /** The tenants that the certificate is for; none where it is for any. */
  readonly tenantIds: readonly string[];
}

interface Known {
  readonly peer: CertifiedPeer;
  readonly expiresAtMs: number;
}

/** What a call tells of its connection. */
export interface CallOfPeer {
  getAuthContext(): Pick<AuthContext, 'sslPeerCertificate'>;
}

const knownMax = 10_000;

export class PeerCertificates {
  readonly #parts: PeerCertificatesParts;
  /** To check a signature takes longer than many a call. By fingerprint. */
  readonly #known = new Map<string, Known>();

  constructor(parts: PeerCertificatesParts) {
    this.#parts = parts;
    for (const authorities of [parts.agents, parts.clients])
      authorities?.onChange(() => this.#known.clear());
  }

  /** Undefined where it has shown none, or none that is good. */
  peerOf(call: CallOfPeer): CertifiedPeer | undefined {
    const shown = call.getAuthContext().sslPeerCertificate;
    if (!shown) return undefined;
    const known = this.#known.get(shown.fingerprint256) ?? this.#look(shown);
    return known.expiresAtMs > this.#parts.nowEpochMs() ? known.peer : undefined;
  }

  #look({ raw, fingerprint256 }: { raw: Buffer; fingerprint256: string }): Known {
    const certificate = new X509Certificate(raw);
    const isOf = (authorities: WatchedFiles<Authorities> | undefined): boolean =>
      authorities !== undefined && isIssuedBy(certificate, authorities.value);
    const peer = {
      isAgent: isOf(this.#parts.agents),
      isClient: isOf(this.#parts.clients),
      nodeIds: isopodNamesOf(certificate, 'node'),
      tenantIds: isopodNamesOf(certificate, 'tenant'),
    };
    const known = { peer, expiresAtMs: certificate.validToDate.getTime() };
    if (this.#known.size >= knownMax) this.#known.clear();
    this.#known.set(fingerprint256, known);
    return known;
  }
}
