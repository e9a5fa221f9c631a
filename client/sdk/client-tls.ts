/** How a client and a cluster know each other over TLS. */
import { type ChannelCredentials, type ChannelOptions, credentials } from '@grpc/grpc-js';
import { serverCheckOf } from '../../shared/tls/server-name.ts';

/** Texts of PEM files. */
export interface ClientTls {
  /** Whose certificates are believed of coordinators. @default those that Node comes with */
  readonly authorities?: string | Buffer;
  /** The client's own, for a cluster that asks for one. */
  readonly certificate?: string | Buffer;
  readonly key?: string | Buffer;
  /** Whom a coordinator's certificate must name. @default the address's host */
  readonly serverName?: string;
}

export interface SecureChannel {
  readonly credentials: ChannelCredentials;
  readonly channelOptions: ChannelOptions;
}

/** Throws where they are no certificates. */
export function secureChannel(address: string, tls: ClientTls): SecureChannel {
  const { verifyOptions, channelOptions } = serverCheckOf(address, tls.serverName);
  const { authorities, certificate, key } = tls;
  const secure = credentials.createSsl(
    bytesOf(authorities),
    bytesOf(key),
    bytesOf(certificate),
    verifyOptions,
  );
  return { credentials: secure, channelOptions };
}

function bytesOf(pem: string | Buffer | undefined): Buffer | null {
  return pem === undefined ? null : Buffer.from(pem);
}
