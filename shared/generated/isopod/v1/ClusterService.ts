// Original file: proto/isopod/v1/cluster_service.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { ListNodesRequest as _isopod_v1_ListNodesRequest, ListNodesRequest__Output as _isopod_v1_ListNodesRequest__Output } from '../../isopod/v1/ListNodesRequest.ts';
import type { ListNodesResponse as _isopod_v1_ListNodesResponse, ListNodesResponse__Output as _isopod_v1_ListNodesResponse__Output } from '../../isopod/v1/ListNodesResponse.ts';

export interface ClusterServiceClient extends grpc.Client {
  ListNodes(argument: _isopod_v1_ListNodesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ListNodesResponse__Output>): grpc.ClientUnaryCall;
  ListNodes(argument: _isopod_v1_ListNodesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_ListNodesResponse__Output>): grpc.ClientUnaryCall;
  ListNodes(argument: _isopod_v1_ListNodesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ListNodesResponse__Output>): grpc.ClientUnaryCall;
  ListNodes(argument: _isopod_v1_ListNodesRequest, callback: grpc.requestCallback<_isopod_v1_ListNodesResponse__Output>): grpc.ClientUnaryCall;
  listNodes(argument: _isopod_v1_ListNodesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ListNodesResponse__Output>): grpc.ClientUnaryCall;
  listNodes(argument: _isopod_v1_ListNodesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_ListNodesResponse__Output>): grpc.ClientUnaryCall;
  listNodes(argument: _isopod_v1_ListNodesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ListNodesResponse__Output>): grpc.ClientUnaryCall;
  listNodes(argument: _isopod_v1_ListNodesRequest, callback: grpc.requestCallback<_isopod_v1_ListNodesResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface ClusterServiceHandlers extends grpc.UntypedServiceImplementation {
  ListNodes: grpc.handleUnaryCall<_isopod_v1_ListNodesRequest__Output, _isopod_v1_ListNodesResponse>;
  
}

export interface ClusterServiceDefinition extends grpc.ServiceDefinition {
  ListNodes: MethodDefinition<_isopod_v1_ListNodesRequest, _isopod_v1_ListNodesResponse, _isopod_v1_ListNodesRequest__Output, _isopod_v1_ListNodesResponse__Output>
}
