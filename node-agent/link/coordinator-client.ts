/** The connection that a link's streams go over. */
import { credentials } from '@grpc/grpc-js';
import type { NodeServiceClient } from '../../shared/generated/isopod/v1/NodeService.ts';
import { NodeService } from '../../shared/wire/services.ts';

/** HTTP/2 begins with 64 KB, of which a large input takes many round trips. */
const unreadBytesMax = 4 * 1024 * 1024;

/** `address` is `host:port`; `messageBytesMax` of what it sends us. Connects when it is used. */
export function coordinatorClient(address: string, messageBytesMax: number): NodeServiceClient {
  return new NodeService(address, credentials.createInsecure(), {
    'grpc.max_receive_message_length': messageBytesMax,
    'grpc-node.flow_control_window': unreadBytesMax,
    // Links have a backoff of their own; gRPC's would let a coordinator that is back wait minutes.
    'grpc.initial_reconnect_backoff_ms': 100,
    'grpc.max_reconnect_backoff_ms': 2_000,
    // A coordinator whose machine vanished does not close its connections.
    'grpc.keepalive_time_ms': 10_000,
    'grpc.keepalive_timeout_ms': 10_000,
    'grpc.enable_channelz': 0,
  });
}
