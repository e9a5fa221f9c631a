/**
 * Where clients are known by certificates: a call over a connection without one goes no further,
 * unless something else will ask who calls. A certificate that is for some tenants says whose the
 * call is, whatever its metadata say.
 */
import {
  type Metadata,
  ServerInterceptingCall,
  type ServerInterceptor,
  ServerListenerBuilder,
} from '@grpc/grpc-js';
import { IsopodError } from '../../shared/errors/isopod-error.ts';
import type { CertifiedPeer, PeerCertificates } from '../transport/peer-certificates.ts';
import { toServiceError } from './call-errors.ts';

/** Agents are asked by their own service; a probe asks for health and has no certificate. */
const openPaths = /^\/(?:isopod\.v1\.NodeService|grpc\.health\.v1\.Health)\//;
const tenantKey = 'isopod-tenant';
/** Not of the wire: no client can set it. */
const certifiedKey = 'isopod certified client';

/** The client that a certificate makes of the caller; undefined where it makes none. */
export function certifiedClientOf(metadata: Metadata): CertifiedPeer | undefined {
  return metadata.getOpaque(certifiedKey) as CertifiedPeer | undefined;
}

export function clientCertificates(
  peers: PeerCertificates,
  { isRequired }: { readonly isRequired: boolean },
): ServerInterceptor {
  return ({ path }, call) => {
    if (openPaths.test(path)) return new ServerInterceptingCall(call);
    const listener = new ServerListenerBuilder()
      .withOnReceiveMetadata((metadata, next) => {
        const peer = peers.peerOf(call);
        const refusal = peer?.isClient ? noteClient(peer, metadata) : notCertified(isRequired);
        if (refusal) call.sendStatus(toServiceError(refusal));
        else next(metadata);
      })
      .build();
    return new ServerInterceptingCall(call, { start: (next) => next(listener) });
  };
}

function noteClient(peer: CertifiedPeer, metadata: Metadata): IsopodError | undefined {
  metadata.setOpaque(certifiedKey, peer);
  const [usual] = peer.tenantIds;
  if (usual === undefined) return undefined;
  const named = metadata.get(tenantKey)[0] ?? usual;
  if (!peer.tenantIds.includes(String(named)))
    return new IsopodError(
      'PERMISSION_DENIED',
      `Could not call for tenant ${String(named).slice(0, 64)}: the certificate is not for it`,
    );
  metadata.set(tenantKey, named);
  return undefined;
}

function notCertified(isRequired: boolean): IsopodError | undefined {
  if (!isRequired) return undefined;
  const message = 'Could not let the call in: it needs a certificate of the authority of clients';
  return new IsopodError('UNAUTHENTICATED', message);
}
