import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from './google/protobuf/Duration.ts';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.ts';
import type { CancelCommand as _isopod_v1_CancelCommand, CancelCommand__Output as _isopod_v1_CancelCommand__Output } from './isopod/v1/CancelCommand.ts';
import type { Coordinates as _isopod_v1_Coordinates, Coordinates__Output as _isopod_v1_Coordinates__Output } from './isopod/v1/Coordinates.ts';
import type { Determinism as _isopod_v1_Determinism, Determinism__Output as _isopod_v1_Determinism__Output } from './isopod/v1/Determinism.ts';
import type { Egress as _isopod_v1_Egress, Egress__Output as _isopod_v1_Egress__Output } from './isopod/v1/Egress.ts';
import type { ExecuteCommand as _isopod_v1_ExecuteCommand, ExecuteCommand__Output as _isopod_v1_ExecuteCommand__Output } from './isopod/v1/ExecuteCommand.ts';
import type { ExecuteRequest as _isopod_v1_ExecuteRequest, ExecuteRequest__Output as _isopod_v1_ExecuteRequest__Output } from './isopod/v1/ExecuteRequest.ts';
import type { ExecuteResponse as _isopod_v1_ExecuteResponse, ExecuteResponse__Output as _isopod_v1_ExecuteResponse__Output } from './isopod/v1/ExecuteResponse.ts';
import type { ExecuteStreamCommand as _isopod_v1_ExecuteStreamCommand, ExecuteStreamCommand__Output as _isopod_v1_ExecuteStreamCommand__Output } from './isopod/v1/ExecuteStreamCommand.ts';
import type { ExecuteStreamEvent as _isopod_v1_ExecuteStreamEvent, ExecuteStreamEvent__Output as _isopod_v1_ExecuteStreamEvent__Output } from './isopod/v1/ExecuteStreamEvent.ts';
import type { ExecuteStreamRequest as _isopod_v1_ExecuteStreamRequest, ExecuteStreamRequest__Output as _isopod_v1_ExecuteStreamRequest__Output } from './isopod/v1/ExecuteStreamRequest.ts';
import type { ExecuteStreamResponse as _isopod_v1_ExecuteStreamResponse, ExecuteStreamResponse__Output as _isopod_v1_ExecuteStreamResponse__Output } from './isopod/v1/ExecuteStreamResponse.ts';
import type { Execution as _isopod_v1_Execution, Execution__Output as _isopod_v1_Execution__Output } from './isopod/v1/Execution.ts';
import type { ExecutionServiceClient as _isopod_v1_ExecutionServiceClient, ExecutionServiceDefinition as _isopod_v1_ExecutionServiceDefinition } from './isopod/v1/ExecutionService.ts';
import type { Failure as _isopod_v1_Failure, Failure__Output as _isopod_v1_Failure__Output } from './isopod/v1/Failure.ts';
import type { FieldViolation as _isopod_v1_FieldViolation, FieldViolation__Output as _isopod_v1_FieldViolation__Output } from './isopod/v1/FieldViolation.ts';
import type { FunctionReference as _isopod_v1_FunctionReference, FunctionReference__Output as _isopod_v1_FunctionReference__Output } from './isopod/v1/FunctionReference.ts';
import type { GuestError as _isopod_v1_GuestError, GuestError__Output as _isopod_v1_GuestError__Output } from './isopod/v1/GuestError.ts';
import type { HostCall as _isopod_v1_HostCall, HostCall__Output as _isopod_v1_HostCall__Output } from './isopod/v1/HostCall.ts';
import type { HostCallError as _isopod_v1_HostCallError, HostCallError__Output as _isopod_v1_HostCallError__Output } from './isopod/v1/HostCallError.ts';
import type { HostCallReply as _isopod_v1_HostCallReply, HostCallReply__Output as _isopod_v1_HostCallReply__Output } from './isopod/v1/HostCallReply.ts';
import type { Limits as _isopod_v1_Limits, Limits__Output as _isopod_v1_Limits__Output } from './isopod/v1/Limits.ts';
import type { LogBatch as _isopod_v1_LogBatch, LogBatch__Output as _isopod_v1_LogBatch__Output } from './isopod/v1/LogBatch.ts';
import type { LogEntry as _isopod_v1_LogEntry, LogEntry__Output as _isopod_v1_LogEntry__Output } from './isopod/v1/LogEntry.ts';
import type { Outcome as _isopod_v1_Outcome, Outcome__Output as _isopod_v1_Outcome__Output } from './isopod/v1/Outcome.ts';
import type { Place as _isopod_v1_Place, Place__Output as _isopod_v1_Place__Output } from './isopod/v1/Place.ts';
import type { PostureFloor as _isopod_v1_PostureFloor, PostureFloor__Output as _isopod_v1_PostureFloor__Output } from './isopod/v1/PostureFloor.ts';
import type { Progress as _isopod_v1_Progress, Progress__Output as _isopod_v1_Progress__Output } from './isopod/v1/Progress.ts';
import type { QuotaViolation as _isopod_v1_QuotaViolation, QuotaViolation__Output as _isopod_v1_QuotaViolation__Output } from './isopod/v1/QuotaViolation.ts';
import type { Source as _isopod_v1_Source, Source__Output as _isopod_v1_Source__Output } from './isopod/v1/Source.ts';
import type { SourceModule as _isopod_v1_SourceModule, SourceModule__Output as _isopod_v1_SourceModule__Output } from './isopod/v1/SourceModule.ts';
import type { StdinCommand as _isopod_v1_StdinCommand, StdinCommand__Output as _isopod_v1_StdinCommand__Output } from './isopod/v1/StdinCommand.ts';
import type { StdinRead as _isopod_v1_StdinRead, StdinRead__Output as _isopod_v1_StdinRead__Output } from './isopod/v1/StdinRead.ts';
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
      CancelCommand: MessageTypeDefinition<_isopod_v1_CancelCommand, _isopod_v1_CancelCommand__Output>
      Coordinates: MessageTypeDefinition<_isopod_v1_Coordinates, _isopod_v1_Coordinates__Output>
      Determinism: MessageTypeDefinition<_isopod_v1_Determinism, _isopod_v1_Determinism__Output>
      Egress: MessageTypeDefinition<_isopod_v1_Egress, _isopod_v1_Egress__Output>
      ExecuteCommand: MessageTypeDefinition<_isopod_v1_ExecuteCommand, _isopod_v1_ExecuteCommand__Output>
      ExecuteRequest: MessageTypeDefinition<_isopod_v1_ExecuteRequest, _isopod_v1_ExecuteRequest__Output>
      ExecuteResponse: MessageTypeDefinition<_isopod_v1_ExecuteResponse, _isopod_v1_ExecuteResponse__Output>
      ExecuteStreamCommand: MessageTypeDefinition<_isopod_v1_ExecuteStreamCommand, _isopod_v1_ExecuteStreamCommand__Output>
      ExecuteStreamEvent: MessageTypeDefinition<_isopod_v1_ExecuteStreamEvent, _isopod_v1_ExecuteStreamEvent__Output>
      ExecuteStreamRequest: MessageTypeDefinition<_isopod_v1_ExecuteStreamRequest, _isopod_v1_ExecuteStreamRequest__Output>
      ExecuteStreamResponse: MessageTypeDefinition<_isopod_v1_ExecuteStreamResponse, _isopod_v1_ExecuteStreamResponse__Output>
      Execution: MessageTypeDefinition<_isopod_v1_Execution, _isopod_v1_Execution__Output>
      ExecutionService: SubtypeConstructor<typeof grpc.Client, _isopod_v1_ExecutionServiceClient> & { service: _isopod_v1_ExecutionServiceDefinition }
      Failure: MessageTypeDefinition<_isopod_v1_Failure, _isopod_v1_Failure__Output>
      FieldViolation: MessageTypeDefinition<_isopod_v1_FieldViolation, _isopod_v1_FieldViolation__Output>
      FunctionReference: MessageTypeDefinition<_isopod_v1_FunctionReference, _isopod_v1_FunctionReference__Output>
      GuestError: MessageTypeDefinition<_isopod_v1_GuestError, _isopod_v1_GuestError__Output>
      HostCall: MessageTypeDefinition<_isopod_v1_HostCall, _isopod_v1_HostCall__Output>
      HostCallError: MessageTypeDefinition<_isopod_v1_HostCallError, _isopod_v1_HostCallError__Output>
      HostCallReply: MessageTypeDefinition<_isopod_v1_HostCallReply, _isopod_v1_HostCallReply__Output>
      IsolationLevel: EnumTypeDefinition
      Limits: MessageTypeDefinition<_isopod_v1_Limits, _isopod_v1_Limits__Output>
      LogBatch: MessageTypeDefinition<_isopod_v1_LogBatch, _isopod_v1_LogBatch__Output>
      LogEntry: MessageTypeDefinition<_isopod_v1_LogEntry, _isopod_v1_LogEntry__Output>
      LogLevel: EnumTypeDefinition
      ModuleKind: EnumTypeDefinition
      Outcome: MessageTypeDefinition<_isopod_v1_Outcome, _isopod_v1_Outcome__Output>
      OutcomeWord: EnumTypeDefinition
      Place: MessageTypeDefinition<_isopod_v1_Place, _isopod_v1_Place__Output>
      PostureFloor: MessageTypeDefinition<_isopod_v1_PostureFloor, _isopod_v1_PostureFloor__Output>
      ProgramKind: EnumTypeDefinition
      ProgramLanguage: EnumTypeDefinition
      Progress: MessageTypeDefinition<_isopod_v1_Progress, _isopod_v1_Progress__Output>
      QuotaViolation: MessageTypeDefinition<_isopod_v1_QuotaViolation, _isopod_v1_QuotaViolation__Output>
      Source: MessageTypeDefinition<_isopod_v1_Source, _isopod_v1_Source__Output>
      SourceModule: MessageTypeDefinition<_isopod_v1_SourceModule, _isopod_v1_SourceModule__Output>
      StartKind: EnumTypeDefinition
      StdinCommand: MessageTypeDefinition<_isopod_v1_StdinCommand, _isopod_v1_StdinCommand__Output>
      StdinRead: MessageTypeDefinition<_isopod_v1_StdinRead, _isopod_v1_StdinRead__Output>
      Usage: MessageTypeDefinition<_isopod_v1_Usage, _isopod_v1_Usage__Output>
    }
  }
}

