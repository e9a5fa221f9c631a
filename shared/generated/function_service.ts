import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from './google/protobuf/Duration.ts';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.ts';
import type { Coordinates as _isopod_v1_Coordinates, Coordinates__Output as _isopod_v1_Coordinates__Output } from './isopod/v1/Coordinates.ts';
import type { DeleteFunctionAliasRequest as _isopod_v1_DeleteFunctionAliasRequest, DeleteFunctionAliasRequest__Output as _isopod_v1_DeleteFunctionAliasRequest__Output } from './isopod/v1/DeleteFunctionAliasRequest.ts';
import type { DeleteFunctionAliasResponse as _isopod_v1_DeleteFunctionAliasResponse, DeleteFunctionAliasResponse__Output as _isopod_v1_DeleteFunctionAliasResponse__Output } from './isopod/v1/DeleteFunctionAliasResponse.ts';
import type { DeleteFunctionRequest as _isopod_v1_DeleteFunctionRequest, DeleteFunctionRequest__Output as _isopod_v1_DeleteFunctionRequest__Output } from './isopod/v1/DeleteFunctionRequest.ts';
import type { DeleteFunctionResponse as _isopod_v1_DeleteFunctionResponse, DeleteFunctionResponse__Output as _isopod_v1_DeleteFunctionResponse__Output } from './isopod/v1/DeleteFunctionResponse.ts';
import type { DeployFunctionRequest as _isopod_v1_DeployFunctionRequest, DeployFunctionRequest__Output as _isopod_v1_DeployFunctionRequest__Output } from './isopod/v1/DeployFunctionRequest.ts';
import type { DeployFunctionResponse as _isopod_v1_DeployFunctionResponse, DeployFunctionResponse__Output as _isopod_v1_DeployFunctionResponse__Output } from './isopod/v1/DeployFunctionResponse.ts';
import type { Determinism as _isopod_v1_Determinism, Determinism__Output as _isopod_v1_Determinism__Output } from './isopod/v1/Determinism.ts';
import type { Egress as _isopod_v1_Egress, Egress__Output as _isopod_v1_Egress__Output } from './isopod/v1/Egress.ts';
import type { Execution as _isopod_v1_Execution, Execution__Output as _isopod_v1_Execution__Output } from './isopod/v1/Execution.ts';
import type { Function as _isopod_v1_Function, Function__Output as _isopod_v1_Function__Output } from './isopod/v1/Function.ts';
import type { FunctionAlias as _isopod_v1_FunctionAlias, FunctionAlias__Output as _isopod_v1_FunctionAlias__Output } from './isopod/v1/FunctionAlias.ts';
import type { FunctionReference as _isopod_v1_FunctionReference, FunctionReference__Output as _isopod_v1_FunctionReference__Output } from './isopod/v1/FunctionReference.ts';
import type { FunctionRoute as _isopod_v1_FunctionRoute, FunctionRoute__Output as _isopod_v1_FunctionRoute__Output } from './isopod/v1/FunctionRoute.ts';
import type { FunctionServiceClient as _isopod_v1_FunctionServiceClient, FunctionServiceDefinition as _isopod_v1_FunctionServiceDefinition } from './isopod/v1/FunctionService.ts';
import type { FunctionVersion as _isopod_v1_FunctionVersion, FunctionVersion__Output as _isopod_v1_FunctionVersion__Output } from './isopod/v1/FunctionVersion.ts';
import type { GetFunctionRequest as _isopod_v1_GetFunctionRequest, GetFunctionRequest__Output as _isopod_v1_GetFunctionRequest__Output } from './isopod/v1/GetFunctionRequest.ts';
import type { GetFunctionResponse as _isopod_v1_GetFunctionResponse, GetFunctionResponse__Output as _isopod_v1_GetFunctionResponse__Output } from './isopod/v1/GetFunctionResponse.ts';
import type { GuestError as _isopod_v1_GuestError, GuestError__Output as _isopod_v1_GuestError__Output } from './isopod/v1/GuestError.ts';
import type { Limits as _isopod_v1_Limits, Limits__Output as _isopod_v1_Limits__Output } from './isopod/v1/Limits.ts';
import type { ListFunctionsRequest as _isopod_v1_ListFunctionsRequest, ListFunctionsRequest__Output as _isopod_v1_ListFunctionsRequest__Output } from './isopod/v1/ListFunctionsRequest.ts';
import type { ListFunctionsResponse as _isopod_v1_ListFunctionsResponse, ListFunctionsResponse__Output as _isopod_v1_ListFunctionsResponse__Output } from './isopod/v1/ListFunctionsResponse.ts';
import type { LogEntry as _isopod_v1_LogEntry, LogEntry__Output as _isopod_v1_LogEntry__Output } from './isopod/v1/LogEntry.ts';
import type { Outcome as _isopod_v1_Outcome, Outcome__Output as _isopod_v1_Outcome__Output } from './isopod/v1/Outcome.ts';
import type { Place as _isopod_v1_Place, Place__Output as _isopod_v1_Place__Output } from './isopod/v1/Place.ts';
import type { PostureFloor as _isopod_v1_PostureFloor, PostureFloor__Output as _isopod_v1_PostureFloor__Output } from './isopod/v1/PostureFloor.ts';
import type { SetFunctionAliasRequest as _isopod_v1_SetFunctionAliasRequest, SetFunctionAliasRequest__Output as _isopod_v1_SetFunctionAliasRequest__Output } from './isopod/v1/SetFunctionAliasRequest.ts';
import type { SetFunctionAliasResponse as _isopod_v1_SetFunctionAliasResponse, SetFunctionAliasResponse__Output as _isopod_v1_SetFunctionAliasResponse__Output } from './isopod/v1/SetFunctionAliasResponse.ts';
import type { Source as _isopod_v1_Source, Source__Output as _isopod_v1_Source__Output } from './isopod/v1/Source.ts';
import type { SourceModule as _isopod_v1_SourceModule, SourceModule__Output as _isopod_v1_SourceModule__Output } from './isopod/v1/SourceModule.ts';
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
      CacheMode: EnumTypeDefinition
      CacheUse: EnumTypeDefinition
      Coordinates: MessageTypeDefinition<_isopod_v1_Coordinates, _isopod_v1_Coordinates__Output>
      DeleteFunctionAliasRequest: MessageTypeDefinition<_isopod_v1_DeleteFunctionAliasRequest, _isopod_v1_DeleteFunctionAliasRequest__Output>
      DeleteFunctionAliasResponse: MessageTypeDefinition<_isopod_v1_DeleteFunctionAliasResponse, _isopod_v1_DeleteFunctionAliasResponse__Output>
      DeleteFunctionRequest: MessageTypeDefinition<_isopod_v1_DeleteFunctionRequest, _isopod_v1_DeleteFunctionRequest__Output>
      DeleteFunctionResponse: MessageTypeDefinition<_isopod_v1_DeleteFunctionResponse, _isopod_v1_DeleteFunctionResponse__Output>
      DeployFunctionRequest: MessageTypeDefinition<_isopod_v1_DeployFunctionRequest, _isopod_v1_DeployFunctionRequest__Output>
      DeployFunctionResponse: MessageTypeDefinition<_isopod_v1_DeployFunctionResponse, _isopod_v1_DeployFunctionResponse__Output>
      Determinism: MessageTypeDefinition<_isopod_v1_Determinism, _isopod_v1_Determinism__Output>
      Egress: MessageTypeDefinition<_isopod_v1_Egress, _isopod_v1_Egress__Output>
      Execution: MessageTypeDefinition<_isopod_v1_Execution, _isopod_v1_Execution__Output>
      Function: MessageTypeDefinition<_isopod_v1_Function, _isopod_v1_Function__Output>
      FunctionAlias: MessageTypeDefinition<_isopod_v1_FunctionAlias, _isopod_v1_FunctionAlias__Output>
      FunctionReference: MessageTypeDefinition<_isopod_v1_FunctionReference, _isopod_v1_FunctionReference__Output>
      FunctionRoute: MessageTypeDefinition<_isopod_v1_FunctionRoute, _isopod_v1_FunctionRoute__Output>
      FunctionService: SubtypeConstructor<typeof grpc.Client, _isopod_v1_FunctionServiceClient> & { service: _isopod_v1_FunctionServiceDefinition }
      FunctionVersion: MessageTypeDefinition<_isopod_v1_FunctionVersion, _isopod_v1_FunctionVersion__Output>
      GetFunctionRequest: MessageTypeDefinition<_isopod_v1_GetFunctionRequest, _isopod_v1_GetFunctionRequest__Output>
      GetFunctionResponse: MessageTypeDefinition<_isopod_v1_GetFunctionResponse, _isopod_v1_GetFunctionResponse__Output>
      GuestError: MessageTypeDefinition<_isopod_v1_GuestError, _isopod_v1_GuestError__Output>
      IsolationLevel: EnumTypeDefinition
      Limits: MessageTypeDefinition<_isopod_v1_Limits, _isopod_v1_Limits__Output>
      ListFunctionsRequest: MessageTypeDefinition<_isopod_v1_ListFunctionsRequest, _isopod_v1_ListFunctionsRequest__Output>
      ListFunctionsResponse: MessageTypeDefinition<_isopod_v1_ListFunctionsResponse, _isopod_v1_ListFunctionsResponse__Output>
      LogEntry: MessageTypeDefinition<_isopod_v1_LogEntry, _isopod_v1_LogEntry__Output>
      LogLevel: EnumTypeDefinition
      ModuleKind: EnumTypeDefinition
      Outcome: MessageTypeDefinition<_isopod_v1_Outcome, _isopod_v1_Outcome__Output>
      OutcomeWord: EnumTypeDefinition
      Place: MessageTypeDefinition<_isopod_v1_Place, _isopod_v1_Place__Output>
      PostureFloor: MessageTypeDefinition<_isopod_v1_PostureFloor, _isopod_v1_PostureFloor__Output>
      ProgramKind: EnumTypeDefinition
      ProgramLanguage: EnumTypeDefinition
      SetFunctionAliasRequest: MessageTypeDefinition<_isopod_v1_SetFunctionAliasRequest, _isopod_v1_SetFunctionAliasRequest__Output>
      SetFunctionAliasResponse: MessageTypeDefinition<_isopod_v1_SetFunctionAliasResponse, _isopod_v1_SetFunctionAliasResponse__Output>
      Source: MessageTypeDefinition<_isopod_v1_Source, _isopod_v1_Source__Output>
      SourceModule: MessageTypeDefinition<_isopod_v1_SourceModule, _isopod_v1_SourceModule__Output>
      StartKind: EnumTypeDefinition
      Usage: MessageTypeDefinition<_isopod_v1_Usage, _isopod_v1_Usage__Output>
    }
  }
}

