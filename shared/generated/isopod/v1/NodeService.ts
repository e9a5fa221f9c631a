// Original file: proto/isopod/v1/node_service.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { ConnectRequest as _isopod_v1_ConnectRequest, ConnectRequest__Output as _isopod_v1_ConnectRequest__Output } from '../../isopod/v1/ConnectRequest.ts';
import type { ConnectResponse as _isopod_v1_ConnectResponse, ConnectResponse__Output as _isopod_v1_ConnectResponse__Output } from '../../isopod/v1/ConnectResponse.ts';

export interface NodeServiceClient extends grpc.Client {
  Connect(metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientDuplexStream<_isopod_v1_ConnectRequest, _isopod_v1_ConnectResponse__Output>;
  Connect(options?: grpc.CallOptions): grpc.ClientDuplexStream<_isopod_v1_ConnectRequest, _isopod_v1_ConnectResponse__Output>;
  connect(metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientDuplexStream<_isopod_v1_ConnectRequest, _isopod_v1_ConnectResponse__Output>;
  connect(options?: grpc.CallOptions): grpc.ClientDuplexStream<_isopod_v1_ConnectRequest, _isopod_v1_ConnectResponse__Output>;
  
}

export interface NodeServiceHandlers extends grpc.UntypedServiceImplementation {
  Connect: grpc.handleBidiStreamingCall<_isopod_v1_ConnectRequest__Output, _isopod_v1_ConnectResponse>;
  
}

export interface NodeServiceDefinition extends grpc.ServiceDefinition {
  Connect: MethodDefinition<_isopod_v1_ConnectRequest, _isopod_v1_ConnectResponse, _isopod_v1_ConnectRequest__Output, _isopod_v1_ConnectResponse__Output>
}
