// Original file: proto/isopod/v1/execution_service.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { ExecuteRequest as _isopod_v1_ExecuteRequest, ExecuteRequest__Output as _isopod_v1_ExecuteRequest__Output } from '../../isopod/v1/ExecuteRequest.ts';
import type { ExecuteResponse as _isopod_v1_ExecuteResponse, ExecuteResponse__Output as _isopod_v1_ExecuteResponse__Output } from '../../isopod/v1/ExecuteResponse.ts';
import type { ExecuteStreamRequest as _isopod_v1_ExecuteStreamRequest, ExecuteStreamRequest__Output as _isopod_v1_ExecuteStreamRequest__Output } from '../../isopod/v1/ExecuteStreamRequest.ts';
import type { ExecuteStreamResponse as _isopod_v1_ExecuteStreamResponse, ExecuteStreamResponse__Output as _isopod_v1_ExecuteStreamResponse__Output } from '../../isopod/v1/ExecuteStreamResponse.ts';

export interface ExecutionServiceClient extends grpc.Client {
  Execute(argument: _isopod_v1_ExecuteRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ExecuteResponse__Output>): grpc.ClientUnaryCall;
  Execute(argument: _isopod_v1_ExecuteRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_ExecuteResponse__Output>): grpc.ClientUnaryCall;
  Execute(argument: _isopod_v1_ExecuteRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ExecuteResponse__Output>): grpc.ClientUnaryCall;
  Execute(argument: _isopod_v1_ExecuteRequest, callback: grpc.requestCallback<_isopod_v1_ExecuteResponse__Output>): grpc.ClientUnaryCall;
  execute(argument: _isopod_v1_ExecuteRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ExecuteResponse__Output>): grpc.ClientUnaryCall;
  execute(argument: _isopod_v1_ExecuteRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_ExecuteResponse__Output>): grpc.ClientUnaryCall;
  execute(argument: _isopod_v1_ExecuteRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ExecuteResponse__Output>): grpc.ClientUnaryCall;
  execute(argument: _isopod_v1_ExecuteRequest, callback: grpc.requestCallback<_isopod_v1_ExecuteResponse__Output>): grpc.ClientUnaryCall;
  
  ExecuteStream(metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientDuplexStream<_isopod_v1_ExecuteStreamRequest, _isopod_v1_ExecuteStreamResponse__Output>;
  ExecuteStream(options?: grpc.CallOptions): grpc.ClientDuplexStream<_isopod_v1_ExecuteStreamRequest, _isopod_v1_ExecuteStreamResponse__Output>;
  executeStream(metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientDuplexStream<_isopod_v1_ExecuteStreamRequest, _isopod_v1_ExecuteStreamResponse__Output>;
  executeStream(options?: grpc.CallOptions): grpc.ClientDuplexStream<_isopod_v1_ExecuteStreamRequest, _isopod_v1_ExecuteStreamResponse__Output>;
  
}

export interface ExecutionServiceHandlers extends grpc.UntypedServiceImplementation {
  Execute: grpc.handleUnaryCall<_isopod_v1_ExecuteRequest__Output, _isopod_v1_ExecuteResponse>;
  
  ExecuteStream: grpc.handleBidiStreamingCall<_isopod_v1_ExecuteStreamRequest__Output, _isopod_v1_ExecuteStreamResponse>;
  
}

export interface ExecutionServiceDefinition extends grpc.ServiceDefinition {
  Execute: MethodDefinition<_isopod_v1_ExecuteRequest, _isopod_v1_ExecuteResponse, _isopod_v1_ExecuteRequest__Output, _isopod_v1_ExecuteResponse__Output>
  ExecuteStream: MethodDefinition<_isopod_v1_ExecuteStreamRequest, _isopod_v1_ExecuteStreamResponse, _isopod_v1_ExecuteStreamRequest__Output, _isopod_v1_ExecuteStreamResponse__Output>
}
