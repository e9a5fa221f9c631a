import type * as grpc from '@grpc/grpc-js';
import type { EnumTypeDefinition, MessageTypeDefinition } from '@grpc/proto-loader';

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from './google/protobuf/Duration.ts';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from './google/protobuf/Timestamp.ts';
import type { Alert as _isopod_v1_Alert, Alert__Output as _isopod_v1_Alert__Output } from './isopod/v1/Alert.ts';
import type { AlertLabel as _isopod_v1_AlertLabel, AlertLabel__Output as _isopod_v1_AlertLabel__Output } from './isopod/v1/AlertLabel.ts';
import type { AlertNotification as _isopod_v1_AlertNotification, AlertNotification__Output as _isopod_v1_AlertNotification__Output } from './isopod/v1/AlertNotification.ts';
import type { AlertSilence as _isopod_v1_AlertSilence, AlertSilence__Output as _isopod_v1_AlertSilence__Output } from './isopod/v1/AlertSilence.ts';
import type { Balancer as _isopod_v1_Balancer, Balancer__Output as _isopod_v1_Balancer__Output } from './isopod/v1/Balancer.ts';
import type { Breaker as _isopod_v1_Breaker, Breaker__Output as _isopod_v1_Breaker__Output } from './isopod/v1/Breaker.ts';
import type { CacheEvictions as _isopod_v1_CacheEvictions, CacheEvictions__Output as _isopod_v1_CacheEvictions__Output } from './isopod/v1/CacheEvictions.ts';
import type { CacheNamespace as _isopod_v1_CacheNamespace, CacheNamespace__Output as _isopod_v1_CacheNamespace__Output } from './isopod/v1/CacheNamespace.ts';
import type { CacheTier as _isopod_v1_CacheTier, CacheTier__Output as _isopod_v1_CacheTier__Output } from './isopod/v1/CacheTier.ts';
import type { CancelCommand as _isopod_v1_CancelCommand, CancelCommand__Output as _isopod_v1_CancelCommand__Output } from './isopod/v1/CancelCommand.ts';
import type { ClusterServiceClient as _isopod_v1_ClusterServiceClient, ClusterServiceDefinition as _isopod_v1_ClusterServiceDefinition } from './isopod/v1/ClusterService.ts';
import type { ConnectRequest as _isopod_v1_ConnectRequest, ConnectRequest__Output as _isopod_v1_ConnectRequest__Output } from './isopod/v1/ConnectRequest.ts';
import type { ConnectResponse as _isopod_v1_ConnectResponse, ConnectResponse__Output as _isopod_v1_ConnectResponse__Output } from './isopod/v1/ConnectResponse.ts';
import type { Coordinates as _isopod_v1_Coordinates, Coordinates__Output as _isopod_v1_Coordinates__Output } from './isopod/v1/Coordinates.ts';
import type { CoordinatorGoodbye as _isopod_v1_CoordinatorGoodbye, CoordinatorGoodbye__Output as _isopod_v1_CoordinatorGoodbye__Output } from './isopod/v1/CoordinatorGoodbye.ts';
import type { CordonNodeRequest as _isopod_v1_CordonNodeRequest, CordonNodeRequest__Output as _isopod_v1_CordonNodeRequest__Output } from './isopod/v1/CordonNodeRequest.ts';
import type { CordonNodeResponse as _isopod_v1_CordonNodeResponse, CordonNodeResponse__Output as _isopod_v1_CordonNodeResponse__Output } from './isopod/v1/CordonNodeResponse.ts';
import type { Determinism as _isopod_v1_Determinism, Determinism__Output as _isopod_v1_Determinism__Output } from './isopod/v1/Determinism.ts';
import type { DrainNodeRequest as _isopod_v1_DrainNodeRequest, DrainNodeRequest__Output as _isopod_v1_DrainNodeRequest__Output } from './isopod/v1/DrainNodeRequest.ts';
import type { DrainNodeResponse as _isopod_v1_DrainNodeResponse, DrainNodeResponse__Output as _isopod_v1_DrainNodeResponse__Output } from './isopod/v1/DrainNodeResponse.ts';
import type { Egress as _isopod_v1_Egress, Egress__Output as _isopod_v1_Egress__Output } from './isopod/v1/Egress.ts';
import type { EndAlertSilenceRequest as _isopod_v1_EndAlertSilenceRequest, EndAlertSilenceRequest__Output as _isopod_v1_EndAlertSilenceRequest__Output } from './isopod/v1/EndAlertSilenceRequest.ts';
import type { EndAlertSilenceResponse as _isopod_v1_EndAlertSilenceResponse, EndAlertSilenceResponse__Output as _isopod_v1_EndAlertSilenceResponse__Output } from './isopod/v1/EndAlertSilenceResponse.ts';
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
import type { ForceBreakerRequest as _isopod_v1_ForceBreakerRequest, ForceBreakerRequest__Output as _isopod_v1_ForceBreakerRequest__Output } from './isopod/v1/ForceBreakerRequest.ts';
import type { ForceBreakerResponse as _isopod_v1_ForceBreakerResponse, ForceBreakerResponse__Output as _isopod_v1_ForceBreakerResponse__Output } from './isopod/v1/ForceBreakerResponse.ts';
import type { FunctionReference as _isopod_v1_FunctionReference, FunctionReference__Output as _isopod_v1_FunctionReference__Output } from './isopod/v1/FunctionReference.ts';
import type { GetBalancerRequest as _isopod_v1_GetBalancerRequest, GetBalancerRequest__Output as _isopod_v1_GetBalancerRequest__Output } from './isopod/v1/GetBalancerRequest.ts';
import type { GetBalancerResponse as _isopod_v1_GetBalancerResponse, GetBalancerResponse__Output as _isopod_v1_GetBalancerResponse__Output } from './isopod/v1/GetBalancerResponse.ts';
import type { GetCacheStatsRequest as _isopod_v1_GetCacheStatsRequest, GetCacheStatsRequest__Output as _isopod_v1_GetCacheStatsRequest__Output } from './isopod/v1/GetCacheStatsRequest.ts';
import type { GetCacheStatsResponse as _isopod_v1_GetCacheStatsResponse, GetCacheStatsResponse__Output as _isopod_v1_GetCacheStatsResponse__Output } from './isopod/v1/GetCacheStatsResponse.ts';
import type { GetHealthRequest as _isopod_v1_GetHealthRequest, GetHealthRequest__Output as _isopod_v1_GetHealthRequest__Output } from './isopod/v1/GetHealthRequest.ts';
import type { GetHealthResponse as _isopod_v1_GetHealthResponse, GetHealthResponse__Output as _isopod_v1_GetHealthResponse__Output } from './isopod/v1/GetHealthResponse.ts';
import type { GuestError as _isopod_v1_GuestError, GuestError__Output as _isopod_v1_GuestError__Output } from './isopod/v1/GuestError.ts';
import type { HealthCheck as _isopod_v1_HealthCheck, HealthCheck__Output as _isopod_v1_HealthCheck__Output } from './isopod/v1/HealthCheck.ts';
import type { HealthCheckLatency as _isopod_v1_HealthCheckLatency, HealthCheckLatency__Output as _isopod_v1_HealthCheckLatency__Output } from './isopod/v1/HealthCheckLatency.ts';
import type { HealthCheckResult as _isopod_v1_HealthCheckResult, HealthCheckResult__Output as _isopod_v1_HealthCheckResult__Output } from './isopod/v1/HealthCheckResult.ts';
import type { HostCall as _isopod_v1_HostCall, HostCall__Output as _isopod_v1_HostCall__Output } from './isopod/v1/HostCall.ts';
import type { HostCallError as _isopod_v1_HostCallError, HostCallError__Output as _isopod_v1_HostCallError__Output } from './isopod/v1/HostCallError.ts';
import type { HostCallReply as _isopod_v1_HostCallReply, HostCallReply__Output as _isopod_v1_HostCallReply__Output } from './isopod/v1/HostCallReply.ts';
import type { InvalidateCacheRequest as _isopod_v1_InvalidateCacheRequest, InvalidateCacheRequest__Output as _isopod_v1_InvalidateCacheRequest__Output } from './isopod/v1/InvalidateCacheRequest.ts';
import type { InvalidateCacheResponse as _isopod_v1_InvalidateCacheResponse, InvalidateCacheResponse__Output as _isopod_v1_InvalidateCacheResponse__Output } from './isopod/v1/InvalidateCacheResponse.ts';
import type { Limits as _isopod_v1_Limits, Limits__Output as _isopod_v1_Limits__Output } from './isopod/v1/Limits.ts';
import type { ListAlertsRequest as _isopod_v1_ListAlertsRequest, ListAlertsRequest__Output as _isopod_v1_ListAlertsRequest__Output } from './isopod/v1/ListAlertsRequest.ts';
import type { ListAlertsResponse as _isopod_v1_ListAlertsResponse, ListAlertsResponse__Output as _isopod_v1_ListAlertsResponse__Output } from './isopod/v1/ListAlertsResponse.ts';
import type { ListBreakersRequest as _isopod_v1_ListBreakersRequest, ListBreakersRequest__Output as _isopod_v1_ListBreakersRequest__Output } from './isopod/v1/ListBreakersRequest.ts';
import type { ListBreakersResponse as _isopod_v1_ListBreakersResponse, ListBreakersResponse__Output as _isopod_v1_ListBreakersResponse__Output } from './isopod/v1/ListBreakersResponse.ts';
import type { ListNodesRequest as _isopod_v1_ListNodesRequest, ListNodesRequest__Output as _isopod_v1_ListNodesRequest__Output } from './isopod/v1/ListNodesRequest.ts';
import type { ListNodesResponse as _isopod_v1_ListNodesResponse, ListNodesResponse__Output as _isopod_v1_ListNodesResponse__Output } from './isopod/v1/ListNodesResponse.ts';
import type { LogBatch as _isopod_v1_LogBatch, LogBatch__Output as _isopod_v1_LogBatch__Output } from './isopod/v1/LogBatch.ts';
import type { LogEntry as _isopod_v1_LogEntry, LogEntry__Output as _isopod_v1_LogEntry__Output } from './isopod/v1/LogEntry.ts';
import type { Node as _isopod_v1_Node, Node__Output as _isopod_v1_Node__Output } from './isopod/v1/Node.ts';
import type { NodeCapacity as _isopod_v1_NodeCapacity, NodeCapacity__Output as _isopod_v1_NodeCapacity__Output } from './isopod/v1/NodeCapacity.ts';
import type { NodeCredential as _isopod_v1_NodeCredential, NodeCredential__Output as _isopod_v1_NodeCredential__Output } from './isopod/v1/NodeCredential.ts';
import type { NodeHealth as _isopod_v1_NodeHealth, NodeHealth__Output as _isopod_v1_NodeHealth__Output } from './isopod/v1/NodeHealth.ts';
import type { NodeHeartbeat as _isopod_v1_NodeHeartbeat, NodeHeartbeat__Output as _isopod_v1_NodeHeartbeat__Output } from './isopod/v1/NodeHeartbeat.ts';
import type { NodeHello as _isopod_v1_NodeHello, NodeHello__Output as _isopod_v1_NodeHello__Output } from './isopod/v1/NodeHello.ts';
import type { NodeLoad as _isopod_v1_NodeLoad, NodeLoad__Output as _isopod_v1_NodeLoad__Output } from './isopod/v1/NodeLoad.ts';
import type { NodePosture as _isopod_v1_NodePosture, NodePosture__Output as _isopod_v1_NodePosture__Output } from './isopod/v1/NodePosture.ts';
import type { NodeServiceClient as _isopod_v1_NodeServiceClient, NodeServiceDefinition as _isopod_v1_NodeServiceDefinition } from './isopod/v1/NodeService.ts';
import type { NodeSessionAnswer as _isopod_v1_NodeSessionAnswer, NodeSessionAnswer__Output as _isopod_v1_NodeSessionAnswer__Output } from './isopod/v1/NodeSessionAnswer.ts';
import type { NodeSessionCall as _isopod_v1_NodeSessionCall, NodeSessionCall__Output as _isopod_v1_NodeSessionCall__Output } from './isopod/v1/NodeSessionCall.ts';
import type { NodeSessionInfo as _isopod_v1_NodeSessionInfo, NodeSessionInfo__Output as _isopod_v1_NodeSessionInfo__Output } from './isopod/v1/NodeSessionInfo.ts';
import type { NodeSessionList as _isopod_v1_NodeSessionList, NodeSessionList__Output as _isopod_v1_NodeSessionList__Output } from './isopod/v1/NodeSessionList.ts';
import type { NodeSessionOpen as _isopod_v1_NodeSessionOpen, NodeSessionOpen__Output as _isopod_v1_NodeSessionOpen__Output } from './isopod/v1/NodeSessionOpen.ts';
import type { NodeWelcome as _isopod_v1_NodeWelcome, NodeWelcome__Output as _isopod_v1_NodeWelcome__Output } from './isopod/v1/NodeWelcome.ts';
import type { Outcome as _isopod_v1_Outcome, Outcome__Output as _isopod_v1_Outcome__Output } from './isopod/v1/Outcome.ts';
import type { Place as _isopod_v1_Place, Place__Output as _isopod_v1_Place__Output } from './isopod/v1/Place.ts';
import type { PostureFloor as _isopod_v1_PostureFloor, PostureFloor__Output as _isopod_v1_PostureFloor__Output } from './isopod/v1/PostureFloor.ts';
import type { Progress as _isopod_v1_Progress, Progress__Output as _isopod_v1_Progress__Output } from './isopod/v1/Progress.ts';
import type { QuotaViolation as _isopod_v1_QuotaViolation, QuotaViolation__Output as _isopod_v1_QuotaViolation__Output } from './isopod/v1/QuotaViolation.ts';
import type { RemoveNodeRequest as _isopod_v1_RemoveNodeRequest, RemoveNodeRequest__Output as _isopod_v1_RemoveNodeRequest__Output } from './isopod/v1/RemoveNodeRequest.ts';
import type { RemoveNodeResponse as _isopod_v1_RemoveNodeResponse, RemoveNodeResponse__Output as _isopod_v1_RemoveNodeResponse__Output } from './isopod/v1/RemoveNodeResponse.ts';
import type { ResetBreakerRequest as _isopod_v1_ResetBreakerRequest, ResetBreakerRequest__Output as _isopod_v1_ResetBreakerRequest__Output } from './isopod/v1/ResetBreakerRequest.ts';
import type { ResetBreakerResponse as _isopod_v1_ResetBreakerResponse, ResetBreakerResponse__Output as _isopod_v1_ResetBreakerResponse__Output } from './isopod/v1/ResetBreakerResponse.ts';
import type { RunCommands as _isopod_v1_RunCommands, RunCommands__Output as _isopod_v1_RunCommands__Output } from './isopod/v1/RunCommands.ts';
import type { RunDeterminism as _isopod_v1_RunDeterminism, RunDeterminism__Output as _isopod_v1_RunDeterminism__Output } from './isopod/v1/RunDeterminism.ts';
import type { RunEnded as _isopod_v1_RunEnded, RunEnded__Output as _isopod_v1_RunEnded__Output } from './isopod/v1/RunEnded.ts';
import type { RunEvents as _isopod_v1_RunEvents, RunEvents__Output as _isopod_v1_RunEvents__Output } from './isopod/v1/RunEvents.ts';
import type { RunHostCall as _isopod_v1_RunHostCall, RunHostCall__Output as _isopod_v1_RunHostCall__Output } from './isopod/v1/RunHostCall.ts';
import type { RunHostCallReply as _isopod_v1_RunHostCallReply, RunHostCallReply__Output as _isopod_v1_RunHostCallReply__Output } from './isopod/v1/RunHostCallReply.ts';
import type { RunLimits as _isopod_v1_RunLimits, RunLimits__Output as _isopod_v1_RunLimits__Output } from './isopod/v1/RunLimits.ts';
import type { RunLogLine as _isopod_v1_RunLogLine, RunLogLine__Output as _isopod_v1_RunLogLine__Output } from './isopod/v1/RunLogLine.ts';
import type { RunLogs as _isopod_v1_RunLogs, RunLogs__Output as _isopod_v1_RunLogs__Output } from './isopod/v1/RunLogs.ts';
import type { RunProgram as _isopod_v1_RunProgram, RunProgram__Output as _isopod_v1_RunProgram__Output } from './isopod/v1/RunProgram.ts';
import type { RunProgress as _isopod_v1_RunProgress, RunProgress__Output as _isopod_v1_RunProgress__Output } from './isopod/v1/RunProgress.ts';
import type { RunRefused as _isopod_v1_RunRefused, RunRefused__Output as _isopod_v1_RunRefused__Output } from './isopod/v1/RunRefused.ts';
import type { RunStart as _isopod_v1_RunStart, RunStart__Output as _isopod_v1_RunStart__Output } from './isopod/v1/RunStart.ts';
import type { SetBalancerRequest as _isopod_v1_SetBalancerRequest, SetBalancerRequest__Output as _isopod_v1_SetBalancerRequest__Output } from './isopod/v1/SetBalancerRequest.ts';
import type { SetBalancerResponse as _isopod_v1_SetBalancerResponse, SetBalancerResponse__Output as _isopod_v1_SetBalancerResponse__Output } from './isopod/v1/SetBalancerResponse.ts';
import type { SilenceAlertsRequest as _isopod_v1_SilenceAlertsRequest, SilenceAlertsRequest__Output as _isopod_v1_SilenceAlertsRequest__Output } from './isopod/v1/SilenceAlertsRequest.ts';
import type { SilenceAlertsResponse as _isopod_v1_SilenceAlertsResponse, SilenceAlertsResponse__Output as _isopod_v1_SilenceAlertsResponse__Output } from './isopod/v1/SilenceAlertsResponse.ts';
import type { Source as _isopod_v1_Source, Source__Output as _isopod_v1_Source__Output } from './isopod/v1/Source.ts';
import type { SourceModule as _isopod_v1_SourceModule, SourceModule__Output as _isopod_v1_SourceModule__Output } from './isopod/v1/SourceModule.ts';
import type { StdinCommand as _isopod_v1_StdinCommand, StdinCommand__Output as _isopod_v1_StdinCommand__Output } from './isopod/v1/StdinCommand.ts';
import type { StdinRead as _isopod_v1_StdinRead, StdinRead__Output as _isopod_v1_StdinRead__Output } from './isopod/v1/StdinRead.ts';
import type { UncordonNodeRequest as _isopod_v1_UncordonNodeRequest, UncordonNodeRequest__Output as _isopod_v1_UncordonNodeRequest__Output } from './isopod/v1/UncordonNodeRequest.ts';
import type { UncordonNodeResponse as _isopod_v1_UncordonNodeResponse, UncordonNodeResponse__Output as _isopod_v1_UncordonNodeResponse__Output } from './isopod/v1/UncordonNodeResponse.ts';
import type { Usage as _isopod_v1_Usage, Usage__Output as _isopod_v1_Usage__Output } from './isopod/v1/Usage.ts';
import type { WatchAlertsRequest as _isopod_v1_WatchAlertsRequest, WatchAlertsRequest__Output as _isopod_v1_WatchAlertsRequest__Output } from './isopod/v1/WatchAlertsRequest.ts';
import type { WatchAlertsResponse as _isopod_v1_WatchAlertsResponse, WatchAlertsResponse__Output as _isopod_v1_WatchAlertsResponse__Output } from './isopod/v1/WatchAlertsResponse.ts';
import type { WatchNodesRequest as _isopod_v1_WatchNodesRequest, WatchNodesRequest__Output as _isopod_v1_WatchNodesRequest__Output } from './isopod/v1/WatchNodesRequest.ts';
import type { WatchNodesResponse as _isopod_v1_WatchNodesResponse, WatchNodesResponse__Output as _isopod_v1_WatchNodesResponse__Output } from './isopod/v1/WatchNodesResponse.ts';

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
      Alert: MessageTypeDefinition<_isopod_v1_Alert, _isopod_v1_Alert__Output>
      AlertLabel: MessageTypeDefinition<_isopod_v1_AlertLabel, _isopod_v1_AlertLabel__Output>
      AlertNotification: MessageTypeDefinition<_isopod_v1_AlertNotification, _isopod_v1_AlertNotification__Output>
      AlertSilence: MessageTypeDefinition<_isopod_v1_AlertSilence, _isopod_v1_AlertSilence__Output>
      AlertState: EnumTypeDefinition
      Balancer: MessageTypeDefinition<_isopod_v1_Balancer, _isopod_v1_Balancer__Output>
      BalancerPolicy: EnumTypeDefinition
      Breaker: MessageTypeDefinition<_isopod_v1_Breaker, _isopod_v1_Breaker__Output>
      BreakerCause: EnumTypeDefinition
      BreakerState: EnumTypeDefinition
      CacheEvictions: MessageTypeDefinition<_isopod_v1_CacheEvictions, _isopod_v1_CacheEvictions__Output>
      CacheMode: EnumTypeDefinition
      CacheNamespace: MessageTypeDefinition<_isopod_v1_CacheNamespace, _isopod_v1_CacheNamespace__Output>
      CacheTier: MessageTypeDefinition<_isopod_v1_CacheTier, _isopod_v1_CacheTier__Output>
      CacheUse: EnumTypeDefinition
      CancelCommand: MessageTypeDefinition<_isopod_v1_CancelCommand, _isopod_v1_CancelCommand__Output>
      ClusterService: SubtypeConstructor<typeof grpc.Client, _isopod_v1_ClusterServiceClient> & { service: _isopod_v1_ClusterServiceDefinition }
      ConnectRequest: MessageTypeDefinition<_isopod_v1_ConnectRequest, _isopod_v1_ConnectRequest__Output>
      ConnectResponse: MessageTypeDefinition<_isopod_v1_ConnectResponse, _isopod_v1_ConnectResponse__Output>
      Coordinates: MessageTypeDefinition<_isopod_v1_Coordinates, _isopod_v1_Coordinates__Output>
      CoordinatorGoodbye: MessageTypeDefinition<_isopod_v1_CoordinatorGoodbye, _isopod_v1_CoordinatorGoodbye__Output>
      CordonNodeRequest: MessageTypeDefinition<_isopod_v1_CordonNodeRequest, _isopod_v1_CordonNodeRequest__Output>
      CordonNodeResponse: MessageTypeDefinition<_isopod_v1_CordonNodeResponse, _isopod_v1_CordonNodeResponse__Output>
      Determinism: MessageTypeDefinition<_isopod_v1_Determinism, _isopod_v1_Determinism__Output>
      DrainNodeRequest: MessageTypeDefinition<_isopod_v1_DrainNodeRequest, _isopod_v1_DrainNodeRequest__Output>
      DrainNodeResponse: MessageTypeDefinition<_isopod_v1_DrainNodeResponse, _isopod_v1_DrainNodeResponse__Output>
      Egress: MessageTypeDefinition<_isopod_v1_Egress, _isopod_v1_Egress__Output>
      EndAlertSilenceRequest: MessageTypeDefinition<_isopod_v1_EndAlertSilenceRequest, _isopod_v1_EndAlertSilenceRequest__Output>
      EndAlertSilenceResponse: MessageTypeDefinition<_isopod_v1_EndAlertSilenceResponse, _isopod_v1_EndAlertSilenceResponse__Output>
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
      ForceBreakerRequest: MessageTypeDefinition<_isopod_v1_ForceBreakerRequest, _isopod_v1_ForceBreakerRequest__Output>
      ForceBreakerResponse: MessageTypeDefinition<_isopod_v1_ForceBreakerResponse, _isopod_v1_ForceBreakerResponse__Output>
      FunctionReference: MessageTypeDefinition<_isopod_v1_FunctionReference, _isopod_v1_FunctionReference__Output>
      GetBalancerRequest: MessageTypeDefinition<_isopod_v1_GetBalancerRequest, _isopod_v1_GetBalancerRequest__Output>
      GetBalancerResponse: MessageTypeDefinition<_isopod_v1_GetBalancerResponse, _isopod_v1_GetBalancerResponse__Output>
      GetCacheStatsRequest: MessageTypeDefinition<_isopod_v1_GetCacheStatsRequest, _isopod_v1_GetCacheStatsRequest__Output>
      GetCacheStatsResponse: MessageTypeDefinition<_isopod_v1_GetCacheStatsResponse, _isopod_v1_GetCacheStatsResponse__Output>
      GetHealthRequest: MessageTypeDefinition<_isopod_v1_GetHealthRequest, _isopod_v1_GetHealthRequest__Output>
      GetHealthResponse: MessageTypeDefinition<_isopod_v1_GetHealthResponse, _isopod_v1_GetHealthResponse__Output>
      GuestError: MessageTypeDefinition<_isopod_v1_GuestError, _isopod_v1_GuestError__Output>
      HealthCheck: MessageTypeDefinition<_isopod_v1_HealthCheck, _isopod_v1_HealthCheck__Output>
      HealthCheckKind: EnumTypeDefinition
      HealthCheckLatency: MessageTypeDefinition<_isopod_v1_HealthCheckLatency, _isopod_v1_HealthCheckLatency__Output>
      HealthCheckResult: MessageTypeDefinition<_isopod_v1_HealthCheckResult, _isopod_v1_HealthCheckResult__Output>
      HealthState: EnumTypeDefinition
      HostCall: MessageTypeDefinition<_isopod_v1_HostCall, _isopod_v1_HostCall__Output>
      HostCallError: MessageTypeDefinition<_isopod_v1_HostCallError, _isopod_v1_HostCallError__Output>
      HostCallReply: MessageTypeDefinition<_isopod_v1_HostCallReply, _isopod_v1_HostCallReply__Output>
      InvalidateCacheRequest: MessageTypeDefinition<_isopod_v1_InvalidateCacheRequest, _isopod_v1_InvalidateCacheRequest__Output>
      InvalidateCacheResponse: MessageTypeDefinition<_isopod_v1_InvalidateCacheResponse, _isopod_v1_InvalidateCacheResponse__Output>
      IsolationLevel: EnumTypeDefinition
      Limits: MessageTypeDefinition<_isopod_v1_Limits, _isopod_v1_Limits__Output>
      ListAlertsRequest: MessageTypeDefinition<_isopod_v1_ListAlertsRequest, _isopod_v1_ListAlertsRequest__Output>
      ListAlertsResponse: MessageTypeDefinition<_isopod_v1_ListAlertsResponse, _isopod_v1_ListAlertsResponse__Output>
      ListBreakersRequest: MessageTypeDefinition<_isopod_v1_ListBreakersRequest, _isopod_v1_ListBreakersRequest__Output>
      ListBreakersResponse: MessageTypeDefinition<_isopod_v1_ListBreakersResponse, _isopod_v1_ListBreakersResponse__Output>
      ListNodesRequest: MessageTypeDefinition<_isopod_v1_ListNodesRequest, _isopod_v1_ListNodesRequest__Output>
      ListNodesResponse: MessageTypeDefinition<_isopod_v1_ListNodesResponse, _isopod_v1_ListNodesResponse__Output>
      LogBatch: MessageTypeDefinition<_isopod_v1_LogBatch, _isopod_v1_LogBatch__Output>
      LogEntry: MessageTypeDefinition<_isopod_v1_LogEntry, _isopod_v1_LogEntry__Output>
      LogLevel: EnumTypeDefinition
      ModuleKind: EnumTypeDefinition
      Node: MessageTypeDefinition<_isopod_v1_Node, _isopod_v1_Node__Output>
      NodeCapacity: MessageTypeDefinition<_isopod_v1_NodeCapacity, _isopod_v1_NodeCapacity__Output>
      NodeCredential: MessageTypeDefinition<_isopod_v1_NodeCredential, _isopod_v1_NodeCredential__Output>
      NodeHealth: MessageTypeDefinition<_isopod_v1_NodeHealth, _isopod_v1_NodeHealth__Output>
      NodeHeartbeat: MessageTypeDefinition<_isopod_v1_NodeHeartbeat, _isopod_v1_NodeHeartbeat__Output>
      NodeHello: MessageTypeDefinition<_isopod_v1_NodeHello, _isopod_v1_NodeHello__Output>
      NodeLoad: MessageTypeDefinition<_isopod_v1_NodeLoad, _isopod_v1_NodeLoad__Output>
      NodePosture: MessageTypeDefinition<_isopod_v1_NodePosture, _isopod_v1_NodePosture__Output>
      NodeService: SubtypeConstructor<typeof grpc.Client, _isopod_v1_NodeServiceClient> & { service: _isopod_v1_NodeServiceDefinition }
      NodeSessionAnswer: MessageTypeDefinition<_isopod_v1_NodeSessionAnswer, _isopod_v1_NodeSessionAnswer__Output>
      NodeSessionCall: MessageTypeDefinition<_isopod_v1_NodeSessionCall, _isopod_v1_NodeSessionCall__Output>
      NodeSessionInfo: MessageTypeDefinition<_isopod_v1_NodeSessionInfo, _isopod_v1_NodeSessionInfo__Output>
      NodeSessionList: MessageTypeDefinition<_isopod_v1_NodeSessionList, _isopod_v1_NodeSessionList__Output>
      NodeSessionOpen: MessageTypeDefinition<_isopod_v1_NodeSessionOpen, _isopod_v1_NodeSessionOpen__Output>
      NodeState: EnumTypeDefinition
      NodeWelcome: MessageTypeDefinition<_isopod_v1_NodeWelcome, _isopod_v1_NodeWelcome__Output>
      Outcome: MessageTypeDefinition<_isopod_v1_Outcome, _isopod_v1_Outcome__Output>
      OutcomeWord: EnumTypeDefinition
      Place: MessageTypeDefinition<_isopod_v1_Place, _isopod_v1_Place__Output>
      PostureFloor: MessageTypeDefinition<_isopod_v1_PostureFloor, _isopod_v1_PostureFloor__Output>
      ProgramKind: EnumTypeDefinition
      ProgramLanguage: EnumTypeDefinition
      Progress: MessageTypeDefinition<_isopod_v1_Progress, _isopod_v1_Progress__Output>
      QuotaViolation: MessageTypeDefinition<_isopod_v1_QuotaViolation, _isopod_v1_QuotaViolation__Output>
      RefusalReason: EnumTypeDefinition
      RemoveNodeRequest: MessageTypeDefinition<_isopod_v1_RemoveNodeRequest, _isopod_v1_RemoveNodeRequest__Output>
      RemoveNodeResponse: MessageTypeDefinition<_isopod_v1_RemoveNodeResponse, _isopod_v1_RemoveNodeResponse__Output>
      ResetBreakerRequest: MessageTypeDefinition<_isopod_v1_ResetBreakerRequest, _isopod_v1_ResetBreakerRequest__Output>
      ResetBreakerResponse: MessageTypeDefinition<_isopod_v1_ResetBreakerResponse, _isopod_v1_ResetBreakerResponse__Output>
      RunCommands: MessageTypeDefinition<_isopod_v1_RunCommands, _isopod_v1_RunCommands__Output>
      RunDeterminism: MessageTypeDefinition<_isopod_v1_RunDeterminism, _isopod_v1_RunDeterminism__Output>
      RunEnded: MessageTypeDefinition<_isopod_v1_RunEnded, _isopod_v1_RunEnded__Output>
      RunEvents: MessageTypeDefinition<_isopod_v1_RunEvents, _isopod_v1_RunEvents__Output>
      RunHostCall: MessageTypeDefinition<_isopod_v1_RunHostCall, _isopod_v1_RunHostCall__Output>
      RunHostCallReply: MessageTypeDefinition<_isopod_v1_RunHostCallReply, _isopod_v1_RunHostCallReply__Output>
      RunLimits: MessageTypeDefinition<_isopod_v1_RunLimits, _isopod_v1_RunLimits__Output>
      RunLogLine: MessageTypeDefinition<_isopod_v1_RunLogLine, _isopod_v1_RunLogLine__Output>
      RunLogs: MessageTypeDefinition<_isopod_v1_RunLogs, _isopod_v1_RunLogs__Output>
      RunProgram: MessageTypeDefinition<_isopod_v1_RunProgram, _isopod_v1_RunProgram__Output>
      RunProgress: MessageTypeDefinition<_isopod_v1_RunProgress, _isopod_v1_RunProgress__Output>
      RunRefused: MessageTypeDefinition<_isopod_v1_RunRefused, _isopod_v1_RunRefused__Output>
      RunStart: MessageTypeDefinition<_isopod_v1_RunStart, _isopod_v1_RunStart__Output>
      SessionRefusalReason: EnumTypeDefinition
      SetBalancerRequest: MessageTypeDefinition<_isopod_v1_SetBalancerRequest, _isopod_v1_SetBalancerRequest__Output>
      SetBalancerResponse: MessageTypeDefinition<_isopod_v1_SetBalancerResponse, _isopod_v1_SetBalancerResponse__Output>
      SilenceAlertsRequest: MessageTypeDefinition<_isopod_v1_SilenceAlertsRequest, _isopod_v1_SilenceAlertsRequest__Output>
      SilenceAlertsResponse: MessageTypeDefinition<_isopod_v1_SilenceAlertsResponse, _isopod_v1_SilenceAlertsResponse__Output>
      Source: MessageTypeDefinition<_isopod_v1_Source, _isopod_v1_Source__Output>
      SourceModule: MessageTypeDefinition<_isopod_v1_SourceModule, _isopod_v1_SourceModule__Output>
      StartKind: EnumTypeDefinition
      StdinCommand: MessageTypeDefinition<_isopod_v1_StdinCommand, _isopod_v1_StdinCommand__Output>
      StdinRead: MessageTypeDefinition<_isopod_v1_StdinRead, _isopod_v1_StdinRead__Output>
      UncordonNodeRequest: MessageTypeDefinition<_isopod_v1_UncordonNodeRequest, _isopod_v1_UncordonNodeRequest__Output>
      UncordonNodeResponse: MessageTypeDefinition<_isopod_v1_UncordonNodeResponse, _isopod_v1_UncordonNodeResponse__Output>
      Usage: MessageTypeDefinition<_isopod_v1_Usage, _isopod_v1_Usage__Output>
      WatchAlertsRequest: MessageTypeDefinition<_isopod_v1_WatchAlertsRequest, _isopod_v1_WatchAlertsRequest__Output>
      WatchAlertsResponse: MessageTypeDefinition<_isopod_v1_WatchAlertsResponse, _isopod_v1_WatchAlertsResponse__Output>
      WatchNodesRequest: MessageTypeDefinition<_isopod_v1_WatchNodesRequest, _isopod_v1_WatchNodesRequest__Output>
      WatchNodesResponse: MessageTypeDefinition<_isopod_v1_WatchNodesResponse, _isopod_v1_WatchNodesResponse__Output>
    }
  }
}

