/**
 * Whom a peer's certificate makes of it: an agent or a client, by the authority that issued it. TLS
 * has made sure that some authority did; which one is looked at here, since a client must not join.
 */
import { X509Certificate } from 'node:crypto';
import type { PeerCertificate } from 'node:tls';
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

/** Undefined for a connection without a good certificate. */
type Known = { readonly peer: CertifiedPeer; readonly expiresAtMs: number } | undefined;

/** The ends of a connection: no two that are open have the same. */
export interface ConnectionEnds {
  readonly remoteAddress?: string | undefined;
  readonly remotePort?: number | undefined;
  readonly localAddress?: string | undefined;
}

/** What a call tells of its connection. */
export interface CallOfPeer {
  getAuthContext(): { readonly sslPeerCertificate?: PeerCertificate };
  /** Not every kind of call knows it. */
  getConnectionInfo?(): ConnectionEnds;
}

const knownMax = 100_000;

export class PeerCertificates {
  readonly #parts: PeerCertificatesParts;
  /** To read a certificate and to check it takes longer than many a call. By connection. */
  readonly #known = new Map<string, Known>();

  constructor(parts: PeerCertificatesParts) {
    this.#parts = parts;
    for (const authorities of [parts.agents, parts.clients])
      authorities?.onChange(() => this.#known.clear());
  }

  /** Undefined where it has shown none, or none that is good. */
  peerOf(call: CallOfPeer): CertifiedPeer | undefined {
    const ends = call.getConnectionInfo?.();
    // A connection that is gone already has no ends, as all of them have.
    const known =
      ends?.remotePort !== undefined ? this.#knownOf(keyOf(ends), call) : this.#look(call);
    return known && known.expiresAtMs > this.#parts.nowEpochMs() ? known.peer : undefined;
  }

  /** A connection has begun, or is over: whoever had these ends before is somebody else. */
  forget(ends: ConnectionEnds): void {
    this.#known.delete(keyOf(ends));
  }

  #knownOf(key: string, call: CallOfPeer): Known {
    if (this.#known.has(key)) return this.#known.get(key);
    const known = this.#look(call);
    // Of connections that were over before they were asked about.
    if (this.#known.size >= knownMax) this.#known.clear();
    this.#known.set(key, known);
    return known;
  }

  #look(call: CallOfPeer): Known {
    const raw = call.getAuthContext().sslPeerCertificate?.raw;
    if (!raw) return undefined;
    const certificate = new X509Certificate(raw);
    const isOf = (authorities: WatchedFiles<Authorities> | undefined): boolean =>
      authorities !== undefined && isIssuedBy(certificate, authorities.value);
    const names = isopodNamesOf(certificate);
    if (!names) return undefined;
    const { nodeIds, tenantIds } = names;
    const peer = {
      // What names only the one kind is for nothing else, also where both have one authority.
      isAgent: isOf(this.#parts.agents) && (nodeIds.length > 0 || tenantIds.length === 0),
      isClient: isOf(this.#parts.clients) && (tenantIds.length > 0 || nodeIds.length === 0),
      ...names,
    };
    return { peer, expiresAtMs: certificate.validToDate.getTime() };
  }
}

function keyOf({ remoteAddress, remotePort, localAddress }: ConnectionEnds): string {
  return `${remoteAddress} ${remotePort} ${localAddress}`;
}
