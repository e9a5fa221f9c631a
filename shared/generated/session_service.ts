import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from './google/protobuf/Duration.ts';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.ts';
import type { CloseSessionRequest as _isopod_v1_CloseSessionRequest, CloseSessionRequest__Output as _isopod_v1_CloseSessionRequest__Output } from './isopod/v1/CloseSessionRequest.ts';
import type { CloseSessionResponse as _isopod_v1_CloseSessionResponse, CloseSessionResponse__Output as _isopod_v1_CloseSessionResponse__Output } from './isopod/v1/CloseSessionResponse.ts';
import type { Coordinates as _isopod_v1_Coordinates, Coordinates__Output as _isopod_v1_Coordinates__Output } from './isopod/v1/Coordinates.ts';
import type { CreateSessionRequest as _isopod_v1_CreateSessionRequest, CreateSessionRequest__Output as _isopod_v1_CreateSessionRequest__Output } from './isopod/v1/CreateSessionRequest.ts';
import type { CreateSessionResponse as _isopod_v1_CreateSessionResponse, CreateSessionResponse__Output as _isopod_v1_CreateSessionResponse__Output } from './isopod/v1/CreateSessionResponse.ts';
import type { Determinism as _isopod_v1_Determinism, Determinism__Output as _isopod_v1_Determinism__Output } from './isopod/v1/Determinism.ts';
import type { Egress as _isopod_v1_Egress, Egress__Output as _isopod_v1_Egress__Output } from './isopod/v1/Egress.ts';
import type { Execution as _isopod_v1_Execution, Execution__Output as _isopod_v1_Execution__Output } from './isopod/v1/Execution.ts';
import type { FunctionReference as _isopod_v1_FunctionReference, FunctionReference__Output as _isopod_v1_FunctionReference__Output } from './isopod/v1/FunctionReference.ts';
import type { GuestError as _isopod_v1_GuestError, GuestError__Output as _isopod_v1_GuestError__Output } from './isopod/v1/GuestError.ts';
import type { Limits as _isopod_v1_Limits, Limits__Output as _isopod_v1_Limits__Output } from './isopod/v1/Limits.ts';
import type { ListSessionsRequest as _isopod_v1_ListSessionsRequest, ListSessionsRequest__Output as _isopod_v1_ListSessionsRequest__Output } from './isopod/v1/ListSessionsRequest.ts';
import type { ListSessionsResponse as _isopod_v1_ListSessionsResponse, ListSessionsResponse__Output as _isopod_v1_ListSessionsResponse__Output } from './isopod/v1/ListSessionsResponse.ts';
import type { LogEntry as _isopod_v1_LogEntry, LogEntry__Output as _isopod_v1_LogEntry__Output } from './isopod/v1/LogEntry.ts';
import type { Outcome as _isopod_v1_Outcome, Outcome__Output as _isopod_v1_Outcome__Output } from './isopod/v1/Outcome.ts';
import type { Place as _isopod_v1_Place, Place__Output as _isopod_v1_Place__Output } from './isopod/v1/Place.ts';
import type { PostureFloor as _isopod_v1_PostureFloor, PostureFloor__Output as _isopod_v1_PostureFloor__Output } from './isopod/v1/PostureFloor.ts';
import type { Session as _isopod_v1_Session, Session__Output as _isopod_v1_Session__Output } from './isopod/v1/Session.ts';
import type { SessionServiceClient as _isopod_v1_SessionServiceClient, SessionServiceDefinition as _isopod_v1_SessionServiceDefinition } from './isopod/v1/SessionService.ts';
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
      CloseSessionRequest: MessageTypeDefinition<_isopod_v1_CloseSessionRequest, _isopod_v1_CloseSessionRequest__Output>
      CloseSessionResponse: MessageTypeDefinition<_isopod_v1_CloseSessionResponse, _isopod_v1_CloseSessionResponse__Output>
      Coordinates: MessageTypeDefinition<_isopod_v1_Coordinates, _isopod_v1_Coordinates__Output>
      CreateSessionRequest: MessageTypeDefinition<_isopod_v1_CreateSessionRequest, _isopod_v1_CreateSessionRequest__Output>
      CreateSessionResponse: MessageTypeDefinition<_isopod_v1_CreateSessionResponse, _isopod_v1_CreateSessionResponse__Output>
      Determinism: MessageTypeDefinition<_isopod_v1_Determinism, _isopod_v1_Determinism__Output>
      Egress: MessageTypeDefinition<_isopod_v1_Egress, _isopod_v1_Egress__Output>
      Execution: MessageTypeDefinition<_isopod_v1_Execution, _isopod_v1_Execution__Output>
      FunctionReference: MessageTypeDefinition<_isopod_v1_FunctionReference, _isopod_v1_FunctionReference__Output>
      GuestError: MessageTypeDefinition<_isopod_v1_GuestError, _isopod_v1_GuestError__Output>
      IsolationLevel: EnumTypeDefinition
      Limits: MessageTypeDefinition<_isopod_v1_Limits, _isopod_v1_Limits__Output>
      ListSessionsRequest: MessageTypeDefinition<_isopod_v1_ListSessionsRequest, _isopod_v1_ListSessionsRequest__Output>
      ListSessionsResponse: MessageTypeDefinition<_isopod_v1_ListSessionsResponse, _isopod_v1_ListSessionsResponse__Output>
      LogEntry: MessageTypeDefinition<_isopod_v1_LogEntry, _isopod_v1_LogEntry__Output>
      LogLevel: EnumTypeDefinition
      ModuleKind: EnumTypeDefinition
      Outcome: MessageTypeDefinition<_isopod_v1_Outcome, _isopod_v1_Outcome__Output>
      OutcomeWord: EnumTypeDefinition
      Place: MessageTypeDefinition<_isopod_v1_Place, _isopod_v1_Place__Output>
      PostureFloor: MessageTypeDefinition<_isopod_v1_PostureFloor, _isopod_v1_PostureFloor__Output>
      ProgramKind: EnumTypeDefinition
      ProgramLanguage: EnumTypeDefinition
      Session: MessageTypeDefinition<_isopod_v1_Session, _isopod_v1_Session__Output>
      SessionService: SubtypeConstructor<typeof grpc.Client, _isopod_v1_SessionServiceClient> & { service: _isopod_v1_SessionServiceDefinition }
      Source: MessageTypeDefinition<_isopod_v1_Source, _isopod_v1_Source__Output>
      SourceModule: MessageTypeDefinition<_isopod_v1_SourceModule, _isopod_v1_SourceModule__Output>
      StartKind: EnumTypeDefinition
      Usage: MessageTypeDefinition<_isopod_v1_Usage, _isopod_v1_Usage__Output>
    }
  }
}

