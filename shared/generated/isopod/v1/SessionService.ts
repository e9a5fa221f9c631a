// Original file: proto/isopod/v1/session_service.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { CloseSessionRequest as _isopod_v1_CloseSessionRequest, CloseSessionRequest__Output as _isopod_v1_CloseSessionRequest__Output } from '../../isopod/v1/CloseSessionRequest.ts';
import type { CloseSessionResponse as _isopod_v1_CloseSessionResponse, CloseSessionResponse__Output as _isopod_v1_CloseSessionResponse__Output } from '../../isopod/v1/CloseSessionResponse.ts';
import type { CreateSessionRequest as _isopod_v1_CreateSessionRequest, CreateSessionRequest__Output as _isopod_v1_CreateSessionRequest__Output } from '../../isopod/v1/CreateSessionRequest.ts';
import type { CreateSessionResponse as _isopod_v1_CreateSessionResponse, CreateSessionResponse__Output as _isopod_v1_CreateSessionResponse__Output } from '../../isopod/v1/CreateSessionResponse.ts';
import type { ListSessionsRequest as _isopod_v1_ListSessionsRequest, ListSessionsRequest__Output as _isopod_v1_ListSessionsRequest__Output } from '../../isopod/v1/ListSessionsRequest.ts';
import type { ListSessionsResponse as _isopod_v1_ListSessionsResponse, ListSessionsResponse__Output as _isopod_v1_ListSessionsResponse__Output } from '../../isopod/v1/ListSessionsResponse.ts';

export interface SessionServiceClient extends grpc.Client {
  CloseSession(argument: _isopod_v1_CloseSessionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_CloseSessionResponse__Output>): grpc.ClientUnaryCall;
  CloseSession(argument: _isopod_v1_CloseSessionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_CloseSessionResponse__Output>): grpc.ClientUnaryCall;
  CloseSession(argument: _isopod_v1_CloseSessionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_CloseSessionResponse__Output>): grpc.ClientUnaryCall;
  CloseSession(argument: _isopod_v1_CloseSessionRequest, callback: grpc.requestCallback<_isopod_v1_CloseSessionResponse__Output>): grpc.ClientUnaryCall;
  closeSession(argument: _isopod_v1_CloseSessionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_CloseSessionResponse__Output>): grpc.ClientUnaryCall;
  closeSession(argument: _isopod_v1_CloseSessionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_CloseSessionResponse__Output>): grpc.ClientUnaryCall;
  closeSession(argument: _isopod_v1_CloseSessionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_CloseSessionResponse__Output>): grpc.ClientUnaryCall;
  closeSession(argument: _isopod_v1_CloseSessionRequest, callback: grpc.requestCallback<_isopod_v1_CloseSessionResponse__Output>): grpc.ClientUnaryCall;
  
  CreateSession(argument: _isopod_v1_CreateSessionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_CreateSessionResponse__Output>): grpc.ClientUnaryCall;
  CreateSession(argument: _isopod_v1_CreateSessionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_CreateSessionResponse__Output>): grpc.ClientUnaryCall;
  CreateSession(argument: _isopod_v1_CreateSessionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_CreateSessionResponse__Output>): grpc.ClientUnaryCall;
  CreateSession(argument: _isopod_v1_CreateSessionRequest, callback: grpc.requestCallback<_isopod_v1_CreateSessionResponse__Output>): grpc.ClientUnaryCall;
  createSession(argument: _isopod_v1_CreateSessionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_CreateSessionResponse__Output>): grpc.ClientUnaryCall;
  createSession(argument: _isopod_v1_CreateSessionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_CreateSessionResponse__Output>): grpc.ClientUnaryCall;
  createSession(argument: _isopod_v1_CreateSessionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_CreateSessionResponse__Output>): grpc.ClientUnaryCall;
  createSession(argument: _isopod_v1_CreateSessionRequest, callback: grpc.requestCallback<_isopod_v1_CreateSessionResponse__Output>): grpc.ClientUnaryCall;
  
  ListSessions(argument: _isopod_v1_ListSessionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ListSessionsResponse__Output>): grpc.ClientUnaryCall;
  ListSessions(argument: _isopod_v1_ListSessionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_ListSessionsResponse__Output>): grpc.ClientUnaryCall;
  ListSessions(argument: _isopod_v1_ListSessionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ListSessionsResponse__Output>): grpc.ClientUnaryCall;
  ListSessions(argument: _isopod_v1_ListSessionsRequest, callback: grpc.requestCallback<_isopod_v1_ListSessionsResponse__Output>): grpc.ClientUnaryCall;
  listSessions(argument: _isopod_v1_ListSessionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ListSessionsResponse__Output>): grpc.ClientUnaryCall;
  listSessions(argument: _isopod_v1_ListSessionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_ListSessionsResponse__Output>): grpc.ClientUnaryCall;
  listSessions(argument: _isopod_v1_ListSessionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ListSessionsResponse__Output>): grpc.ClientUnaryCall;
  listSessions(argument: _isopod_v1_ListSessionsRequest, callback: grpc.requestCallback<_isopod_v1_ListSessionsResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface SessionServiceHandlers extends grpc.UntypedServiceImplementation {
  CloseSession: grpc.handleUnaryCall<_isopod_v1_CloseSessionRequest__Output, _isopod_v1_CloseSessionResponse>;
  
  CreateSession: grpc.handleUnaryCall<_isopod_v1_CreateSessionRequest__Output, _isopod_v1_CreateSessionResponse>;
  
  ListSessions: grpc.handleUnaryCall<_isopod_v1_ListSessionsRequest__Output, _isopod_v1_ListSessionsResponse>;
  
}

export interface SessionServiceDefinition extends grpc.ServiceDefinition {
  CloseSession: MethodDefinition<_isopod_v1_CloseSessionRequest, _isopod_v1_CloseSessionResponse, _isopod_v1_CloseSessionRequest__Output, _isopod_v1_CloseSessionResponse__Output>
  CreateSession: MethodDefinition<_isopod_v1_CreateSessionRequest, _isopod_v1_CreateSessionResponse, _isopod_v1_CreateSessionRequest__Output, _isopod_v1_CreateSessionResponse__Output>
  ListSessions: MethodDefinition<_isopod_v1_ListSessionsRequest, _isopod_v1_ListSessionsResponse, _isopod_v1_ListSessionsRequest__Output, _isopod_v1_ListSessionsResponse__Output>
}
