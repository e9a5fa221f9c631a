/** The connection that a link's streams go over. */
import {
  type ChannelCredentials,
  connectivityState,
  credentials,
  experimental,
} from '@grpc/grpc-js';
import type { NodeServiceClient } from '../../shared/generated/isopod/v1/NodeService.ts';
import type { CertificateSource } from '../../shared/tls/certificate-source.ts';
import { type ServerCheck, serverCheckOf } from '../../shared/tls/server-name.ts';
import { NodeService } from '../../shared/wire/services.ts';

interface CoordinatorClientOptions {
  /** Of what it sends us. */
  readonly messageBytesMax: number;
  /** For TLS: our certificate, and whose coordinators may have theirs from. @default in the clear */
  readonly certificates?: CertificateSource | undefined;
  /** Whom its certificate must name, where that is not the address. */
  readonly serverName?: string | undefined;
}

/** HTTP/2 begins with 64 KB, of which a large input takes many round trips. */
const unreadBytesMax = 4 * 1024 * 1024;

/** `address` is `host:port`. Connects when it is used. */
export function coordinatorClient(
  address: string,
  { messageBytesMax, certificates, serverName }: CoordinatorClientOptions,
): NodeServiceClient {
  const check = serverCheckOf(address, serverName);
  return new NodeService(address, channelCredentials(certificates, check), {
    'grpc.max_receive_message_length': messageBytesMax,
    'grpc-node.flow_control_window': unreadBytesMax,
    // Links have a backoff of their own; gRPC's would let a coordinator that is back wait minutes.
    'grpc.initial_reconnect_backoff_ms': 100,
    'grpc.max_reconnect_backoff_ms': 2_000,
    // A coordinator whose machine vanished does not close its connections.
    'grpc.keepalive_time_ms': 10_000,
    'grpc.keepalive_timeout_ms': 10_000,
    'grpc.enable_channelz': 0,
    ...check.channelOptions,
  });
}

/** Calls back once when the connection that the client has is to end, or has. */
export function whenGoingAway(client: NodeServiceClient, told: () => void): void {
  client
    .getChannel()
    .watchConnectivityState(connectivityState.READY, Number.POSITIVE_INFINITY, () => told());
}

function channelCredentials(
  certificates: CertificateSource | undefined,
  { verifyOptions }: ServerCheck,
): ChannelCredentials {
  if (!certificates) return credentials.createInsecure();
  const identity = certificates.hasIdentity ? certificates : null;
  return experimental.createCertificateProviderChannelCredentials(
    certificates,
    identity,
    verifyOptions,
  );
}
