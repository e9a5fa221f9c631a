/**
 * Whom a server's certificate must name. A server that is dialled by its address has a certificate
 * for that address, while TLS can ask for servers by names only (RFC 6066), and Node refuses to ask
 * for an address: then no certificate in particular is asked for, and the one that comes is checked.
 */
import { isIP } from 'node:net';
import { checkServerIdentity, type PeerCertificate } from 'node:tls';

/** What grpc-js takes with credentials and with a channel. */
export interface ServerCheck {
  readonly verifyOptions: {
    checkServerIdentity?: (name: string, certificate: PeerCertificate) => Error | undefined;
  };
  readonly channelOptions: { readonly 'grpc.ssl_target_name_override'?: string };
}

/** What is asked for in the place of an address; nobody has it (RFC 6761). */
const noName = 'address.invalid';

/** Of a server at `address`, as gRPC takes it; or of the name `serverName`, wherever it is. */
export function serverCheckOf(address: string, serverName?: string): ServerCheck {
  if (serverName !== undefined)
    return { verifyOptions: {}, channelOptions: { 'grpc.ssl_target_name_override': serverName } };
  const host = hostOf(address);
  if (isIP(host) === 0) return { verifyOptions: {}, channelOptions: {} };
  return {
    verifyOptions: {
      checkServerIdentity: (_name, certificate) => checkServerIdentity(host, certificate),
    },
    channelOptions: { 'grpc.ssl_target_name_override': noName },
  };
}

/** `127.0.0.1` of `127.0.0.1:50051`, of `dns:///127.0.0.1` and of `ipv4:127.0.0.1:50051`. */
function hostOf(address: string): string {
  const withoutScheme = address.replace(/^(?:dns|ipv4|ipv6):(?:\/\/[^/]*\/)?/, '');
  const bracketed = /^\[([^\]]+)\]/.exec(withoutScheme)?.[1];
  if (bracketed !== undefined || isIP(withoutScheme) === 6) return bracketed ?? withoutScheme;
  return withoutScheme.replace(/:\d+$/, '');
}
