/**
 * Where clients have certificates, no call is let in over a connection without one. A certificate
 * that is for some tenants says whose the call is, whatever its metadata say, and is for nothing else.
 */
import { type Metadata, ServerInterceptingCall, type ServerInterceptor } from '@grpc/grpc-js';
import { IsopodError } from '../../shared/errors/isopod-error.ts';
import type { CertifiedPeer, PeerCertificates } from '../transport/peer-certificates.ts';
import { judgedCall } from './judged-call.ts';

/** Agents are asked by their own service; a probe asks for health and has no certificate. */
const openPaths = /^\/(?:isopod\.v1\.NodeService|grpc\.health\.v1\.Health)\//;
const administratorsPaths = /^\/isopod\.v1\.(?:ClusterService|TenantService)\//;
const tenantKey = 'isopod-tenant';

export function clientCertificates(peers: PeerCertificates): ServerInterceptor {
  return ({ path }, call) => {
    if (openPaths.test(path)) return new ServerInterceptingCall(call);
    return judgedCall(call, (metadata) => {
      const peer = peers.peerOf(call);
      return peer?.isClient ? refusalOf(peer, path, metadata) : notCertified();
    });
  };
}

/** Why the certificate is not for this call; if it is, the metadata say which tenant it is for. */
function refusalOf(
  { tenantIds }: CertifiedPeer,
  path: string,
  metadata: Metadata,
): IsopodError | undefined {
  const [usual] = tenantIds;
  if (usual === undefined) return undefined;
  if (administratorsPaths.test(path)) return denied('the certificate is of a tenant');
  const named = String(metadata.get(tenantKey)[0] ?? usual);
  if (!tenantIds.includes(named))
    return denied(`the certificate is not for the tenant ${named.slice(0, 64)}`);
  metadata.set(tenantKey, named);
  return undefined;
}

function denied(why: string): IsopodError {
  return new IsopodError('PERMISSION_DENIED', `Could not accept the call: ${why}`);
}

function notCertified(): IsopodError {
  const why = 'a certificate of the authority of clients is needed';
  return new IsopodError('UNAUTHENTICATED', `Could not accept the call: ${why}`);
}
