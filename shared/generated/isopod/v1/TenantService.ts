// Original file: proto/isopod/v1/tenant_service.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { CreateApiKeyRequest as _isopod_v1_CreateApiKeyRequest, CreateApiKeyRequest__Output as _isopod_v1_CreateApiKeyRequest__Output } from '../../isopod/v1/CreateApiKeyRequest.ts';
import type { CreateApiKeyResponse as _isopod_v1_CreateApiKeyResponse, CreateApiKeyResponse__Output as _isopod_v1_CreateApiKeyResponse__Output } from '../../isopod/v1/CreateApiKeyResponse.ts';
import type { CreateTenantRequest as _isopod_v1_CreateTenantRequest, CreateTenantRequest__Output as _isopod_v1_CreateTenantRequest__Output } from '../../isopod/v1/CreateTenantRequest.ts';
import type { CreateTenantResponse as _isopod_v1_CreateTenantResponse, CreateTenantResponse__Output as _isopod_v1_CreateTenantResponse__Output } from '../../isopod/v1/CreateTenantResponse.ts';
import type { DeleteTenantRequest as _isopod_v1_DeleteTenantRequest, DeleteTenantRequest__Output as _isopod_v1_DeleteTenantRequest__Output } from '../../isopod/v1/DeleteTenantRequest.ts';
import type { DeleteTenantResponse as _isopod_v1_DeleteTenantResponse, DeleteTenantResponse__Output as _isopod_v1_DeleteTenantResponse__Output } from '../../isopod/v1/DeleteTenantResponse.ts';
import type { GetTenantRequest as _isopod_v1_GetTenantRequest, GetTenantRequest__Output as _isopod_v1_GetTenantRequest__Output } from '../../isopod/v1/GetTenantRequest.ts';
import type { GetTenantResponse as _isopod_v1_GetTenantResponse, GetTenantResponse__Output as _isopod_v1_GetTenantResponse__Output } from '../../isopod/v1/GetTenantResponse.ts';
import type { ListApiKeysRequest as _isopod_v1_ListApiKeysRequest, ListApiKeysRequest__Output as _isopod_v1_ListApiKeysRequest__Output } from '../../isopod/v1/ListApiKeysRequest.ts';
import type { ListApiKeysResponse as _isopod_v1_ListApiKeysResponse, ListApiKeysResponse__Output as _isopod_v1_ListApiKeysResponse__Output } from '../../isopod/v1/ListApiKeysResponse.ts';
import type { ListTenantsRequest as _isopod_v1_ListTenantsRequest, ListTenantsRequest__Output as _isopod_v1_ListTenantsRequest__Output } from '../../isopod/v1/ListTenantsRequest.ts';
import type { ListTenantsResponse as _isopod_v1_ListTenantsResponse, ListTenantsResponse__Output as _isopod_v1_ListTenantsResponse__Output } from '../../isopod/v1/ListTenantsResponse.ts';
import type { RevokeApiKeyRequest as _isopod_v1_RevokeApiKeyRequest, RevokeApiKeyRequest__Output as _isopod_v1_RevokeApiKeyRequest__Output } from '../../isopod/v1/RevokeApiKeyRequest.ts';
import type { RevokeApiKeyResponse as _isopod_v1_RevokeApiKeyResponse, RevokeApiKeyResponse__Output as _isopod_v1_RevokeApiKeyResponse__Output } from '../../isopod/v1/RevokeApiKeyResponse.ts';
import type { UpdateTenantRequest as _isopod_v1_UpdateTenantRequest, UpdateTenantRequest__Output as _isopod_v1_UpdateTenantRequest__Output } from '../../isopod/v1/UpdateTenantRequest.ts';
import type { UpdateTenantResponse as _isopod_v1_UpdateTenantResponse, UpdateTenantResponse__Output as _isopod_v1_UpdateTenantResponse__Output } from '../../isopod/v1/UpdateTenantResponse.ts';

export interface TenantServiceClient extends grpc.Client {
  CreateApiKey(argument: _isopod_v1_CreateApiKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_CreateApiKeyResponse__Output>): grpc.ClientUnaryCall;
  CreateApiKey(argument: _isopod_v1_CreateApiKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_CreateApiKeyResponse__Output>): grpc.ClientUnaryCall;
  CreateApiKey(argument: _isopod_v1_CreateApiKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_CreateApiKeyResponse__Output>): grpc.ClientUnaryCall;
  CreateApiKey(argument: _isopod_v1_CreateApiKeyRequest, callback: grpc.requestCallback<_isopod_v1_CreateApiKeyResponse__Output>): grpc.ClientUnaryCall;
  createApiKey(argument: _isopod_v1_CreateApiKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_CreateApiKeyResponse__Output>): grpc.ClientUnaryCall;
  createApiKey(argument: _isopod_v1_CreateApiKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_CreateApiKeyResponse__Output>): grpc.ClientUnaryCall;
  createApiKey(argument: _isopod_v1_CreateApiKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_CreateApiKeyResponse__Output>): grpc.ClientUnaryCall;
  createApiKey(argument: _isopod_v1_CreateApiKeyRequest, callback: grpc.requestCallback<_isopod_v1_CreateApiKeyResponse__Output>): grpc.ClientUnaryCall;
  
  CreateTenant(argument: _isopod_v1_CreateTenantRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_CreateTenantResponse__Output>): grpc.ClientUnaryCall;
  CreateTenant(argument: _isopod_v1_CreateTenantRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_CreateTenantResponse__Output>): grpc.ClientUnaryCall;
  CreateTenant(argument: _isopod_v1_CreateTenantRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_CreateTenantResponse__Output>): grpc.ClientUnaryCall;
  CreateTenant(argument: _isopod_v1_CreateTenantRequest, callback: grpc.requestCallback<_isopod_v1_CreateTenantResponse__Output>): grpc.ClientUnaryCall;
  createTenant(argument: _isopod_v1_CreateTenantRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_CreateTenantResponse__Output>): grpc.ClientUnaryCall;
  createTenant(argument: _isopod_v1_CreateTenantRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_CreateTenantResponse__Output>): grpc.ClientUnaryCall;
  createTenant(argument: _isopod_v1_CreateTenantRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_CreateTenantResponse__Output>): grpc.ClientUnaryCall;
  createTenant(argument: _isopod_v1_CreateTenantRequest, callback: grpc.requestCallback<_isopod_v1_CreateTenantResponse__Output>): grpc.ClientUnaryCall;
  
  DeleteTenant(argument: _isopod_v1_DeleteTenantRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_DeleteTenantResponse__Output>): grpc.ClientUnaryCall;
  DeleteTenant(argument: _isopod_v1_DeleteTenantRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_DeleteTenantResponse__Output>): grpc.ClientUnaryCall;
  DeleteTenant(argument: _isopod_v1_DeleteTenantRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_DeleteTenantResponse__Output>): grpc.ClientUnaryCall;
  DeleteTenant(argument: _isopod_v1_DeleteTenantRequest, callback: grpc.requestCallback<_isopod_v1_DeleteTenantResponse__Output>): grpc.ClientUnaryCall;
  deleteTenant(argument: _isopod_v1_DeleteTenantRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_DeleteTenantResponse__Output>): grpc.ClientUnaryCall;
  deleteTenant(argument: _isopod_v1_DeleteTenantRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_DeleteTenantResponse__Output>): grpc.ClientUnaryCall;
  deleteTenant(argument: _isopod_v1_DeleteTenantRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_DeleteTenantResponse__Output>): grpc.ClientUnaryCall;
  deleteTenant(argument: _isopod_v1_DeleteTenantRequest, callback: grpc.requestCallback<_isopod_v1_DeleteTenantResponse__Output>): grpc.ClientUnaryCall;
  
  GetTenant(argument: _isopod_v1_GetTenantRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_GetTenantResponse__Output>): grpc.ClientUnaryCall;
  GetTenant(argument: _isopod_v1_GetTenantRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_GetTenantResponse__Output>): grpc.ClientUnaryCall;
  GetTenant(argument: _isopod_v1_GetTenantRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_GetTenantResponse__Output>): grpc.ClientUnaryCall;
  GetTenant(argument: _isopod_v1_GetTenantRequest, callback: grpc.requestCallback<_isopod_v1_GetTenantResponse__Output>): grpc.ClientUnaryCall;
  getTenant(argument: _isopod_v1_GetTenantRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_GetTenantResponse__Output>): grpc.ClientUnaryCall;
  getTenant(argument: _isopod_v1_GetTenantRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_GetTenantResponse__Output>): grpc.ClientUnaryCall;
  getTenant(argument: _isopod_v1_GetTenantRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_GetTenantResponse__Output>): grpc.ClientUnaryCall;
  getTenant(argument: _isopod_v1_GetTenantRequest, callback: grpc.requestCallback<_isopod_v1_GetTenantResponse__Output>): grpc.ClientUnaryCall;
  
  ListApiKeys(argument: _isopod_v1_ListApiKeysRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ListApiKeysResponse__Output>): grpc.ClientUnaryCall;
  ListApiKeys(argument: _isopod_v1_ListApiKeysRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_ListApiKeysResponse__Output>): grpc.ClientUnaryCall;
  ListApiKeys(argument: _isopod_v1_ListApiKeysRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ListApiKeysResponse__Output>): grpc.ClientUnaryCall;
  ListApiKeys(argument: _isopod_v1_ListApiKeysRequest, callback: grpc.requestCallback<_isopod_v1_ListApiKeysResponse__Output>): grpc.ClientUnaryCall;
  listApiKeys(argument: _isopod_v1_ListApiKeysRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ListApiKeysResponse__Output>): grpc.ClientUnaryCall;
  listApiKeys(argument: _isopod_v1_ListApiKeysRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_ListApiKeysResponse__Output>): grpc.ClientUnaryCall;
  listApiKeys(argument: _isopod_v1_ListApiKeysRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ListApiKeysResponse__Output>): grpc.ClientUnaryCall;
  listApiKeys(argument: _isopod_v1_ListApiKeysRequest, callback: grpc.requestCallback<_isopod_v1_ListApiKeysResponse__Output>): grpc.ClientUnaryCall;
  
  ListTenants(argument: _isopod_v1_ListTenantsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ListTenantsResponse__Output>): grpc.ClientUnaryCall;
  ListTenants(argument: _isopod_v1_ListTenantsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_ListTenantsResponse__Output>): grpc.ClientUnaryCall;
  ListTenants(argument: _isopod_v1_ListTenantsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ListTenantsResponse__Output>): grpc.ClientUnaryCall;
  ListTenants(argument: _isopod_v1_ListTenantsRequest, callback: grpc.requestCallback<_isopod_v1_ListTenantsResponse__Output>): grpc.ClientUnaryCall;
  listTenants(argument: _isopod_v1_ListTenantsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ListTenantsResponse__Output>): grpc.ClientUnaryCall;
  listTenants(argument: _isopod_v1_ListTenantsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_ListTenantsResponse__Output>): grpc.ClientUnaryCall;
  listTenants(argument: _isopod_v1_ListTenantsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ListTenantsResponse__Output>): grpc.ClientUnaryCall;
  listTenants(argument: _isopod_v1_ListTenantsRequest, callback: grpc.requestCallback<_isopod_v1_ListTenantsResponse__Output>): grpc.ClientUnaryCall;
  
  RevokeApiKey(argument: _isopod_v1_RevokeApiKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_RevokeApiKeyResponse__Output>): grpc.ClientUnaryCall;
  RevokeApiKey(argument: _isopod_v1_RevokeApiKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_RevokeApiKeyResponse__Output>): grpc.ClientUnaryCall;
  RevokeApiKey(argument: _isopod_v1_RevokeApiKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_RevokeApiKeyResponse__Output>): grpc.ClientUnaryCall;
  RevokeApiKey(argument: _isopod_v1_RevokeApiKeyRequest, callback: grpc.requestCallback<_isopod_v1_RevokeApiKeyResponse__Output>): grpc.ClientUnaryCall;
  revokeApiKey(argument: _isopod_v1_RevokeApiKeyRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_RevokeApiKeyResponse__Output>): grpc.ClientUnaryCall;
  revokeApiKey(argument: _isopod_v1_RevokeApiKeyRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_RevokeApiKeyResponse__Output>): grpc.ClientUnaryCall;
  revokeApiKey(argument: _isopod_v1_RevokeApiKeyRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_RevokeApiKeyResponse__Output>): grpc.ClientUnaryCall;
  revokeApiKey(argument: _isopod_v1_RevokeApiKeyRequest, callback: grpc.requestCallback<_isopod_v1_RevokeApiKeyResponse__Output>): grpc.ClientUnaryCall;
  
  UpdateTenant(argument: _isopod_v1_UpdateTenantRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_UpdateTenantResponse__Output>): grpc.ClientUnaryCall;
  UpdateTenant(argument: _isopod_v1_UpdateTenantRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_UpdateTenantResponse__Output>): grpc.ClientUnaryCall;
  UpdateTenant(argument: _isopod_v1_UpdateTenantRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_UpdateTenantResponse__Output>): grpc.ClientUnaryCall;
  UpdateTenant(argument: _isopod_v1_UpdateTenantRequest, callback: grpc.requestCallback<_isopod_v1_UpdateTenantResponse__Output>): grpc.ClientUnaryCall;
  updateTenant(argument: _isopod_v1_UpdateTenantRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_UpdateTenantResponse__Output>): grpc.ClientUnaryCall;
  updateTenant(argument: _isopod_v1_UpdateTenantRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_UpdateTenantResponse__Output>): grpc.ClientUnaryCall;
  updateTenant(argument: _isopod_v1_UpdateTenantRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_UpdateTenantResponse__Output>): grpc.ClientUnaryCall;
  updateTenant(argument: _isopod_v1_UpdateTenantRequest, callback: grpc.requestCallback<_isopod_v1_UpdateTenantResponse__Output>): grpc.ClientUnaryCall;
  
}

export interface TenantServiceHandlers extends grpc.UntypedServiceImplementation {
  CreateApiKey: grpc.handleUnaryCall<_isopod_v1_CreateApiKeyRequest__Output, _isopod_v1_CreateApiKeyResponse>;
  
  CreateTenant: grpc.handleUnaryCall<_isopod_v1_CreateTenantRequest__Output, _isopod_v1_CreateTenantResponse>;
  
  DeleteTenant: grpc.handleUnaryCall<_isopod_v1_DeleteTenantRequest__Output, _isopod_v1_DeleteTenantResponse>;
  
  GetTenant: grpc.handleUnaryCall<_isopod_v1_GetTenantRequest__Output, _isopod_v1_GetTenantResponse>;
  
  ListApiKeys: grpc.handleUnaryCall<_isopod_v1_ListApiKeysRequest__Output, _isopod_v1_ListApiKeysResponse>;
  
  ListTenants: grpc.handleUnaryCall<_isopod_v1_ListTenantsRequest__Output, _isopod_v1_ListTenantsResponse>;
  
  RevokeApiKey: grpc.handleUnaryCall<_isopod_v1_RevokeApiKeyRequest__Output, _isopod_v1_RevokeApiKeyResponse>;
  
  UpdateTenant: grpc.handleUnaryCall<_isopod_v1_UpdateTenantRequest__Output, _isopod_v1_UpdateTenantResponse>;
  
}

export interface TenantServiceDefinition extends grpc.ServiceDefinition {
  CreateApiKey: MethodDefinition<_isopod_v1_CreateApiKeyRequest, _isopod_v1_CreateApiKeyResponse, _isopod_v1_CreateApiKeyRequest__Output, _isopod_v1_CreateApiKeyResponse__Output>
  CreateTenant: MethodDefinition<_isopod_v1_CreateTenantRequest, _isopod_v1_CreateTenantResponse, _isopod_v1_CreateTenantRequest__Output, _isopod_v1_CreateTenantResponse__Output>
  DeleteTenant: MethodDefinition<_isopod_v1_DeleteTenantRequest, _isopod_v1_DeleteTenantResponse, _isopod_v1_DeleteTenantRequest__Output, _isopod_v1_DeleteTenantResponse__Output>
  GetTenant: MethodDefinition<_isopod_v1_GetTenantRequest, _isopod_v1_GetTenantResponse, _isopod_v1_GetTenantRequest__Output, _isopod_v1_GetTenantResponse__Output>
  ListApiKeys: MethodDefinition<_isopod_v1_ListApiKeysRequest, _isopod_v1_ListApiKeysResponse, _isopod_v1_ListApiKeysRequest__Output, _isopod_v1_ListApiKeysResponse__Output>
  ListTenants: MethodDefinition<_isopod_v1_ListTenantsRequest, _isopod_v1_ListTenantsResponse, _isopod_v1_ListTenantsRequest__Output, _isopod_v1_ListTenantsResponse__Output>
  RevokeApiKey: MethodDefinition<_isopod_v1_RevokeApiKeyRequest, _isopod_v1_RevokeApiKeyResponse, _isopod_v1_RevokeApiKeyRequest__Output, _isopod_v1_RevokeApiKeyResponse__Output>
  UpdateTenant: MethodDefinition<_isopod_v1_UpdateTenantRequest, _isopod_v1_UpdateTenantResponse, _isopod_v1_UpdateTenantRequest__Output, _isopod_v1_UpdateTenantResponse__Output>
}
