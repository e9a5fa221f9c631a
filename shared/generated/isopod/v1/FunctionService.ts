// Original file: proto/isopod/v1/function_service.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { DeleteFunctionAliasRequest as _isopod_v1_DeleteFunctionAliasRequest, DeleteFunctionAliasRequest__Output as _isopod_v1_DeleteFunctionAliasRequest__Output } from '../../isopod/v1/DeleteFunctionAliasRequest.ts';
import type { DeleteFunctionAliasResponse as _isopod_v1_DeleteFunctionAliasResponse, DeleteFunctionAliasResponse__Output as _isopod_v1_DeleteFunctionAliasResponse__Output } from '../../isopod/v1/DeleteFunctionAliasResponse.ts';
import type { DeleteFunctionRequest as _isopod_v1_DeleteFunctionRequest, DeleteFunctionRequest__Output as _isopod_v1_DeleteFunctionRequest__Output } from '../../isopod/v1/DeleteFunctionRequest.ts';
import type { DeleteFunctionResponse as _isopod_v1_DeleteFunctionResponse, DeleteFunctionResponse__Output as _isopod_v1_DeleteFunctionResponse__Output } from '../../isopod/v1/DeleteFunctionResponse.ts';
import type { DeployFunctionRequest as _isopod_v1_DeployFunctionRequest, DeployFunctionRequest__Output as _isopod_v1_DeployFunctionRequest__Output } from '../../isopod/v1/DeployFunctionRequest.ts';
import type { DeployFunctionResponse as _isopod_v1_DeployFunctionResponse, DeployFunctionResponse__Output as _isopod_v1_DeployFunctionResponse__Output } from '../../isopod/v1/DeployFunctionResponse.ts';
import type { GetFunctionRequest as _isopod_v1_GetFunctionRequest, GetFunctionRequest__Output as _isopod_v1_GetFunctionRequest__Output } from '../../isopod/v1/GetFunctionRequest.ts';
import type { GetFunctionResponse as _isopod_v1_GetFunctionResponse, GetFunctionResponse__Output as _isopod_v1_GetFunctionResponse__Output } from '../../isopod/v1/GetFunctionResponse.ts';
import type { ListFunctionsRequest as _isopod_v1_ListFunctionsRequest, ListFunctionsRequest__Output as _isopod_v1_ListFunctionsRequest__Output } from '../../isopod/v1/ListFunctionsRequest.ts';
import type { ListFunctionsResponse as _isopod_v1_ListFunctionsResponse, ListFunctionsResponse__Output as _isopod_v1_ListFunctionsResponse__Output } from '../../isopod/v1/ListFunctionsResponse.ts';
import type { SetFunctionAliasRequest as _isopod_v1_SetFunctionAliasRequest, SetFunctionAliasRequest__Output as _isopod_v1_SetFunctionAliasRequest__Output } from '../../isopod/v1/SetFunctionAliasRequest.ts';
import type { SetFunctionAliasResponse as _isopod_v1_SetFunctionAliasResponse, SetFunctionAliasResponse__Output as _isopod_v1_SetFunctionAliasResponse__Output } from '../../isopod/v1/SetFunctionAliasResponse.ts';

export interface FunctionServiceClient extends grpc.Client {
  DeleteFunction(argument: _isopod_v1_DeleteFunctionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_DeleteFunctionResponse__Output>): grpc.ClientUnaryCall;
  DeleteFunction(argument: _isopod_v1_DeleteFunctionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_DeleteFunctionResponse__Output>): grpc.ClientUnaryCall;
  DeleteFunction(argument: _isopod_v1_DeleteFunctionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_DeleteFunctionResponse__Output>): grpc.ClientUnaryCall;
  DeleteFunction(argument: _isopod_v1_DeleteFunctionRequest, callback: grpc.requestCallback<_isopod_v1_DeleteFunctionResponse__Output>): grpc.ClientUnaryCall;
  deleteFunction(argument: _isopod_v1_DeleteFunctionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_DeleteFunctionResponse__Output>): grpc.ClientUnaryCall;
  deleteFunction(argument: _isopod_v1_DeleteFunctionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_DeleteFunctionResponse__Output>): grpc.ClientUnaryCall;
  deleteFunction(argument: _isopod_v1_DeleteFunctionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_DeleteFunctionResponse__Output>): grpc.ClientUnaryCall;
  deleteFunction(argument: _isopod_v1_DeleteFunctionRequest, callback: grpc.requestCallback<_isopod_v1_DeleteFunctionResponse__Output>): grpc.ClientUnaryCall;
  
  DeleteFunctionAlias(argument: _isopod_v1_DeleteFunctionAliasRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_DeleteFunctionAliasResponse__Output>): grpc.ClientUnaryCall;
  DeleteFunctionAlias(argument: _isopod_v1_DeleteFunctionAliasRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_DeleteFunctionAliasResponse__Output>): grpc.ClientUnaryCall;
  DeleteFunctionAlias(argument: _isopod_v1_DeleteFunctionAliasRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_DeleteFunctionAliasResponse__Output>): grpc.ClientUnaryCall;
  DeleteFunctionAlias(argument: _isopod_v1_DeleteFunctionAliasRequest, callback: grpc.requestCallback<_isopod_v1_DeleteFunctionAliasResponse__Output>): grpc.ClientUnaryCall;
  deleteFunctionAlias(argument: _isopod_v1_DeleteFunctionAliasRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_DeleteFunctionAliasResponse__Output>): grpc.ClientUnaryCall;
  deleteFunctionAlias(argument: _isopod_v1_DeleteFunctionAliasRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_DeleteFunctionAliasResponse__Output>): grpc.ClientUnaryCall;
  deleteFunctionAlias(argument: _isopod_v1_DeleteFunctionAliasRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_DeleteFunctionAliasResponse__Output>): grpc.ClientUnaryCall;
  deleteFunctionAlias(argument: _isopod_v1_DeleteFunctionAliasRequest, callback: grpc.requestCallback<_isopod_v1_DeleteFunctionAliasResponse__Output>): grpc.ClientUnaryCall;
  
  DeployFunction(argument: _isopod_v1_DeployFunctionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_DeployFunctionResponse__Output>): grpc.ClientUnaryCall;
  DeployFunction(argument: _isopod_v1_DeployFunctionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_DeployFunctionResponse__Output>): grpc.ClientUnaryCall;
  DeployFunction(argument: _isopod_v1_DeployFunctionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_DeployFunctionResponse__Output>): grpc.ClientUnaryCall;
  DeployFunction(argument: _isopod_v1_DeployFunctionRequest, callback: grpc.requestCallback<_isopod_v1_DeployFunctionResponse__Output>): grpc.ClientUnaryCall;
  deployFunction(argument: _isopod_v1_DeployFunctionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_DeployFunctionResponse__Output>): grpc.ClientUnaryCall;
  deployFunction(argument: _isopod_v1_DeployFunctionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_DeployFunctionResponse__Output>): grpc.ClientUnaryCall;
  deployFunction(argument: _isopod_v1_DeployFunctionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_DeployFunctionResponse__Output>): grpc.ClientUnaryCall;
  deployFunction(argument: _isopod_v1_DeployFunctionRequest, callback: grpc.requestCallback<_isopod_v1_DeployFunctionResponse__Output>): grpc.ClientUnaryCall;
  
  GetFunction(argument: _isopod_v1_GetFunctionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_GetFunctionResponse__Output>): grpc.ClientUnaryCall;
  GetFunction(argument: _isopod_v1_GetFunctionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_GetFunctionResponse__Output>): grpc.ClientUnaryCall;
  GetFunction(argument: _isopod_v1_GetFunctionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_GetFunctionResponse__Output>): grpc.ClientUnaryCall;
  GetFunction(argument: _isopod_v1_GetFunctionRequest, callback: grpc.requestCallback<_isopod_v1_GetFunctionResponse__Output>): grpc.ClientUnaryCall;
  getFunction(argument: _isopod_v1_GetFunctionRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_GetFunctionResponse__Output>): grpc.ClientUnaryCall;
  getFunction(argument: _isopod_v1_GetFunctionRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_GetFunctionResponse__Output>): grpc.ClientUnaryCall;
  getFunction(argument: _isopod_v1_GetFunctionRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_GetFunctionResponse__Output>): grpc.ClientUnaryCall;
  getFunction(argument: _isopod_v1_GetFunctionRequest, callback: grpc.requestCallback<_isopod_v1_GetFunctionResponse__Output>): grpc.ClientUnaryCall;
  
  ListFunctions(argument: _isopod_v1_ListFunctionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ListFunctionsResponse__Output>): grpc.ClientUnaryCall;
  ListFunctions(argument: _isopod_v1_ListFunctionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_ListFunctionsResponse__Output>): grpc.ClientUnaryCall;
  ListFunctions(argument: _isopod_v1_ListFunctionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ListFunctionsResponse__Output>): grpc.ClientUnaryCall;
  ListFunctions(argument: _isopod_v1_ListFunctionsRequest, callback: grpc.requestCallback<_isopod_v1_ListFunctionsResponse__Output>): grpc.ClientUnaryCall;
  listFunctions(argument: _isopod_v1_ListFunctionsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ListFunctionsResponse__Output>): grpc.ClientUnaryCall;
  listFunctions(argument: _isopod_v1_ListFunctionsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_ListFunctionsResponse__Output>): grpc.ClientUnaryCall;
  listFunctions(argument: _isopod_v1_ListFunctionsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ListFunctionsResponse__Output>): grpc.ClientUnaryCall;
  listFunctions(argument: _isopod_v1_ListFunctionsRequest, callback: grpc.requestCallback<_isopod_v1_ListFunctionsResponse__Output>): grpc.ClientUnaryCall;
  
  SetFunctionAlias(argument: _isopod_v1_SetFunctionAliasRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_SetFunctionAliasResponse__Output>): grpc.ClientUnaryCall;
  SetFunctionAlias(argument: _isopod_v1_SetFunctionAliasRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_SetFunctionAliasResponse__Output>): grpc.ClientUnaryCall;
  SetFunctionAlias(argument: _isopod_v1_SetFunctionAliasRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_SetFunctionAliasResponse__Output>): grpc.ClientUnaryCall;
  SetFunctionAlias(argument: _isopod_v1_SetFunctionAliasRequest, callback: grpc.requestCallback<_isopod_v1_SetFunctionAliasResponse__Output>): grpc.ClientUnaryCall;
  setFunctionAlias(argument: _isopod_v1_SetFunctionAliasRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_SetFunctionAliasResponse__Output>): grpc.ClientUnaryCall;
  setFunctionAlias(argument: _isopod_v1_SetFunctionAliasRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_SetFunctionAliasResponse__Output>): grpc.ClientUnaryCall;
  setFunctionAlias(argument: _isopod_v1_SetFunctionAliasRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_SetFunctionAliasResponse__Output>): grpc.ClientUnaryCall;
  setFunctionAlias(argument: _isopod_v1_SetFunctionAliasRequest, callback: grpc.requestCallback<_isopod_v1_SetFunctionAliasResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface FunctionServiceHandlers extends grpc.UntypedServiceImplementation {
  DeleteFunction: grpc.handleUnaryCall<_isopod_v1_DeleteFunctionRequest__Output, _isopod_v1_DeleteFunctionResponse>;
  
  DeleteFunctionAlias: grpc.handleUnaryCall<_isopod_v1_DeleteFunctionAliasRequest__Output, _isopod_v1_DeleteFunctionAliasResponse>;
  
  DeployFunction: grpc.handleUnaryCall<_isopod_v1_DeployFunctionRequest__Output, _isopod_v1_DeployFunctionResponse>;
  
  GetFunction: grpc.handleUnaryCall<_isopod_v1_GetFunctionRequest__Output, _isopod_v1_GetFunctionResponse>;
  
  ListFunctions: grpc.handleUnaryCall<_isopod_v1_ListFunctionsRequest__Output, _isopod_v1_ListFunctionsResponse>;
  
  SetFunctionAlias: grpc.handleUnaryCall<_isopod_v1_SetFunctionAliasRequest__Output, _isopod_v1_SetFunctionAliasResponse>;
  
}

export interface FunctionServiceDefinition extends grpc.ServiceDefinition {
  DeleteFunction: MethodDefinition<_isopod_v1_DeleteFunctionRequest, _isopod_v1_DeleteFunctionResponse, _isopod_v1_DeleteFunctionRequest__Output, _isopod_v1_DeleteFunctionResponse__Output>
  DeleteFunctionAlias: MethodDefinition<_isopod_v1_DeleteFunctionAliasRequest, _isopod_v1_DeleteFunctionAliasResponse, _isopod_v1_DeleteFunctionAliasRequest__Output, _isopod_v1_DeleteFunctionAliasResponse__Output>
  DeployFunction: MethodDefinition<_isopod_v1_DeployFunctionRequest, _isopod_v1_DeployFunctionResponse, _isopod_v1_DeployFunctionRequest__Output, _isopod_v1_DeployFunctionResponse__Output>
  GetFunction: MethodDefinition<_isopod_v1_GetFunctionRequest, _isopod_v1_GetFunctionResponse, _isopod_v1_GetFunctionRequest__Output, _isopod_v1_GetFunctionResponse__Output>
  ListFunctions: MethodDefinition<_isopod_v1_ListFunctionsRequest, _isopod_v1_ListFunctionsResponse, _isopod_v1_ListFunctionsRequest__Output, _isopod_v1_ListFunctionsResponse__Output>
  SetFunctionAlias: MethodDefinition<_isopod_v1_SetFunctionAliasRequest, _isopod_v1_SetFunctionAliasResponse, _isopod_v1_SetFunctionAliasRequest__Output, _isopod_v1_SetFunctionAliasResponse__Output>
}
