import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from './google/protobuf/Duration.ts';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.ts';
import type { ApiKey as _isopod_v1_ApiKey, ApiKey__Output as _isopod_v1_ApiKey__Output } from './isopod/v1/ApiKey.ts';
import type { Coordinates as _isopod_v1_Coordinates, Coordinates__Output as _isopod_v1_Coordinates__Output } from './isopod/v1/Coordinates.ts';
import type { CreateApiKeyRequest as _isopod_v1_CreateApiKeyRequest, CreateApiKeyRequest__Output as _isopod_v1_CreateApiKeyRequest__Output } from './isopod/v1/CreateApiKeyRequest.ts';
import type { CreateApiKeyResponse as _isopod_v1_CreateApiKeyResponse, CreateApiKeyResponse__Output as _isopod_v1_CreateApiKeyResponse__Output } from './isopod/v1/CreateApiKeyResponse.ts';
import type { CreateTenantRequest as _isopod_v1_CreateTenantRequest, CreateTenantRequest__Output as _isopod_v1_CreateTenantRequest__Output } from './isopod/v1/CreateTenantRequest.ts';
import type { CreateTenantResponse as _isopod_v1_CreateTenantResponse, CreateTenantResponse__Output as _isopod_v1_CreateTenantResponse__Output } from './isopod/v1/CreateTenantResponse.ts';
import type { DeleteTenantRequest as _isopod_v1_DeleteTenantRequest, DeleteTenantRequest__Output as _isopod_v1_DeleteTenantRequest__Output } from './isopod/v1/DeleteTenantRequest.ts';
import type { DeleteTenantResponse as _isopod_v1_DeleteTenantResponse, DeleteTenantResponse__Output as _isopod_v1_DeleteTenantResponse__Output } from './isopod/v1/DeleteTenantResponse.ts';
import type { Determinism as _isopod_v1_Determinism, Determinism__Output as _isopod_v1_Determinism__Output } from './isopod/v1/Determinism.ts';
import type { Egress as _isopod_v1_Egress, Egress__Output as _isopod_v1_Egress__Output } from './isopod/v1/Egress.ts';
import type { Execution as _isopod_v1_Execution, Execution__Output as _isopod_v1_Execution__Output } from './isopod/v1/Execution.ts';
import type { FunctionReference as _isopod_v1_FunctionReference, FunctionReference__Output as _isopod_v1_FunctionReference__Output } from './isopod/v1/FunctionReference.ts';
import type { GetTenantRequest as _isopod_v1_GetTenantRequest, GetTenantRequest__Output as _isopod_v1_GetTenantRequest__Output } from './isopod/v1/GetTenantRequest.ts';
import type { GetTenantResponse as _isopod_v1_GetTenantResponse, GetTenantResponse__Output as _isopod_v1_GetTenantResponse__Output } from './isopod/v1/GetTenantResponse.ts';
import type { GuestError as _isopod_v1_GuestError, GuestError__Output as _isopod_v1_GuestError__Output } from './isopod/v1/GuestError.ts';
import type { Limits as _isopod_v1_Limits, Limits__Output as _isopod_v1_Limits__Output } from './isopod/v1/Limits.ts';
import type { ListApiKeysRequest as _isopod_v1_ListApiKeysRequest, ListApiKeysRequest__Output as _isopod_v1_ListApiKeysRequest__Output } from './isopod/v1/ListApiKeysRequest.ts';
import type { ListApiKeysResponse as _isopod_v1_ListApiKeysResponse, ListApiKeysResponse__Output as _isopod_v1_ListApiKeysResponse__Output } from './isopod/v1/ListApiKeysResponse.ts';
import type { ListTenantsRequest as _isopod_v1_ListTenantsRequest, ListTenantsRequest__Output as _isopod_v1_ListTenantsRequest__Output } from './isopod/v1/ListTenantsRequest.ts';
import type { ListTenantsResponse as _isopod_v1_ListTenantsResponse, ListTenantsResponse__Output as _isopod_v1_ListTenantsResponse__Output } from './isopod/v1/ListTenantsResponse.ts';
import type { LogEntry as _isopod_v1_LogEntry, LogEntry__Output as _isopod_v1_LogEntry__Output } from './isopod/v1/LogEntry.ts';
import type { Outcome as _isopod_v1_Outcome, Outcome__Output as _isopod_v1_Outcome__Output } from './isopod/v1/Outcome.ts';
import type { Place as _isopod_v1_Place, Place__Output as _isopod_v1_Place__Output } from './isopod/v1/Place.ts';
import type { PostureFloor as _isopod_v1_PostureFloor, PostureFloor__Output as _isopod_v1_PostureFloor__Output } from './isopod/v1/PostureFloor.ts';
import type { RevokeApiKeyRequest as _isopod_v1_RevokeApiKeyRequest, RevokeApiKeyRequest__Output as _isopod_v1_RevokeApiKeyRequest__Output } from './isopod/v1/RevokeApiKeyRequest.ts';
import type { RevokeApiKeyResponse as _isopod_v1_RevokeApiKeyResponse, RevokeApiKeyResponse__Output as _isopod_v1_RevokeApiKeyResponse__Output } from './isopod/v1/RevokeApiKeyResponse.ts';
import type { Source as _isopod_v1_Source, Source__Output as _isopod_v1_Source__Output } from './isopod/v1/Source.ts';
import type { SourceModule as _isopod_v1_SourceModule, SourceModule__Output as _isopod_v1_SourceModule__Output } from './isopod/v1/SourceModule.ts';
import type { Tenant as _isopod_v1_Tenant, Tenant__Output as _isopod_v1_Tenant__Output } from './isopod/v1/Tenant.ts';
import type { TenantPolicy as _isopod_v1_TenantPolicy, TenantPolicy__Output as _isopod_v1_TenantPolicy__Output } from './isopod/v1/TenantPolicy.ts';
import type { TenantQuotas as _isopod_v1_TenantQuotas, TenantQuotas__Output as _isopod_v1_TenantQuotas__Output } from './isopod/v1/TenantQuotas.ts';
import type { TenantServiceClient as _isopod_v1_TenantServiceClient, TenantServiceDefinition as _isopod_v1_TenantServiceDefinition } from './isopod/v1/TenantService.ts';
import type { TenantUsage as _isopod_v1_TenantUsage, TenantUsage__Output as _isopod_v1_TenantUsage__Output } from './isopod/v1/TenantUsage.ts';
import type { UpdateTenantRequest as _isopod_v1_UpdateTenantRequest, UpdateTenantRequest__Output as _isopod_v1_UpdateTenantRequest__Output } from './isopod/v1/UpdateTenantRequest.ts';
import type { UpdateTenantResponse as _isopod_v1_UpdateTenantResponse, UpdateTenantResponse__Output as _isopod_v1_UpdateTenantResponse__Output } from './isopod/v1/UpdateTenantResponse.ts';
import type { Usage as _isopod_v1_Usage, Usage__Output as _isopod_v1_Usage__Output } from './isopod/v1/Usage.ts';

type SubtypeConstructor<Constructor extends new (...args: any) => any, Subtype> = {
  new(...args: ConstructorParameters<Constructor>): Subtype;
};

export interface ProtoGrpcType {
  google: {
    protobuf: {
      Duration: MessageTypeDefinition<_google_protobuf_Duration, _google_protobuf_Duration__Output>
      Timestamp: MessageTypeDefinition<_google_protobuf_Timestamp, _google_protobuf_Timestamp__Output>
    }
  }
  isopod: {
    v1: {
      ApiKey: MessageTypeDefinition<_isopod_v1_ApiKey, _isopod_v1_ApiKey__Output>
      CacheMode: EnumTypeDefinition
      CacheUse: EnumTypeDefinition
      Coordinates: MessageTypeDefinition<_isopod_v1_Coordinates, _isopod_v1_Coordinates__Output>
      CreateApiKeyRequest: MessageTypeDefinition<_isopod_v1_CreateApiKeyRequest, _isopod_v1_CreateApiKeyRequest__Output>
      CreateApiKeyResponse: MessageTypeDefinition<_isopod_v1_CreateApiKeyResponse, _isopod_v1_CreateApiKeyResponse__Output>
      CreateTenantRequest: MessageTypeDefinition<_isopod_v1_CreateTenantRequest, _isopod_v1_CreateTenantRequest__Output>
      CreateTenantResponse: MessageTypeDefinition<_isopod_v1_CreateTenantResponse, _isopod_v1_CreateTenantResponse__Output>
      DeleteTenantRequest: MessageTypeDefinition<_isopod_v1_DeleteTenantRequest, _isopod_v1_DeleteTenantRequest__Output>
      DeleteTenantResponse: MessageTypeDefinition<_isopod_v1_DeleteTenantResponse, _isopod_v1_DeleteTenantResponse__Output>
      Determinism: MessageTypeDefinition<_isopod_v1_Determinism, _isopod_v1_Determinism__Output>
      Egress: MessageTypeDefinition<_isopod_v1_Egress, _isopod_v1_Egress__Output>
      Execution: MessageTypeDefinition<_isopod_v1_Execution, _isopod_v1_Execution__Output>
      FunctionReference: MessageTypeDefinition<_isopod_v1_FunctionReference, _isopod_v1_FunctionReference__Output>
      GetTenantRequest: MessageTypeDefinition<_isopod_v1_GetTenantRequest, _isopod_v1_GetTenantRequest__Output>
      GetTenantResponse: MessageTypeDefinition<_isopod_v1_GetTenantResponse, _isopod_v1_GetTenantResponse__Output>
      GuestError: MessageTypeDefinition<_isopod_v1_GuestError, _isopod_v1_GuestError__Output>
      IsolationLevel: EnumTypeDefinition
      Limits: MessageTypeDefinition<_isopod_v1_Limits, _isopod_v1_Limits__Output>
      ListApiKeysRequest: MessageTypeDefinition<_isopod_v1_ListApiKeysRequest, _isopod_v1_ListApiKeysRequest__Output>
      ListApiKeysResponse: MessageTypeDefinition<_isopod_v1_ListApiKeysResponse, _isopod_v1_ListApiKeysResponse__Output>
      ListTenantsRequest: MessageTypeDefinition<_isopod_v1_ListTenantsRequest, _isopod_v1_ListTenantsRequest__Output>
      ListTenantsResponse: MessageTypeDefinition<_isopod_v1_ListTenantsResponse, _isopod_v1_ListTenantsResponse__Output>
      LogEntry: MessageTypeDefinition<_isopod_v1_LogEntry, _isopod_v1_LogEntry__Output>
      LogLevel: EnumTypeDefinition
      ModuleKind: EnumTypeDefinition
      Outcome: MessageTypeDefinition<_isopod_v1_Outcome, _isopod_v1_Outcome__Output>
      OutcomeWord: EnumTypeDefinition
      Place: MessageTypeDefinition<_isopod_v1_Place, _isopod_v1_Place__Output>
      PostureFloor: MessageTypeDefinition<_isopod_v1_PostureFloor, _isopod_v1_PostureFloor__Output>
      ProgramKind: EnumTypeDefinition
      ProgramLanguage: EnumTypeDefinition
      RevokeApiKeyRequest: MessageTypeDefinition<_isopod_v1_RevokeApiKeyRequest, _isopod_v1_RevokeApiKeyRequest__Output>
      RevokeApiKeyResponse: MessageTypeDefinition<_isopod_v1_RevokeApiKeyResponse, _isopod_v1_RevokeApiKeyResponse__Output>
      Source: MessageTypeDefinition<_isopod_v1_Source, _isopod_v1_Source__Output>
      SourceModule: MessageTypeDefinition<_isopod_v1_SourceModule, _isopod_v1_SourceModule__Output>
      StartKind: EnumTypeDefinition
      Tenant: MessageTypeDefinition<_isopod_v1_Tenant, _isopod_v1_Tenant__Output>
      TenantPolicy: MessageTypeDefinition<_isopod_v1_TenantPolicy, _isopod_v1_TenantPolicy__Output>
      TenantQuotas: MessageTypeDefinition<_isopod_v1_TenantQuotas, _isopod_v1_TenantQuotas__Output>
      TenantService: SubtypeConstructor<typeof grpc.Client, _isopod_v1_TenantServiceClient> & { service: _isopod_v1_TenantServiceDefinition }
      TenantUsage: MessageTypeDefinition<_isopod_v1_TenantUsage, _isopod_v1_TenantUsage__Output>
      UpdateTenantRequest: MessageTypeDefinition<_isopod_v1_UpdateTenantRequest, _isopod_v1_UpdateTenantRequest__Output>
      UpdateTenantResponse: MessageTypeDefinition<_isopod_v1_UpdateTenantResponse, _isopod_v1_UpdateTenantResponse__Output>
      Usage: MessageTypeDefinition<_isopod_v1_Usage, _isopod_v1_Usage__Output>
    }
  }
}

