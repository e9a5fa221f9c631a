/** All that a coordinator needs to know whom it speaks with, from its settings. */
import type { Logger } from '../../shared/telemetry/logger.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { CertificateSource } from '../../shared/tls/certificate-source.ts';
import type { Authorities } from '../../shared/tls/certificates.ts';
import { openAuthorities, openIdentity } from '../../shared/tls/open-certificates.ts';
import type { WatchedFiles } from '../../shared/tls/watched-files.ts';
import { NodeAdmission } from './node-admission.ts';
import { PeerCertificates } from './peer-certificates.ts';
import type { TransportOptions } from './transport-settings.ts';

export interface Transport {
  /** Undefined for connections in the clear. */
  readonly certificates: CertificateSource | undefined;
  readonly peers: PeerCertificates;
  readonly admission: NodeAdmission;
}

/** Rejects where certificates cannot be used. */
export async function openTransport(
  { tls, nodeToken }: TransportOptions,
  surroundings: { readonly clock: Clock; readonly logger: Logger },
): Promise<Transport> {
  const nowEpochMs = (): number => surroundings.clock.epochMs();
  const admission = new NodeAdmission({ nodeToken, nowEpochMs });
  if (!tls)
    return { certificates: undefined, peers: new PeerCertificates({ nowEpochMs }), admission };
  const open = (path: string | undefined): Promise<WatchedFiles<Authorities> | undefined> =>
    path === undefined ? Promise.resolve(undefined) : openAuthorities(path, surroundings);
  const [identity, clients, agents] = await Promise.all([
    openIdentity(tls.identity, surroundings),
    open(tls.clientAuthorities),
    open(tls.agentAuthorities),
  ]);
  const authorities = [clients, agents].filter((files) => files !== undefined);
  return {
    certificates: new CertificateSource({ identity, authorities }),
    peers: new PeerCertificates({ clients, agents, nowEpochMs }),
    admission,
  };
}
