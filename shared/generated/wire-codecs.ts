// Made by tools/generate-wire-codecs.ts. Do not edit.
import { ProtoReader } from '../wire/proto-reader.ts';
import { ProtoWriter } from '../wire/proto-writer.ts';
import type { ListNodesRequest, ListNodesRequest__Output } from './isopod/v1/ListNodesRequest.ts';
import type { ListNodesResponse, ListNodesResponse__Output } from './isopod/v1/ListNodesResponse.ts';
import type { Node, Node__Output } from './isopod/v1/Node.ts';
import type { NodeCapacity, NodeCapacity__Output } from './isopod/v1/NodeCapacity.ts';
import type { NodePosture, NodePosture__Output } from './isopod/v1/NodePosture.ts';
import type { NodeLoad, NodeLoad__Output } from './isopod/v1/NodeLoad.ts';
import type { Timestamp, Timestamp__Output } from './google/protobuf/Timestamp.ts';
import type { Place, Place__Output } from './isopod/v1/Place.ts';
import type { Coordinates, Coordinates__Output } from './isopod/v1/Coordinates.ts';
import type { WatchNodesRequest, WatchNodesRequest__Output } from './isopod/v1/WatchNodesRequest.ts';
import type { WatchNodesResponse, WatchNodesResponse__Output } from './isopod/v1/WatchNodesResponse.ts';
import type { CordonNodeRequest, CordonNodeRequest__Output } from './isopod/v1/CordonNodeRequest.ts';
import type { CordonNodeResponse, CordonNodeResponse__Output } from './isopod/v1/CordonNodeResponse.ts';
import type { UncordonNodeRequest, UncordonNodeRequest__Output } from './isopod/v1/UncordonNodeRequest.ts';
import type { UncordonNodeResponse, UncordonNodeResponse__Output } from './isopod/v1/UncordonNodeResponse.ts';
import type { DrainNodeRequest, DrainNodeRequest__Output } from './isopod/v1/DrainNodeRequest.ts';
import type { DrainNodeResponse, DrainNodeResponse__Output } from './isopod/v1/DrainNodeResponse.ts';
import type { RemoveNodeRequest, RemoveNodeRequest__Output } from './isopod/v1/RemoveNodeRequest.ts';
import type { Duration, Duration__Output } from './google/protobuf/Duration.ts';
import type { RemoveNodeResponse, RemoveNodeResponse__Output } from './isopod/v1/RemoveNodeResponse.ts';
import type { GetBalancerRequest, GetBalancerRequest__Output } from './isopod/v1/GetBalancerRequest.ts';
import type { GetBalancerResponse, GetBalancerResponse__Output } from './isopod/v1/GetBalancerResponse.ts';
import type { Balancer, Balancer__Output } from './isopod/v1/Balancer.ts';
import type { SetBalancerRequest, SetBalancerRequest__Output } from './isopod/v1/SetBalancerRequest.ts';
import type { SetBalancerResponse, SetBalancerResponse__Output } from './isopod/v1/SetBalancerResponse.ts';
import type { ListBreakersRequest, ListBreakersRequest__Output } from './isopod/v1/ListBreakersRequest.ts';
import type { ListBreakersResponse, ListBreakersResponse__Output } from './isopod/v1/ListBreakersResponse.ts';
import type { Breaker, Breaker__Output } from './isopod/v1/Breaker.ts';
import type { ForceBreakerRequest, ForceBreakerRequest__Output } from './isopod/v1/ForceBreakerRequest.ts';
import type { ForceBreakerResponse, ForceBreakerResponse__Output } from './isopod/v1/ForceBreakerResponse.ts';
import type { ResetBreakerRequest, ResetBreakerRequest__Output } from './isopod/v1/ResetBreakerRequest.ts';
import type { ResetBreakerResponse, ResetBreakerResponse__Output } from './isopod/v1/ResetBreakerResponse.ts';
import type { GetHealthRequest, GetHealthRequest__Output } from './isopod/v1/GetHealthRequest.ts';
import type { GetHealthResponse, GetHealthResponse__Output } from './isopod/v1/GetHealthResponse.ts';
import type { HealthCheck, HealthCheck__Output } from './isopod/v1/HealthCheck.ts';
import type { HealthCheckLatency, HealthCheckLatency__Output } from './isopod/v1/HealthCheckLatency.ts';
import type { HealthCheckResult, HealthCheckResult__Output } from './isopod/v1/HealthCheckResult.ts';
import type { NodeHealth, NodeHealth__Output } from './isopod/v1/NodeHealth.ts';
import type { ListAlertsRequest, ListAlertsRequest__Output } from './isopod/v1/ListAlertsRequest.ts';
import type { ListAlertsResponse, ListAlertsResponse__Output } from './isopod/v1/ListAlertsResponse.ts';
import type { Alert, Alert__Output } from './isopod/v1/Alert.ts';
import type { AlertLabel, AlertLabel__Output } from './isopod/v1/AlertLabel.ts';
import type { AlertSilence, AlertSilence__Output } from './isopod/v1/AlertSilence.ts';
import type { WatchAlertsRequest, WatchAlertsRequest__Output } from './isopod/v1/WatchAlertsRequest.ts';
import type { WatchAlertsResponse, WatchAlertsResponse__Output } from './isopod/v1/WatchAlertsResponse.ts';
import type { AlertNotification, AlertNotification__Output } from './isopod/v1/AlertNotification.ts';
import type { SilenceAlertsRequest, SilenceAlertsRequest__Output } from './isopod/v1/SilenceAlertsRequest.ts';
import type { SilenceAlertsResponse, SilenceAlertsResponse__Output } from './isopod/v1/SilenceAlertsResponse.ts';
import type { EndAlertSilenceRequest, EndAlertSilenceRequest__Output } from './isopod/v1/EndAlertSilenceRequest.ts';
import type { EndAlertSilenceResponse, EndAlertSilenceResponse__Output } from './isopod/v1/EndAlertSilenceResponse.ts';
import type { GetCacheStatsRequest, GetCacheStatsRequest__Output } from './isopod/v1/GetCacheStatsRequest.ts';
import type { GetCacheStatsResponse, GetCacheStatsResponse__Output } from './isopod/v1/GetCacheStatsResponse.ts';
import type { CacheNamespace, CacheNamespace__Output } from './isopod/v1/CacheNamespace.ts';
import type { CacheTier, CacheTier__Output } from './isopod/v1/CacheTier.ts';
import type { CacheEvictions, CacheEvictions__Output } from './isopod/v1/CacheEvictions.ts';
import type { InvalidateCacheRequest, InvalidateCacheRequest__Output } from './isopod/v1/InvalidateCacheRequest.ts';
import type { InvalidateCacheResponse, InvalidateCacheResponse__Output } from './isopod/v1/InvalidateCacheResponse.ts';
import type { ConnectRequest, ConnectRequest__Output } from './isopod/v1/ConnectRequest.ts';
import type { NodeHello, NodeHello__Output } from './isopod/v1/NodeHello.ts';
import type { NodeHeartbeat, NodeHeartbeat__Output } from './isopod/v1/NodeHeartbeat.ts';
import type { RunEvents, RunEvents__Output } from './isopod/v1/RunEvents.ts';
import type { RunLogs, RunLogs__Output } from './isopod/v1/RunLogs.ts';
import type { RunLogLine, RunLogLine__Output } from './isopod/v1/RunLogLine.ts';
import type { RunEnded, RunEnded__Output } from './isopod/v1/RunEnded.ts';
import type { GuestError, GuestError__Output } from './isopod/v1/GuestError.ts';
import type { RunRefused, RunRefused__Output } from './isopod/v1/RunRefused.ts';
import type { RunHostCall, RunHostCall__Output } from './isopod/v1/RunHostCall.ts';
import type { HostCall, HostCall__Output } from './isopod/v1/HostCall.ts';
import type { RunProgress, RunProgress__Output } from './isopod/v1/RunProgress.ts';
import type { NodeSessionAnswer, NodeSessionAnswer__Output } from './isopod/v1/NodeSessionAnswer.ts';
import type { NodeSessionInfo, NodeSessionInfo__Output } from './isopod/v1/NodeSessionInfo.ts';
import type { NodeSessionOpen, NodeSessionOpen__Output } from './isopod/v1/NodeSessionOpen.ts';
import type { ConnectResponse, ConnectResponse__Output } from './isopod/v1/ConnectResponse.ts';
import type { NodeWelcome, NodeWelcome__Output } from './isopod/v1/NodeWelcome.ts';
import type { RunCommands, RunCommands__Output } from './isopod/v1/RunCommands.ts';
import type { RunStart, RunStart__Output } from './isopod/v1/RunStart.ts';
import type { RunProgram, RunProgram__Output } from './isopod/v1/RunProgram.ts';
import type { SourceModule, SourceModule__Output } from './isopod/v1/SourceModule.ts';
import type { RunLimits, RunLimits__Output } from './isopod/v1/RunLimits.ts';
import type { RunDeterminism, RunDeterminism__Output } from './isopod/v1/RunDeterminism.ts';
import type { Egress, Egress__Output } from './isopod/v1/Egress.ts';
import type { RunHostCallReply, RunHostCallReply__Output } from './isopod/v1/RunHostCallReply.ts';
import type { HostCallReply, HostCallReply__Output } from './isopod/v1/HostCallReply.ts';
import type { HostCallError, HostCallError__Output } from './isopod/v1/HostCallError.ts';
import type { CoordinatorGoodbye, CoordinatorGoodbye__Output } from './isopod/v1/CoordinatorGoodbye.ts';
import type { NodeSessionCall, NodeSessionCall__Output } from './isopod/v1/NodeSessionCall.ts';
import type { NodeSessionList, NodeSessionList__Output } from './isopod/v1/NodeSessionList.ts';
import type { NodeCredential, NodeCredential__Output } from './isopod/v1/NodeCredential.ts';
import type { ExecuteRequest, ExecuteRequest__Output } from './isopod/v1/ExecuteRequest.ts';
import type { Execution, Execution__Output } from './isopod/v1/Execution.ts';
import type { Source, Source__Output } from './isopod/v1/Source.ts';
import type { FunctionReference, FunctionReference__Output } from './isopod/v1/FunctionReference.ts';
import type { Limits, Limits__Output } from './isopod/v1/Limits.ts';
import type { PostureFloor, PostureFloor__Output } from './isopod/v1/PostureFloor.ts';
import type { Determinism, Determinism__Output } from './isopod/v1/Determinism.ts';
import type { ExecuteResponse, ExecuteResponse__Output } from './isopod/v1/ExecuteResponse.ts';
import type { Outcome, Outcome__Output } from './isopod/v1/Outcome.ts';
import type { Usage, Usage__Output } from './isopod/v1/Usage.ts';
import type { LogEntry, LogEntry__Output } from './isopod/v1/LogEntry.ts';
import type { ExecuteStreamRequest, ExecuteStreamRequest__Output } from './isopod/v1/ExecuteStreamRequest.ts';
import type { ExecuteStreamCommand, ExecuteStreamCommand__Output } from './isopod/v1/ExecuteStreamCommand.ts';
import type { ExecuteCommand, ExecuteCommand__Output } from './isopod/v1/ExecuteCommand.ts';
import type { CancelCommand, CancelCommand__Output } from './isopod/v1/CancelCommand.ts';
import type { StdinCommand, StdinCommand__Output } from './isopod/v1/StdinCommand.ts';
import type { ExecuteStreamResponse, ExecuteStreamResponse__Output } from './isopod/v1/ExecuteStreamResponse.ts';
import type { ExecuteStreamEvent, ExecuteStreamEvent__Output } from './isopod/v1/ExecuteStreamEvent.ts';
import type { LogBatch, LogBatch__Output } from './isopod/v1/LogBatch.ts';
import type { Failure, Failure__Output } from './isopod/v1/Failure.ts';
import type { FieldViolation, FieldViolation__Output } from './isopod/v1/FieldViolation.ts';
import type { QuotaViolation, QuotaViolation__Output } from './isopod/v1/QuotaViolation.ts';
import type { Progress, Progress__Output } from './isopod/v1/Progress.ts';
import type { StdinRead, StdinRead__Output } from './isopod/v1/StdinRead.ts';
import type { DeployFunctionRequest, DeployFunctionRequest__Output } from './isopod/v1/DeployFunctionRequest.ts';
import type { DeployFunctionResponse, DeployFunctionResponse__Output } from './isopod/v1/DeployFunctionResponse.ts';
import type { Function, Function__Output } from './isopod/v1/Function.ts';
import type { FunctionAlias, FunctionAlias__Output } from './isopod/v1/FunctionAlias.ts';
import type { FunctionRoute, FunctionRoute__Output } from './isopod/v1/FunctionRoute.ts';
import type { FunctionVersion, FunctionVersion__Output } from './isopod/v1/FunctionVersion.ts';
import type { GetFunctionRequest, GetFunctionRequest__Output } from './isopod/v1/GetFunctionRequest.ts';
import type { GetFunctionResponse, GetFunctionResponse__Output } from './isopod/v1/GetFunctionResponse.ts';
import type { ListFunctionsRequest, ListFunctionsRequest__Output } from './isopod/v1/ListFunctionsRequest.ts';
import type { ListFunctionsResponse, ListFunctionsResponse__Output } from './isopod/v1/ListFunctionsResponse.ts';
import type { SetFunctionAliasRequest, SetFunctionAliasRequest__Output } from './isopod/v1/SetFunctionAliasRequest.ts';
import type { SetFunctionAliasResponse, SetFunctionAliasResponse__Output } from './isopod/v1/SetFunctionAliasResponse.ts';
import type { DeleteFunctionAliasRequest, DeleteFunctionAliasRequest__Output } from './isopod/v1/DeleteFunctionAliasRequest.ts';
import type { DeleteFunctionAliasResponse, DeleteFunctionAliasResponse__Output } from './isopod/v1/DeleteFunctionAliasResponse.ts';
import type { DeleteFunctionRequest, DeleteFunctionRequest__Output } from './isopod/v1/DeleteFunctionRequest.ts';
import type { DeleteFunctionResponse, DeleteFunctionResponse__Output } from './isopod/v1/DeleteFunctionResponse.ts';
import type { CreateSessionRequest, CreateSessionRequest__Output } from './isopod/v1/CreateSessionRequest.ts';
import type { CreateSessionResponse, CreateSessionResponse__Output } from './isopod/v1/CreateSessionResponse.ts';
import type { Session, Session__Output } from './isopod/v1/Session.ts';
import type { CloseSessionRequest, CloseSessionRequest__Output } from './isopod/v1/CloseSessionRequest.ts';
import type { CloseSessionResponse, CloseSessionResponse__Output } from './isopod/v1/CloseSessionResponse.ts';
import type { ListSessionsRequest, ListSessionsRequest__Output } from './isopod/v1/ListSessionsRequest.ts';
import type { ListSessionsResponse, ListSessionsResponse__Output } from './isopod/v1/ListSessionsResponse.ts';
import type { CreateTenantRequest, CreateTenantRequest__Output } from './isopod/v1/CreateTenantRequest.ts';
import type { TenantPolicy, TenantPolicy__Output } from './isopod/v1/TenantPolicy.ts';
import type { TenantQuotas, TenantQuotas__Output } from './isopod/v1/TenantQuotas.ts';
import type { CreateTenantResponse, CreateTenantResponse__Output } from './isopod/v1/CreateTenantResponse.ts';
import type { Tenant, Tenant__Output } from './isopod/v1/Tenant.ts';
import type { GetTenantRequest, GetTenantRequest__Output } from './isopod/v1/GetTenantRequest.ts';
import type { GetTenantResponse, GetTenantResponse__Output } from './isopod/v1/GetTenantResponse.ts';
import type { TenantUsage, TenantUsage__Output } from './isopod/v1/TenantUsage.ts';
import type { ListTenantsRequest, ListTenantsRequest__Output } from './isopod/v1/ListTenantsRequest.ts';
import type { ListTenantsResponse, ListTenantsResponse__Output } from './isopod/v1/ListTenantsResponse.ts';
import type { UpdateTenantRequest, UpdateTenantRequest__Output } from './isopod/v1/UpdateTenantRequest.ts';
import type { UpdateTenantResponse, UpdateTenantResponse__Output } from './isopod/v1/UpdateTenantResponse.ts';
import type { DeleteTenantRequest, DeleteTenantRequest__Output } from './isopod/v1/DeleteTenantRequest.ts';
import type { DeleteTenantResponse, DeleteTenantResponse__Output } from './isopod/v1/DeleteTenantResponse.ts';
import type { CreateApiKeyRequest, CreateApiKeyRequest__Output } from './isopod/v1/CreateApiKeyRequest.ts';
import type { CreateApiKeyResponse, CreateApiKeyResponse__Output } from './isopod/v1/CreateApiKeyResponse.ts';
import type { ApiKey, ApiKey__Output } from './isopod/v1/ApiKey.ts';
import type { ListApiKeysRequest, ListApiKeysRequest__Output } from './isopod/v1/ListApiKeysRequest.ts';
import type { ListApiKeysResponse, ListApiKeysResponse__Output } from './isopod/v1/ListApiKeysResponse.ts';
import type { RevokeApiKeyRequest, RevokeApiKeyRequest__Output } from './isopod/v1/RevokeApiKeyRequest.ts';
import type { RevokeApiKeyResponse, RevokeApiKeyResponse__Output } from './isopod/v1/RevokeApiKeyResponse.ts';

interface Codec {
  readonly encode: (message: object) => Buffer;
  readonly decode: (bytes: Buffer) => object;
}

/** The place of a field that was not sent: it keeps objects of one shape. */
const absent = undefined as never;

const namesOfNodeState = [
  'NODE_STATE_UNSPECIFIED',
  'NODE_STATE_ACTIVE',
  'NODE_STATE_DRAINING',
  'NODE_STATE_CORDONED',
  'NODE_STATE_SUSPECTED',
] as const;
const numbersOfNodeState: Record<string, number> = Object.fromEntries(
  namesOfNodeState.map((name, number) => [name, number]),
);

const namesOfBalancerPolicy = [
  'BALANCER_POLICY_UNSPECIFIED',
  'BALANCER_POLICY_ROUND_ROBIN',
  'BALANCER_POLICY_WEIGHTED_ROUND_ROBIN',
  'BALANCER_POLICY_LEAST_CONNECTIONS',
  'BALANCER_POLICY_PEAK_EWMA',
  'BALANCER_POLICY_PREQUAL',
  'BALANCER_POLICY_RENDEZVOUS',
] as const;
const numbersOfBalancerPolicy: Record<string, number> = Object.fromEntries(
  namesOfBalancerPolicy.map((name, number) => [name, number]),
);

const namesOfBreakerState = [
  'BREAKER_STATE_UNSPECIFIED',
  'BREAKER_STATE_CLOSED',
  'BREAKER_STATE_OPEN',
  'BREAKER_STATE_HALF_OPEN',
  'BREAKER_STATE_FORCED_OPEN',
  'BREAKER_STATE_DISABLED',
] as const;
const numbersOfBreakerState: Record<string, number> = Object.fromEntries(
  namesOfBreakerState.map((name, number) => [name, number]),
);

const namesOfBreakerCause = [
  'BREAKER_CAUSE_UNSPECIFIED',
  'BREAKER_CAUSE_NEW',
  'BREAKER_CAUSE_FAULTS',
  'BREAKER_CAUSE_SLOW',
  'BREAKER_CAUSE_CERTAIN',
  'BREAKER_CAUSE_WAITED',
  'BREAKER_CAUSE_TRIALS',
  'BREAKER_CAUSE_RECOVERED',
  'BREAKER_CAUSE_FORCED',
  'BREAKER_CAUSE_RESET',
] as const;
const numbersOfBreakerCause: Record<string, number> = Object.fromEntries(
  namesOfBreakerCause.map((name, number) => [name, number]),
);

const namesOfHealthState = [
  'HEALTH_STATE_UNSPECIFIED',
  'HEALTH_STATE_HEALTHY',
  'HEALTH_STATE_DEGRADED',
  'HEALTH_STATE_UNHEALTHY',
] as const;
const numbersOfHealthState: Record<string, number> = Object.fromEntries(
  namesOfHealthState.map((name, number) => [name, number]),
);

const namesOfHealthCheckKind = [
  'HEALTH_CHECK_KIND_UNSPECIFIED',
  'HEALTH_CHECK_KIND_LIVENESS',
  'HEALTH_CHECK_KIND_READINESS',
  'HEALTH_CHECK_KIND_DEPENDENCY',
] as const;
const numbersOfHealthCheckKind: Record<string, number> = Object.fromEntries(
  namesOfHealthCheckKind.map((name, number) => [name, number]),
);

const namesOfAlertState = [
  'ALERT_STATE_UNSPECIFIED',
  'ALERT_STATE_PENDING',
  'ALERT_STATE_FIRING',
  'ALERT_STATE_RESOLVED',
] as const;
const numbersOfAlertState: Record<string, number> = Object.fromEntries(
  namesOfAlertState.map((name, number) => [name, number]),
);

const namesOfLogLevel = [
  'LOG_LEVEL_UNSPECIFIED',
  'LOG_LEVEL_DEBUG',
  'LOG_LEVEL_LOG',
  'LOG_LEVEL_INFO',
  'LOG_LEVEL_WARN',
  'LOG_LEVEL_ERROR',
] as const;
const numbersOfLogLevel: Record<string, number> = Object.fromEntries(
  namesOfLogLevel.map((name, number) => [name, number]),
);

const namesOfOutcomeWord = [
  'OUTCOME_WORD_UNSPECIFIED',
  'OUTCOME_WORD_SUCCEEDED',
  'OUTCOME_WORD_SCRIPT_THREW',
  'OUTCOME_WORD_SYNTAX_ERROR',
  'OUTCOME_WORD_CPU_EXCEEDED',
  'OUTCOME_WORD_WALL_EXCEEDED',
  'OUTCOME_WORD_MEMORY_EXCEEDED',
  'OUTCOME_WORD_OUTPUT_EXCEEDED',
  'OUTCOME_WORD_HOST_CALL_LIMIT',
  'OUTCOME_WORD_CRASHED',
  'OUTCOME_WORD_CANCELLED',
  'OUTCOME_WORD_SESSION_LOST',
  'OUTCOME_WORD_NODE_LOST',
  'OUTCOME_WORD_REJECTED',
] as const;
const numbersOfOutcomeWord: Record<string, number> = Object.fromEntries(
  namesOfOutcomeWord.map((name, number) => [name, number]),
);

const namesOfRefusalReason = [
  'REFUSAL_REASON_UNSPECIFIED',
  'REFUSAL_REASON_NODE_BUSY',
  'REFUSAL_REASON_NODE_DRAINING',
  'REFUSAL_REASON_NODE_BROKEN',
  'REFUSAL_REASON_PROGRAM_UNKNOWN',
  'REFUSAL_REASON_TENANT_FULL',
] as const;
const numbersOfRefusalReason: Record<string, number> = Object.fromEntries(
  namesOfRefusalReason.map((name, number) => [name, number]),
);

const namesOfSessionRefusalReason = [
  'SESSION_REFUSAL_REASON_UNSPECIFIED',
  'SESSION_REFUSAL_REASON_NODE_FULL',
  'SESSION_REFUSAL_REASON_TENANT_FULL',
  'SESSION_REFUSAL_REASON_DRAINING',
] as const;
const numbersOfSessionRefusalReason: Record<string, number> = Object.fromEntries(
  namesOfSessionRefusalReason.map((name, number) => [name, number]),
);

const namesOfIsolationLevel = [
  'ISOLATION_LEVEL_UNSPECIFIED',
  'ISOLATION_LEVEL_POOLED',
  'ISOLATION_LEVEL_FRESH',
  'ISOLATION_LEVEL_PROCESS',
] as const;
const numbersOfIsolationLevel: Record<string, number> = Object.fromEntries(
  namesOfIsolationLevel.map((name, number) => [name, number]),
);

const namesOfProgramKind = [
  'PROGRAM_KIND_UNSPECIFIED',
  'PROGRAM_KIND_AUTO',
  'PROGRAM_KIND_SCRIPT',
  'PROGRAM_KIND_MODULE',
] as const;
const numbersOfProgramKind: Record<string, number> = Object.fromEntries(
  namesOfProgramKind.map((name, number) => [name, number]),
);

const namesOfProgramLanguage = [
  'PROGRAM_LANGUAGE_UNSPECIFIED',
  'PROGRAM_LANGUAGE_JAVASCRIPT',
  'PROGRAM_LANGUAGE_TYPESCRIPT',
] as const;
const numbersOfProgramLanguage: Record<string, number> = Object.fromEntries(
  namesOfProgramLanguage.map((name, number) => [name, number]),
);

const namesOfModuleKind = [
  'MODULE_KIND_UNSPECIFIED',
  'MODULE_KIND_JAVASCRIPT',
  'MODULE_KIND_TYPESCRIPT',
  'MODULE_KIND_JSON',
  'MODULE_KIND_TEXT',
  'MODULE_KIND_BYTES',
] as const;
const numbersOfModuleKind: Record<string, number> = Object.fromEntries(
  namesOfModuleKind.map((name, number) => [name, number]),
);

const namesOfCacheMode = [
  'CACHE_MODE_UNSPECIFIED',
  'CACHE_MODE_USE',
  'CACHE_MODE_OFF',
  'CACHE_MODE_REFRESH',
] as const;
const numbersOfCacheMode: Record<string, number> = Object.fromEntries(
  namesOfCacheMode.map((name, number) => [name, number]),
);

const namesOfStartKind = [
  'START_KIND_UNSPECIFIED',
  'START_KIND_COLD',
  'START_KIND_WARM',
] as const;
const numbersOfStartKind: Record<string, number> = Object.fromEntries(
  namesOfStartKind.map((name, number) => [name, number]),
);

const namesOfCacheUse = [
  'CACHE_USE_UNSPECIFIED',
  'CACHE_USE_MISS',
  'CACHE_USE_L1',
  'CACHE_USE_L2',
  'CACHE_USE_L3',
  'CACHE_USE_SHARED',
] as const;
const numbersOfCacheUse: Record<string, number> = Object.fromEntries(
  namesOfCacheUse.map((name, number) => [name, number]),
);

function writeListNodesRequest(_w: ProtoWriter, _m: ListNodesRequest): void {
}

function readListNodesRequest(r: ProtoReader): ListNodesRequest__Output {
  const m: ListNodesRequest__Output = {
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeListNodesResponse(w: ProtoWriter, m: ListNodesResponse): void {
  if (m.nodes != null)
    for (const item of m.nodes) {
      const start = w.begin(10, 2);
      writeNode(w, item);
      w.end(start, 2);
    }
}

function readListNodesResponse(r: ProtoReader): ListNodesResponse__Output {
  const m: ListNodesResponse__Output = {
    nodes: [],
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.nodes.push(readNode(r));
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeNode(w: ProtoWriter, m: Node): void {
  if (m.nodeId) w.string(10, m.nodeId);
  const stateNumber = typeof m.state === 'string' ? numbersOfNodeState[m.state] : m.state;
  if (stateNumber) w.int32(16, stateNumber);
  if (m.agentVersion) w.string(26, m.agentVersion);
  if (m.capacity != null) {
    const start = w.begin(34, 1);
    writeNodeCapacity(w, m.capacity);
    w.end(start, 1);
  }
  if (m.posture != null) {
    const start = w.begin(42, 2);
    writeNodePosture(w, m.posture);
    w.end(start, 2);
  }
  if (m.load != null) {
    const start = w.begin(50, 1);
    writeNodeLoad(w, m.load);
    w.end(start, 1);
  }
  if (m.runsOutstanding) w.int32(56, m.runsOutstanding);
  if (m.connectTime != null) {
    const start = w.begin(66, 1);
    writeTimestamp(w, m.connectTime);
    w.end(start, 1);
  }
  if (m.heartbeatTime != null) {
    const start = w.begin(74, 1);
    writeTimestamp(w, m.heartbeatTime);
    w.end(start, 1);
  }
  if (m.place != null) {
    const start = w.begin(82, 2);
    writePlace(w, m.place);
    w.end(start, 2);
  }
  if (m.weight) w.uint32(88, m.weight);
}

function readNode(r: ProtoReader): Node__Output {
  const m: Node__Output = {
    nodeId: '',
    state: 'NODE_STATE_UNSPECIFIED',
    agentVersion: '',
    capacity: null,
    posture: null,
    load: null,
    runsOutstanding: 0,
    connectTime: null,
    heartbeatTime: null,
    place: null,
    weight: 0,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.nodeId = r.string();
        break;
      }
      case 16: {
        const number = r.int32();
        m.state = namesOfNodeState[number] ?? (number as never);
        break;
      }
      case 26: {
        m.agentVersion = r.string();
        break;
      }
      case 34: {
        const outerEnd = r.enter();
        m.capacity = readNodeCapacity(r);
        r.leave(outerEnd);
        break;
      }
      case 42: {
        const outerEnd = r.enter();
        m.posture = readNodePosture(r);
        r.leave(outerEnd);
        break;
      }
      case 50: {
        const outerEnd = r.enter();
        m.load = readNodeLoad(r);
        r.leave(outerEnd);
        break;
      }
      case 56: {
        m.runsOutstanding = r.int32();
        break;
      }
      case 66: {
        const outerEnd = r.enter();
        m.connectTime = readTimestamp(r);
        r.leave(outerEnd);
        break;
      }
      case 74: {
        const outerEnd = r.enter();
        m.heartbeatTime = readTimestamp(r);
        r.leave(outerEnd);
        break;
      }
      case 82: {
        const outerEnd = r.enter();
        m.place = readPlace(r);
        r.leave(outerEnd);
        break;
      }
      case 88: {
        m.weight = r.uint32();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeNodeCapacity(w: ProtoWriter, m: NodeCapacity): void {
  if (m.runsMax) w.int32(8, m.runsMax);
  if (m.hostsMax) w.int32(16, m.hostsMax);
}

function readNodeCapacity(r: ProtoReader): NodeCapacity__Output {
  const m: NodeCapacity__Output = {
    runsMax: 0,
    hostsMax: 0,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        m.runsMax = r.int32();
        break;
      }
      case 16: {
        m.hostsMax = r.int32();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeNodePosture(w: ProtoWriter, m: NodePosture): void {
  if (m.layers != null) for (const item of m.layers) w.string(10, item);
  if (m.nodeVersion) w.string(18, m.nodeVersion);
  if (m.v8Version) w.string(26, m.v8Version);
  const startedAtUsNumber = Number(m.startedAtUs ?? 0);
  if (startedAtUsNumber) w.int64(32, startedAtUsNumber);
  if (m.guestFeatures != null) for (const item of m.guestFeatures) w.string(42, item);
}

function readNodePosture(r: ProtoReader): NodePosture__Output {
  const m: NodePosture__Output = {
    layers: [],
    nodeVersion: '',
    v8Version: '',
    startedAtUs: 0,
    guestFeatures: [],
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.layers.push(r.string());
        break;
      }
      case 18: {
        m.nodeVersion = r.string();
        break;
      }
      case 26: {
        m.v8Version = r.string();
        break;
      }
      case 32: {
        m.startedAtUs = r.int64();
        break;
      }
      case 42: {
        m.guestFeatures.push(r.string());
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeNodeLoad(w: ProtoWriter, m: NodeLoad): void {
  if (m.runsInFlight) w.int32(8, m.runsInFlight);
  if (m.runsWaiting) w.int32(16, m.runsWaiting);
  if (m.hostsLive) w.int32(24, m.hostsLive);
  if (m.hostsBusy) w.int32(32, m.hostsBusy);
  if (m.cpuPermille) w.int32(40, m.cpuPermille);
  const memoryBytesNumber = Number(m.memoryBytes ?? 0);
  if (memoryBytesNumber) w.int64(48, memoryBytesNumber);
  if (m.runsEnded) w.uint32(56, m.runsEnded);
  if (m.runsFaulted) w.uint32(64, m.runsFaulted);
}

function readNodeLoad(r: ProtoReader): NodeLoad__Output {
  const m: NodeLoad__Output = {
    runsInFlight: 0,
    runsWaiting: 0,
    hostsLive: 0,
    hostsBusy: 0,
    cpuPermille: 0,
    memoryBytes: 0,
    runsEnded: 0,
    runsFaulted: 0,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        m.runsInFlight = r.int32();
        break;
      }
      case 16: {
        m.runsWaiting = r.int32();
        break;
      }
      case 24: {
        m.hostsLive = r.int32();
        break;
      }
      case 32: {
        m.hostsBusy = r.int32();
        break;
      }
      case 40: {
        m.cpuPermille = r.int32();
        break;
      }
      case 48: {
        m.memoryBytes = r.int64();
        break;
      }
      case 56: {
        m.runsEnded = r.uint32();
        break;
      }
      case 64: {
        m.runsFaulted = r.uint32();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeTimestamp(w: ProtoWriter, m: Timestamp): void {
  const secondsNumber = Number(m.seconds ?? 0);
  if (secondsNumber) w.int64(8, secondsNumber);
  if (m.nanos) w.int32(16, m.nanos);
}

function readTimestamp(r: ProtoReader): Timestamp__Output {
  const m: Timestamp__Output = {
    seconds: 0,
    nanos: 0,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        m.seconds = r.int64();
        break;
      }
      case 16: {
        m.nanos = r.int32();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writePlace(w: ProtoWriter, m: Place): void {
  if (m.region) w.string(10, m.region);
  if (m.zone) w.string(18, m.zone);
  if (m.coordinates != null) {
    const start = w.begin(26, 2);
    writeCoordinates(w, m.coordinates);
    w.end(start, 2);
  }
}

function readPlace(r: ProtoReader): Place__Output {
  const m: Place__Output = {
    region: '',
    zone: '',
    coordinates: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.region = r.string();
        break;
      }
      case 18: {
        m.zone = r.string();
        break;
      }
      case 26: {
        const outerEnd = r.enter();
        m.coordinates = readCoordinates(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeCoordinates(w: ProtoWriter, m: Coordinates): void {
  const latitudeNumber = Number(m.latitude ?? 0);
  if (latitudeNumber) w.double(9, latitudeNumber);
  const longitudeNumber = Number(m.longitude ?? 0);
  if (longitudeNumber) w.double(17, longitudeNumber);
}

function readCoordinates(r: ProtoReader): Coordinates__Output {
  const m: Coordinates__Output = {
    latitude: 0,
    longitude: 0,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 9: {
        m.latitude = r.double();
        break;
      }
      case 17: {
        m.longitude = r.double();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeWatchNodesRequest(_w: ProtoWriter, _m: WatchNodesRequest): void {
}

function readWatchNodesRequest(r: ProtoReader): WatchNodesRequest__Output {
  const m: WatchNodesRequest__Output = {
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeWatchNodesResponse(w: ProtoWriter, m: WatchNodesResponse): void {
  if (m.nodes != null)
    for (const item of m.nodes) {
      const start = w.begin(10, 2);
      writeNode(w, item);
      w.end(start, 2);
    }
}

function readWatchNodesResponse(r: ProtoReader): WatchNodesResponse__Output {
  const m: WatchNodesResponse__Output = {
    nodes: [],
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.nodes.push(readNode(r));
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeCordonNodeRequest(w: ProtoWriter, m: CordonNodeRequest): void {
  if (m.nodeId) w.string(10, m.nodeId);
}

function readCordonNodeRequest(r: ProtoReader): CordonNodeRequest__Output {
  const m: CordonNodeRequest__Output = {
    nodeId: '',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.nodeId = r.string();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeCordonNodeResponse(w: ProtoWriter, m: CordonNodeResponse): void {
  if (m.node != null) {
    const start = w.begin(10, 2);
    writeNode(w, m.node);
    w.end(start, 2);
  }
}

function readCordonNodeResponse(r: ProtoReader): CordonNodeResponse__Output {
  const m: CordonNodeResponse__Output = {
    node: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.node = readNode(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeUncordonNodeRequest(w: ProtoWriter, m: UncordonNodeRequest): void {
  if (m.nodeId) w.string(10, m.nodeId);
}

function readUncordonNodeRequest(r: ProtoReader): UncordonNodeRequest__Output {
  const m: UncordonNodeRequest__Output = {
    nodeId: '',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.nodeId = r.string();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeUncordonNodeResponse(w: ProtoWriter, m: UncordonNodeResponse): void {
  if (m.node != null) {
    const start = w.begin(10, 2);
    writeNode(w, m.node);
    w.end(start, 2);
  }
}

function readUncordonNodeResponse(r: ProtoReader): UncordonNodeResponse__Output {
  const m: UncordonNodeResponse__Output = {
    node: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.node = readNode(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeDrainNodeRequest(w: ProtoWriter, m: DrainNodeRequest): void {
  if (m.nodeId) w.string(10, m.nodeId);
}

function readDrainNodeRequest(r: ProtoReader): DrainNodeRequest__Output {
  const m: DrainNodeRequest__Output = {
    nodeId: '',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.nodeId = r.string();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeDrainNodeResponse(w: ProtoWriter, m: DrainNodeResponse): void {
  if (m.node != null) {
    const start = w.begin(10, 2);
    writeNode(w, m.node);
    w.end(start, 2);
  }
}

function readDrainNodeResponse(r: ProtoReader): DrainNodeResponse__Output {
  const m: DrainNodeResponse__Output = {
    node: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.node = readNode(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeRemoveNodeRequest(w: ProtoWriter, m: RemoveNodeRequest): void {
  if (m.nodeId) w.string(10, m.nodeId);
  if (m.graceTime != null) {
    const start = w.begin(18, 1);
    writeDuration(w, m.graceTime);
    w.end(start, 1);
  }
}

function readRemoveNodeRequest(r: ProtoReader): RemoveNodeRequest__Output {
  const m: RemoveNodeRequest__Output = {
    nodeId: '',
    graceTime: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.nodeId = r.string();
        break;
      }
      case 18: {
        const outerEnd = r.enter();
        m.graceTime = readDuration(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeDuration(w: ProtoWriter, m: Duration): void {
  const secondsNumber = Number(m.seconds ?? 0);
  if (secondsNumber) w.int64(8, secondsNumber);
  if (m.nanos) w.int32(16, m.nanos);
}

function readDuration(r: ProtoReader): Duration__Output {
  const m: Duration__Output = {
    seconds: 0,
    nanos: 0,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        m.seconds = r.int64();
        break;
      }
      case 16: {
        m.nanos = r.int32();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeRemoveNodeResponse(w: ProtoWriter, m: RemoveNodeResponse): void {
  if (m.runsLost) w.uint32(8, m.runsLost);
}

function readRemoveNodeResponse(r: ProtoReader): RemoveNodeResponse__Output {
  const m: RemoveNodeResponse__Output = {
    runsLost: 0,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        m.runsLost = r.uint32();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeGetBalancerRequest(_w: ProtoWriter, _m: GetBalancerRequest): void {
}

function readGetBalancerRequest(r: ProtoReader): GetBalancerRequest__Output {
  const m: GetBalancerRequest__Output = {
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeGetBalancerResponse(w: ProtoWriter, m: GetBalancerResponse): void {
  if (m.balancer != null) {
    const start = w.begin(10, 2);
    writeBalancer(w, m.balancer);
    w.end(start, 2);
  }
}

function readGetBalancerResponse(r: ProtoReader): GetBalancerResponse__Output {
  const m: GetBalancerResponse__Output = {
    balancer: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.balancer = readBalancer(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeBalancer(w: ProtoWriter, m: Balancer): void {
  const policyNumber = typeof m.policy === 'string' ? numbersOfBalancerPolicy[m.policy] : m.policy;
  if (policyNumber) w.int32(8, policyNumber);
  if (m.geographic) w.bool(16, m.geographic);
  if (m.ejectedNodeIds != null) for (const item of m.ejectedNodeIds) w.string(26, item);
}

function readBalancer(r: ProtoReader): Balancer__Output {
  const m: Balancer__Output = {
    policy: 'BALANCER_POLICY_UNSPECIFIED',
    geographic: false,
    ejectedNodeIds: [],
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        const number = r.int32();
        m.policy = namesOfBalancerPolicy[number] ?? (number as never);
        break;
      }
      case 16: {
        m.geographic = r.bool();
        break;
      }
      case 26: {
        m.ejectedNodeIds.push(r.string());
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeSetBalancerRequest(w: ProtoWriter, m: SetBalancerRequest): void {
  const policyNumber = typeof m.policy === 'string' ? numbersOfBalancerPolicy[m.policy] : m.policy;
  if (policyNumber) w.int32(8, policyNumber);
  if (m.geographic) w.bool(16, m.geographic);
}

function readSetBalancerRequest(r: ProtoReader): SetBalancerRequest__Output {
  const m: SetBalancerRequest__Output = {
    policy: 'BALANCER_POLICY_UNSPECIFIED',
    geographic: false,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        const number = r.int32();
        m.policy = namesOfBalancerPolicy[number] ?? (number as never);
        break;
      }
      case 16: {
        m.geographic = r.bool();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeSetBalancerResponse(w: ProtoWriter, m: SetBalancerResponse): void {
  if (m.balancer != null) {
    const start = w.begin(10, 2);
    writeBalancer(w, m.balancer);
    w.end(start, 2);
  }
}

function readSetBalancerResponse(r: ProtoReader): SetBalancerResponse__Output {
  const m: SetBalancerResponse__Output = {
    balancer: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.balancer = readBalancer(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeListBreakersRequest(_w: ProtoWriter, _m: ListBreakersRequest): void {
}

function readListBreakersRequest(r: ProtoReader): ListBreakersRequest__Output {
  const m: ListBreakersRequest__Output = {
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeListBreakersResponse(w: ProtoWriter, m: ListBreakersResponse): void {
  if (m.breakers != null)
    for (const item of m.breakers) {
      const start = w.begin(10, 2);
      writeBreaker(w, item);
      w.end(start, 2);
    }
}

function readListBreakersResponse(r: ProtoReader): ListBreakersResponse__Output {
  const m: ListBreakersResponse__Output = {
    breakers: [],
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.breakers.push(readBreaker(r));
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeBreaker(w: ProtoWriter, m: Breaker): void {
  if (m.name) w.string(10, m.name);
  const stateNumber = typeof m.state === 'string' ? numbersOfBreakerState[m.state] : m.state;
  if (stateNumber) w.int32(16, stateNumber);
  const causeNumber = typeof m.cause === 'string' ? numbersOfBreakerCause[m.cause] : m.cause;
  if (causeNumber) w.int32(24, causeNumber);
  if (m.percentAdmitted) w.int32(32, m.percentAdmitted);
  if (m.calls) w.uint32(40, m.calls);
  if (m.faults) w.uint32(48, m.faults);
  if (m.slow) w.uint32(56, m.slow);
  if (m.rejections) w.uint32(64, m.rejections);
  if (m.openings) w.uint32(72, m.openings);
  if (m.retryDelay != null) {
    const start = w.begin(82, 1);
    writeDuration(w, m.retryDelay);
    w.end(start, 1);
  }
}

function readBreaker(r: ProtoReader): Breaker__Output {
  const m: Breaker__Output = {
    name: '',
    state: 'BREAKER_STATE_UNSPECIFIED',
    cause: 'BREAKER_CAUSE_UNSPECIFIED',
    percentAdmitted: 0,
    calls: 0,
    faults: 0,
    slow: 0,
    rejections: 0,
    openings: 0,
    retryDelay: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.name = r.string();
        break;
      }
      case 16: {
        const number = r.int32();
        m.state = namesOfBreakerState[number] ?? (number as never);
        break;
      }
      case 24: {
        const number = r.int32();
        m.cause = namesOfBreakerCause[number] ?? (number as never);
        break;
      }
      case 32: {
        m.percentAdmitted = r.int32();
        break;
      }
      case 40: {
        m.calls = r.uint32();
        break;
      }
      case 48: {
        m.faults = r.uint32();
        break;
      }
      case 56: {
        m.slow = r.uint32();
        break;
      }
      case 64: {
        m.rejections = r.uint32();
        break;
      }
      case 72: {
        m.openings = r.uint32();
        break;
      }
      case 82: {
        const outerEnd = r.enter();
        m.retryDelay = readDuration(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeForceBreakerRequest(w: ProtoWriter, m: ForceBreakerRequest): void {
  if (m.name) w.string(10, m.name);
  const stateNumber = typeof m.state === 'string' ? numbersOfBreakerState[m.state] : m.state;
  if (stateNumber) w.int32(16, stateNumber);
}

function readForceBreakerRequest(r: ProtoReader): ForceBreakerRequest__Output {
  const m: ForceBreakerRequest__Output = {
    name: '',
    state: 'BREAKER_STATE_UNSPECIFIED',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.name = r.string();
        break;
      }
      case 16: {
        const number = r.int32();
        m.state = namesOfBreakerState[number] ?? (number as never);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeForceBreakerResponse(w: ProtoWriter, m: ForceBreakerResponse): void {
  if (m.breaker != null) {
    const start = w.begin(10, 2);
    writeBreaker(w, m.breaker);
    w.end(start, 2);
  }
}

function readForceBreakerResponse(r: ProtoReader): ForceBreakerResponse__Output {
  const m: ForceBreakerResponse__Output = {
    breaker: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.breaker = readBreaker(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeResetBreakerRequest(w: ProtoWriter, m: ResetBreakerRequest): void {
  if (m.name) w.string(10, m.name);
}

function readResetBreakerRequest(r: ProtoReader): ResetBreakerRequest__Output {
  const m: ResetBreakerRequest__Output = {
    name: '',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.name = r.string();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeResetBreakerResponse(w: ProtoWriter, m: ResetBreakerResponse): void {
  if (m.breaker != null) {
    const start = w.begin(10, 2);
    writeBreaker(w, m.breaker);
    w.end(start, 2);
  }
}

function readResetBreakerResponse(r: ProtoReader): ResetBreakerResponse__Output {
  const m: ResetBreakerResponse__Output = {
    breaker: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.breaker = readBreaker(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeGetHealthRequest(_w: ProtoWriter, _m: GetHealthRequest): void {
}

function readGetHealthRequest(r: ProtoReader): GetHealthRequest__Output {
  const m: GetHealthRequest__Output = {
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeGetHealthResponse(w: ProtoWriter, m: GetHealthResponse): void {
  const stateNumber = typeof m.state === 'string' ? numbersOfHealthState[m.state] : m.state;
  if (stateNumber) w.int32(8, stateNumber);
  if (m.live) w.bool(16, m.live);
  if (m.ready) w.bool(24, m.ready);
  if (m.checks != null)
    for (const item of m.checks) {
      const start = w.begin(34, 2);
      writeHealthCheck(w, item);
      w.end(start, 2);
    }
  if (m.nodes != null)
    for (const item of m.nodes) {
      const start = w.begin(42, 2);
      writeNodeHealth(w, item);
      w.end(start, 2);
    }
}

function readGetHealthResponse(r: ProtoReader): GetHealthResponse__Output {
  const m: GetHealthResponse__Output = {
    state: 'HEALTH_STATE_UNSPECIFIED',
    live: false,
    ready: false,
    checks: [],
    nodes: [],
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        const number = r.int32();
        m.state = namesOfHealthState[number] ?? (number as never);
        break;
      }
      case 16: {
        m.live = r.bool();
        break;
      }
      case 24: {
        m.ready = r.bool();
        break;
      }
      case 34: {
        const outerEnd = r.enter();
        m.checks.push(readHealthCheck(r));
        r.leave(outerEnd);
        break;
      }
      case 42: {
        const outerEnd = r.enter();
        m.nodes.push(readNodeHealth(r));
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeHealthCheck(w: ProtoWriter, m: HealthCheck): void {
  if (m.name) w.string(10, m.name);
  const kindNumber = typeof m.kind === 'string' ? numbersOfHealthCheckKind[m.kind] : m.kind;
  if (kindNumber) w.int32(16, kindNumber);
  if (m.critical) w.bool(24, m.critical);
  if (m.dependsOn != null) for (const item of m.dependsOn) w.string(34, item);
  const stateNumber = typeof m.state === 'string' ? numbersOfHealthState[m.state] : m.state;
  if (stateNumber) w.int32(40, stateNumber);
  if (m.stateTime != null) {
    const start = w.begin(50, 1);
    writeTimestamp(w, m.stateTime);
    w.end(start, 1);
  }
  if (m.failuresInARow) w.int32(56, m.failuresInARow);
  if (m.failure) w.string(66, m.failure);
  if (m.cause) w.string(74, m.cause);
  if (m.latency != null) {
    const start = w.begin(82, 2);
    writeHealthCheckLatency(w, m.latency);
    w.end(start, 2);
  }
  if (m.results != null)
    for (const item of m.results) {
      const start = w.begin(90, 2);
      writeHealthCheckResult(w, item);
      w.end(start, 2);
    }
}

function readHealthCheck(r: ProtoReader): HealthCheck__Output {
  const m: HealthCheck__Output = {
    name: '',
    kind: 'HEALTH_CHECK_KIND_UNSPECIFIED',
    critical: false,
    dependsOn: [],
    state: 'HEALTH_STATE_UNSPECIFIED',
    stateTime: null,
    failuresInARow: 0,
    failure: '',
    cause: '',
    latency: null,
    results: [],
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.name = r.string();
        break;
      }
      case 16: {
        const number = r.int32();
        m.kind = namesOfHealthCheckKind[number] ?? (number as never);
        break;
      }
      case 24: {
        m.critical = r.bool();
        break;
      }
      case 34: {
        m.dependsOn.push(r.string());
        break;
      }
      case 40: {
        const number = r.int32();
        m.state = namesOfHealthState[number] ?? (number as never);
        break;
      }
      case 50: {
        const outerEnd = r.enter();
        m.stateTime = readTimestamp(r);
        r.leave(outerEnd);
        break;
      }
      case 56: {
        m.failuresInARow = r.int32();
        break;
      }
      case 66: {
        m.failure = r.string();
        break;
      }
      case 74: {
        m.cause = r.string();
        break;
      }
      case 82: {
        const outerEnd = r.enter();
        m.latency = readHealthCheckLatency(r);
        r.leave(outerEnd);
        break;
      }
      case 90: {
        const outerEnd = r.enter();
        m.results.push(readHealthCheckResult(r));
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeHealthCheckLatency(w: ProtoWriter, m: HealthCheckLatency): void {
  if (m.last != null) {
    const start = w.begin(10, 1);
    writeDuration(w, m.last);
    w.end(start, 1);
  }
  if (m.mean != null) {
    const start = w.begin(18, 1);
    writeDuration(w, m.mean);
    w.end(start, 1);
  }
  if (m.p95 != null) {
    const start = w.begin(26, 1);
    writeDuration(w, m.p95);
    w.end(start, 1);
  }
  if (m.max != null) {
    const start = w.begin(34, 1);
    writeDuration(w, m.max);
    w.end(start, 1);
  }
}

function readHealthCheckLatency(r: ProtoReader): HealthCheckLatency__Output {
  const m: HealthCheckLatency__Output = {
    last: null,
    mean: null,
    p95: null,
    max: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.last = readDuration(r);
        r.leave(outerEnd);
        break;
      }
      case 18: {
        const outerEnd = r.enter();
        m.mean = readDuration(r);
        r.leave(outerEnd);
        break;
      }
      case 26: {
        const outerEnd = r.enter();
        m.p95 = readDuration(r);
        r.leave(outerEnd);
        break;
      }
      case 34: {
        const outerEnd = r.enter();
        m.max = readDuration(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeHealthCheckResult(w: ProtoWriter, m: HealthCheckResult): void {
  if (m.startTime != null) {
    const start = w.begin(10, 1);
    writeTimestamp(w, m.startTime);
    w.end(start, 1);
  }
  if (m.latency != null) {
    const start = w.begin(18, 1);
    writeDuration(w, m.latency);
    w.end(start, 1);
  }
  if (m.failure) w.string(26, m.failure);
}

function readHealthCheckResult(r: ProtoReader): HealthCheckResult__Output {
  const m: HealthCheckResult__Output = {
    startTime: null,
    latency: null,
    failure: '',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.startTime = readTimestamp(r);
        r.leave(outerEnd);
        break;
      }
      case 18: {
        const outerEnd = r.enter();
        m.latency = readDuration(r);
        r.leave(outerEnd);
        break;
      }
      case 26: {
        m.failure = r.string();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeNodeHealth(w: ProtoWriter, m: NodeHealth): void {
  if (m.nodeId) w.string(10, m.nodeId);
  const phiNumber = Number(m.phi ?? 0);
  if (phiNumber) w.double(17, phiNumber);
  if (m.suspected) w.bool(24, m.suspected);
  if (m.silence != null) {
    const start = w.begin(34, 1);
    writeDuration(w, m.silence);
    w.end(start, 1);
  }
}

function readNodeHealth(r: ProtoReader): NodeHealth__Output {
  const m: NodeHealth__Output = {
    nodeId: '',
    phi: 0,
    suspected: false,
    silence: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.nodeId = r.string();
        break;
      }
      case 17: {
        m.phi = r.double();
        break;
      }
      case 24: {
        m.suspected = r.bool();
        break;
      }
      case 34: {
        const outerEnd = r.enter();
        m.silence = readDuration(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeListAlertsRequest(_w: ProtoWriter, _m: ListAlertsRequest): void {
}

function readListAlertsRequest(r: ProtoReader): ListAlertsRequest__Output {
  const m: ListAlertsRequest__Output = {
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeListAlertsResponse(w: ProtoWriter, m: ListAlertsResponse): void {
  if (m.alerts != null)
    for (const item of m.alerts) {
      const start = w.begin(10, 2);
      writeAlert(w, item);
      w.end(start, 2);
    }
  if (m.silences != null)
    for (const item of m.silences) {
      const start = w.begin(18, 2);
      writeAlertSilence(w, item);
      w.end(start, 2);
    }
}

function readListAlertsResponse(r: ProtoReader): ListAlertsResponse__Output {
  const m: ListAlertsResponse__Output = {
    alerts: [],
    silences: [],
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.alerts.push(readAlert(r));
        r.leave(outerEnd);
        break;
      }
      case 18: {
        const outerEnd = r.enter();
        m.silences.push(readAlertSilence(r));
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeAlert(w: ProtoWriter, m: Alert): void {
  if (m.fingerprint) w.string(10, m.fingerprint);
  if (m.name) w.string(18, m.name);
  if (m.labels != null)
    for (const item of m.labels) {
      const start = w.begin(26, 2);
      writeAlertLabel(w, item);
      w.end(start, 2);
    }
  const stateNumber = typeof m.state === 'string' ? numbersOfAlertState[m.state] : m.state;
  if (stateNumber) w.int32(32, stateNumber);
  if (m.summary) w.string(42, m.summary);
  const valueNumber = Number(m.value ?? 0);
  if (valueNumber) w.double(49, valueNumber);
  if (m.startTime != null) {
    const start = w.begin(58, 1);
    writeTimestamp(w, m.startTime);
    w.end(start, 1);
  }
  if (m.endTime != null) {
    const start = w.begin(66, 1);
    writeTimestamp(w, m.endTime);
    w.end(start, 1);
  }
  if (m.silenced) w.bool(72, m.silenced);
  if (m.inhibited) w.bool(80, m.inhibited);
}

function readAlert(r: ProtoReader): Alert__Output {
  const m: Alert__Output = {
    fingerprint: '',
    name: '',
    labels: [],
    state: 'ALERT_STATE_UNSPECIFIED',
    summary: '',
    value: 0,
    startTime: null,
    endTime: null,
    silenced: false,
    inhibited: false,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.fingerprint = r.string();
        break;
      }
      case 18: {
        m.name = r.string();
        break;
      }
      case 26: {
        const outerEnd = r.enter();
        m.labels.push(readAlertLabel(r));
        r.leave(outerEnd);
        break;
      }
      case 32: {
        const number = r.int32();
        m.state = namesOfAlertState[number] ?? (number as never);
        break;
      }
      case 42: {
        m.summary = r.string();
        break;
      }
      case 49: {
        m.value = r.double();
        break;
      }
      case 58: {
        const outerEnd = r.enter();
        m.startTime = readTimestamp(r);
        r.leave(outerEnd);
        break;
      }
      case 66: {
        const outerEnd = r.enter();
        m.endTime = readTimestamp(r);
        r.leave(outerEnd);
        break;
      }
      case 72: {
        m.silenced = r.bool();
        break;
      }
      case 80: {
        m.inhibited = r.bool();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeAlertLabel(w: ProtoWriter, m: AlertLabel): void {
  if (m.name) w.string(10, m.name);
  if (m.value) w.string(18, m.value);
}

function readAlertLabel(r: ProtoReader): AlertLabel__Output {
  const m: AlertLabel__Output = {
    name: '',
    value: '',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.name = r.string();
        break;
      }
      case 18: {
        m.value = r.string();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeAlertSilence(w: ProtoWriter, m: AlertSilence): void {
  if (m.silenceId) w.string(10, m.silenceId);
  if (m.labels != null)
    for (const item of m.labels) {
      const start = w.begin(18, 2);
      writeAlertLabel(w, item);
      w.end(start, 2);
    }
  if (m.expireTime != null) {
    const start = w.begin(26, 1);
    writeTimestamp(w, m.expireTime);
    w.end(start, 1);
  }
  if (m.comment) w.string(34, m.comment);
  if (m.createdBy) w.string(42, m.createdBy);
}

function readAlertSilence(r: ProtoReader): AlertSilence__Output {
  const m: AlertSilence__Output = {
    silenceId: '',
    labels: [],
    expireTime: null,
    comment: '',
    createdBy: '',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.silenceId = r.string();
        break;
      }
      case 18: {
        const outerEnd = r.enter();
        m.labels.push(readAlertLabel(r));
        r.leave(outerEnd);
        break;
      }
      case 26: {
        const outerEnd = r.enter();
        m.expireTime = readTimestamp(r);
        r.leave(outerEnd);
        break;
      }
      case 34: {
        m.comment = r.string();
        break;
      }
      case 42: {
        m.createdBy = r.string();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeWatchAlertsRequest(_w: ProtoWriter, _m: WatchAlertsRequest): void {
}

function readWatchAlertsRequest(r: ProtoReader): WatchAlertsRequest__Output {
  const m: WatchAlertsRequest__Output = {
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeWatchAlertsResponse(w: ProtoWriter, m: WatchAlertsResponse): void {
  if (m.notification != null) {
    const start = w.begin(10, 2);
    writeAlertNotification(w, m.notification);
    w.end(start, 2);
  }
  if (m.alerts != null)
    for (const item of m.alerts) {
      const start = w.begin(18, 2);
      writeAlert(w, item);
      w.end(start, 2);
    }
}

function readWatchAlertsResponse(r: ProtoReader): WatchAlertsResponse__Output {
  const m: WatchAlertsResponse__Output = {
    notification: null,
    alerts: [],
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.notification = readAlertNotification(r);
        r.leave(outerEnd);
        break;
      }
      case 18: {
        const outerEnd = r.enter();
        m.alerts.push(readAlert(r));
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeAlertNotification(w: ProtoWriter, m: AlertNotification): void {
  if (m.groupLabels != null)
    for (const item of m.groupLabels) {
      const start = w.begin(10, 2);
      writeAlertLabel(w, item);
      w.end(start, 2);
    }
  if (m.alerts != null)
    for (const item of m.alerts) {
      const start = w.begin(18, 2);
      writeAlert(w, item);
      w.end(start, 2);
    }
  if (m.reminder) w.bool(24, m.reminder);
}

function readAlertNotification(r: ProtoReader): AlertNotification__Output {
  const m: AlertNotification__Output = {
    groupLabels: [],
    alerts: [],
    reminder: false,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.groupLabels.push(readAlertLabel(r));
        r.leave(outerEnd);
        break;
      }
      case 18: {
        const outerEnd = r.enter();
        m.alerts.push(readAlert(r));
        r.leave(outerEnd);
        break;
      }
      case 24: {
        m.reminder = r.bool();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeSilenceAlertsRequest(w: ProtoWriter, m: SilenceAlertsRequest): void {
  if (m.labels != null)
    for (const item of m.labels) {
      const start = w.begin(10, 2);
      writeAlertLabel(w, item);
      w.end(start, 2);
    }
  if (m.duration != null) {
    const start = w.begin(18, 1);
    writeDuration(w, m.duration);
    w.end(start, 1);
  }
  if (m.comment) w.string(26, m.comment);
  if (m.createdBy) w.string(34, m.createdBy);
}

function readSilenceAlertsRequest(r: ProtoReader): SilenceAlertsRequest__Output {
  const m: SilenceAlertsRequest__Output = {
    labels: [],
    duration: null,
    comment: '',
    createdBy: '',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.labels.push(readAlertLabel(r));
        r.leave(outerEnd);
        break;
      }
      case 18: {
        const outerEnd = r.enter();
        m.duration = readDuration(r);
        r.leave(outerEnd);
        break;
      }
      case 26: {
        m.comment = r.string();
        break;
      }
      case 34: {
        m.createdBy = r.string();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeSilenceAlertsResponse(w: ProtoWriter, m: SilenceAlertsResponse): void {
  if (m.silence != null) {
    const start = w.begin(10, 2);
    writeAlertSilence(w, m.silence);
    w.end(start, 2);
  }
}

function readSilenceAlertsResponse(r: ProtoReader): SilenceAlertsResponse__Output {
  const m: SilenceAlertsResponse__Output = {
    silence: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.silence = readAlertSilence(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeEndAlertSilenceRequest(w: ProtoWriter, m: EndAlertSilenceRequest): void {
  if (m.silenceId) w.string(10, m.silenceId);
}

function readEndAlertSilenceRequest(r: ProtoReader): EndAlertSilenceRequest__Output {
  const m: EndAlertSilenceRequest__Output = {
    silenceId: '',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.silenceId = r.string();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeEndAlertSilenceResponse(_w: ProtoWriter, _m: EndAlertSilenceResponse): void {
}

function readEndAlertSilenceResponse(r: ProtoReader): EndAlertSilenceResponse__Output {
  const m: EndAlertSilenceResponse__Output = {
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeGetCacheStatsRequest(_w: ProtoWriter, _m: GetCacheStatsRequest): void {
}

function readGetCacheStatsRequest(r: ProtoReader): GetCacheStatsRequest__Output {
  const m: GetCacheStatsRequest__Output = {
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeGetCacheStatsResponse(w: ProtoWriter, m: GetCacheStatsResponse): void {
  if (m.namespaces != null)
    for (const item of m.namespaces) {
      const start = w.begin(10, 2);
      writeCacheNamespace(w, item);
      w.end(start, 2);
    }
}

function readGetCacheStatsResponse(r: ProtoReader): GetCacheStatsResponse__Output {
  const m: GetCacheStatsResponse__Output = {
    namespaces: [],
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.namespaces.push(readCacheNamespace(r));
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeCacheNamespace(w: ProtoWriter, m: CacheNamespace): void {
  if (m.namespace) w.string(10, m.namespace);
  const requestsNumber = Number(m.requests ?? 0);
  if (requestsNumber) w.int64(16, requestsNumber);
  const hitsNumber = Number(m.hits ?? 0);
  if (hitsNumber) w.int64(24, hitsNumber);
  const coalescedWaitsNumber = Number(m.coalescedWaits ?? 0);
  if (coalescedWaitsNumber) w.int64(32, coalescedWaitsNumber);
  const factoryRunsNumber = Number(m.factoryRuns ?? 0);
  if (factoryRunsNumber) w.int64(40, factoryRunsNumber);
  const factoryFailuresNumber = Number(m.factoryFailures ?? 0);
  if (factoryFailuresNumber) w.int64(48, factoryFailuresNumber);
  if (m.factoryTimeMean != null) {
    const start = w.begin(58, 1);
    writeDuration(w, m.factoryTimeMean);
    w.end(start, 1);
  }
  if (m.factoryTimeMax != null) {
    const start = w.begin(66, 1);
    writeDuration(w, m.factoryTimeMax);
    w.end(start, 1);
  }
  const earlyRefreshesNumber = Number(m.earlyRefreshes ?? 0);
  if (earlyRefreshesNumber) w.int64(72, earlyRefreshesNumber);
  if (m.tiers != null)
    for (const item of m.tiers) {
      const start = w.begin(82, 2);
      writeCacheTier(w, item);
      w.end(start, 2);
    }
}

function readCacheNamespace(r: ProtoReader): CacheNamespace__Output {
  const m: CacheNamespace__Output = {
    namespace: '',
    requests: 0,
    hits: 0,
    coalescedWaits: 0,
    factoryRuns: 0,
    factoryFailures: 0,
    factoryTimeMean: null,
    factoryTimeMax: null,
    earlyRefreshes: 0,
    tiers: [],
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.namespace = r.string();
        break;
      }
      case 16: {
        m.requests = r.int64();
        break;
      }
      case 24: {
        m.hits = r.int64();
        break;
      }
      case 32: {
        m.coalescedWaits = r.int64();
        break;
      }
      case 40: {
        m.factoryRuns = r.int64();
        break;
      }
      case 48: {
        m.factoryFailures = r.int64();
        break;
      }
      case 58: {
        const outerEnd = r.enter();
        m.factoryTimeMean = readDuration(r);
        r.leave(outerEnd);
        break;
      }
      case 66: {
        const outerEnd = r.enter();
        m.factoryTimeMax = readDuration(r);
        r.leave(outerEnd);
        break;
      }
      case 72: {
        m.earlyRefreshes = r.int64();
        break;
      }
      case 82: {
        const outerEnd = r.enter();
        m.tiers.push(readCacheTier(r));
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeCacheTier(w: ProtoWriter, m: CacheTier): void {
  if (m.name) w.string(10, m.name);
  const hitsNumber = Number(m.hits ?? 0);
  if (hitsNumber) w.int64(16, hitsNumber);
  const missesNumber = Number(m.misses ?? 0);
  if (missesNumber) w.int64(24, missesNumber);
  const staleHitsNumber = Number(m.staleHits ?? 0);
  if (staleHitsNumber) w.int64(32, staleHitsNumber);
  const fillsNumber = Number(m.fills ?? 0);
  if (fillsNumber) w.int64(40, fillsNumber);
  const fillsDroppedNumber = Number(m.fillsDropped ?? 0);
  if (fillsDroppedNumber) w.int64(48, fillsDroppedNumber);
  const failuresNumber = Number(m.failures ?? 0);
  if (failuresNumber) w.int64(56, failuresNumber);
  const entriesNumber = Number(m.entries ?? 0);
  if (entriesNumber) w.int64(64, entriesNumber);
  const bytesNumber = Number(m.bytes ?? 0);
  if (bytesNumber) w.int64(72, bytesNumber);
  if (m.evictions != null)
    for (const item of m.evictions) {
      const start = w.begin(82, 2);
      writeCacheEvictions(w, item);
      w.end(start, 2);
    }
}

function readCacheTier(r: ProtoReader): CacheTier__Output {
  const m: CacheTier__Output = {
    name: '',
    hits: 0,
    misses: 0,
    staleHits: 0,
    fills: 0,
    fillsDropped: 0,
    failures: 0,
    entries: 0,
    bytes: 0,
    evictions: [],
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.name = r.string();
        break;
      }
      case 16: {
        m.hits = r.int64();
        break;
      }
      case 24: {
        m.misses = r.int64();
        break;
      }
      case 32: {
        m.staleHits = r.int64();
        break;
      }
      case 40: {
        m.fills = r.int64();
        break;
      }
      case 48: {
        m.fillsDropped = r.int64();
        break;
      }
      case 56: {
        m.failures = r.int64();
        break;
      }
      case 64: {
        m.entries = r.int64();
        break;
      }
      case 72: {
        m.bytes = r.int64();
        break;
      }
      case 82: {
        const outerEnd = r.enter();
        m.evictions.push(readCacheEvictions(r));
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeCacheEvictions(w: ProtoWriter, m: CacheEvictions): void {
  if (m.reason) w.string(10, m.reason);
  const countNumber = Number(m.count ?? 0);
  if (countNumber) w.int64(16, countNumber);
}

function readCacheEvictions(r: ProtoReader): CacheEvictions__Output {
  const m: CacheEvictions__Output = {
    reason: '',
    count: 0,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.reason = r.string();
        break;
      }
      case 16: {
        m.count = r.int64();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeInvalidateCacheRequest(w: ProtoWriter, m: InvalidateCacheRequest): void {
  if (m.namespace) w.string(10, m.namespace);
  if (m.key != null) w.string(18, m.key);
  if (m.tag != null) w.string(26, m.tag);
}

function readInvalidateCacheRequest(r: ProtoReader): InvalidateCacheRequest__Output {
  const m: InvalidateCacheRequest__Output = {
    namespace: '',
    key: absent,
    tag: absent,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.namespace = r.string();
        break;
      }
      case 18: {
        m.key = r.string();
        m.tag = absent;
        break;
      }
      case 26: {
        m.tag = r.string();
        m.key = absent;
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeInvalidateCacheResponse(_w: ProtoWriter, _m: InvalidateCacheResponse): void {
}

function readInvalidateCacheResponse(r: ProtoReader): InvalidateCacheResponse__Output {
  const m: InvalidateCacheResponse__Output = {
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeConnectRequest(w: ProtoWriter, m: ConnectRequest): void {
  if (m.hello != null) {
    const start = w.begin(10, 2);
    writeNodeHello(w, m.hello);
    w.end(start, 2);
  }
  if (m.heartbeat != null) {
    const start = w.begin(18, 2);
    writeNodeHeartbeat(w, m.heartbeat);
    w.end(start, 2);
  }
  if (m.runEvents != null) {
    const start = w.begin(26, 2);
    writeRunEvents(w, m.runEvents);
    w.end(start, 2);
  }
  if (m.sessionAnswer != null) {
    const start = w.begin(34, 2);
    writeNodeSessionAnswer(w, m.sessionAnswer);
    w.end(start, 2);
  }
}

function readConnectRequest(r: ProtoReader): ConnectRequest__Output {
  const m: ConnectRequest__Output = {
    hello: absent,
    heartbeat: absent,
    runEvents: absent,
    sessionAnswer: absent,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.hello = readNodeHello(r);
        r.leave(outerEnd);
        m.heartbeat = absent;
        m.runEvents = absent;
        m.sessionAnswer = absent;
        break;
      }
      case 18: {
        const outerEnd = r.enter();
        m.heartbeat = readNodeHeartbeat(r);
        r.leave(outerEnd);
        m.hello = absent;
        m.runEvents = absent;
        m.sessionAnswer = absent;
        break;
      }
      case 26: {
        const outerEnd = r.enter();
        m.runEvents = readRunEvents(r);
        r.leave(outerEnd);
        m.hello = absent;
        m.heartbeat = absent;
        m.sessionAnswer = absent;
        break;
      }
      case 34: {
        const outerEnd = r.enter();
        m.sessionAnswer = readNodeSessionAnswer(r);
        r.leave(outerEnd);
        m.hello = absent;
        m.heartbeat = absent;
        m.runEvents = absent;
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeNodeHello(w: ProtoWriter, m: NodeHello): void {
  if (m.protocolVersion) w.int32(8, m.protocolVersion);
  if (m.nodeId) w.string(18, m.nodeId);
  if (m.agentVersion) w.string(26, m.agentVersion);
  if (m.capacity != null) {
    const start = w.begin(34, 1);
    writeNodeCapacity(w, m.capacity);
    w.end(start, 1);
  }
  if (m.posture != null) {
    const start = w.begin(42, 2);
    writeNodePosture(w, m.posture);
    w.end(start, 2);
  }
  if (m.renewal) w.bool(48, m.renewal);
  if (m.place != null) {
    const start = w.begin(58, 2);
    writePlace(w, m.place);
    w.end(start, 2);
  }
  if (m.weight) w.uint32(64, m.weight);
  if (m.egress) w.bool(72, m.egress);
}

function readNodeHello(r: ProtoReader): NodeHello__Output {
  const m: NodeHello__Output = {
    protocolVersion: 0,
    nodeId: '',
    agentVersion: '',
    capacity: null,
    posture: null,
    renewal: false,
    place: null,
    weight: 0,
    egress: false,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        m.protocolVersion = r.int32();
        break;
      }
      case 18: {
        m.nodeId = r.string();
        break;
      }
      case 26: {
        m.agentVersion = r.string();
        break;
      }
      case 34: {
        const outerEnd = r.enter();
        m.capacity = readNodeCapacity(r);
        r.leave(outerEnd);
        break;
      }
      case 42: {
        const outerEnd = r.enter();
        m.posture = readNodePosture(r);
        r.leave(outerEnd);
        break;
      }
      case 48: {
        m.renewal = r.bool();
        break;
      }
      case 58: {
        const outerEnd = r.enter();
        m.place = readPlace(r);
        r.leave(outerEnd);
        break;
      }
      case 64: {
        m.weight = r.uint32();
        break;
      }
      case 72: {
        m.egress = r.bool();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeNodeHeartbeat(w: ProtoWriter, m: NodeHeartbeat): void {
  const sequenceNumber = Number(m.sequence ?? 0);
  if (sequenceNumber) w.int64(8, sequenceNumber);
  if (m.load != null) {
    const start = w.begin(18, 1);
    writeNodeLoad(w, m.load);
    w.end(start, 1);
  }
  if (m.draining) w.bool(24, m.draining);
}

function readNodeHeartbeat(r: ProtoReader): NodeHeartbeat__Output {
  const m: NodeHeartbeat__Output = {
    sequence: 0,
    load: null,
    draining: false,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        m.sequence = r.int64();
        break;
      }
      case 18: {
        const outerEnd = r.enter();
        m.load = readNodeLoad(r);
        r.leave(outerEnd);
        break;
      }
      case 24: {
        m.draining = r.bool();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeRunEvents(w: ProtoWriter, m: RunEvents): void {
  if (m.logs != null)
    for (const item of m.logs) {
      const start = w.begin(10, 2);
      writeRunLogs(w, item);
      w.end(start, 2);
    }
  if (m.ended != null)
    for (const item of m.ended) {
      const start = w.begin(18, 2);
      writeRunEnded(w, item);
      w.end(start, 2);
    }
  if (m.refused != null)
    for (const item of m.refused) {
      const start = w.begin(26, 2);
      writeRunRefused(w, item);
      w.end(start, 2);
    }
  if (m.hostCalls != null)
    for (const item of m.hostCalls) {
      const start = w.begin(34, 2);
      writeRunHostCall(w, item);
      w.end(start, 2);
    }
  if (m.progress != null)
    for (const item of m.progress) {
      const start = w.begin(42, 2);
      writeRunProgress(w, item);
      w.end(start, 2);
    }
}

function readRunEvents(r: ProtoReader): RunEvents__Output {
  const m: RunEvents__Output = {
    logs: [],
    ended: [],
    refused: [],
    hostCalls: [],
    progress: [],
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.logs.push(readRunLogs(r));
        r.leave(outerEnd);
        break;
      }
      case 18: {
        const outerEnd = r.enter();
        m.ended.push(readRunEnded(r));
        r.leave(outerEnd);
        break;
      }
      case 26: {
        const outerEnd = r.enter();
        m.refused.push(readRunRefused(r));
        r.leave(outerEnd);
        break;
      }
      case 34: {
        const outerEnd = r.enter();
        m.hostCalls.push(readRunHostCall(r));
        r.leave(outerEnd);
        break;
      }
      case 42: {
        const outerEnd = r.enter();
        m.progress.push(readRunProgress(r));
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeRunLogs(w: ProtoWriter, m: RunLogs): void {
  if (m.runId) w.uint32(8, m.runId);
  if (m.lines != null)
    for (const item of m.lines) {
      const start = w.begin(18, 2);
      writeRunLogLine(w, item);
      w.end(start, 2);
    }
}

function readRunLogs(r: ProtoReader): RunLogs__Output {
  const m: RunLogs__Output = {
    runId: 0,
    lines: [],
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        m.runId = r.uint32();
        break;
      }
      case 18: {
        const outerEnd = r.enter();
        m.lines.push(readRunLogLine(r));
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeRunLogLine(w: ProtoWriter, m: RunLogLine): void {
  const levelNumber = typeof m.level === 'string' ? numbersOfLogLevel[m.level] : m.level;
  if (levelNumber) w.int32(8, levelNumber);
  if (m.text) w.string(18, m.text);
  if (m.sinceStartUs) w.uint32(24, m.sinceStartUs);
  if (m.attempt) w.uint32(32, m.attempt);
}

function readRunLogLine(r: ProtoReader): RunLogLine__Output {
  const m: RunLogLine__Output = {
    level: 'LOG_LEVEL_UNSPECIFIED',
    text: '',
    sinceStartUs: 0,
    attempt: 0,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        const number = r.int32();
        m.level = namesOfLogLevel[number] ?? (number as never);
        break;
      }
      case 18: {
        m.text = r.string();
        break;
      }
      case 24: {
        m.sinceStartUs = r.uint32();
        break;
      }
      case 32: {
        m.attempt = r.uint32();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeRunEnded(w: ProtoWriter, m: RunEnded): void {
  if (m.runId) w.uint32(8, m.runId);
  const wordNumber = typeof m.word === 'string' ? numbersOfOutcomeWord[m.word] : m.word;
  if (wordNumber) w.int32(16, wordNumber);
  if (m.resultJson != null) w.string(26, m.resultJson);
  if (m.error != null) {
    const start = w.begin(34, 2);
    writeGuestError(w, m.error);
    w.end(start, 2);
  }
  if (m.mayHaveHadEffects) w.bool(40, m.mayHaveHadEffects);
  if (m.waitedUs) w.uint32(48, m.waitedUs);
  if (m.wallUs) w.uint32(56, m.wallUs);
  if (m.cpuUs) w.uint32(64, m.cpuUs);
  if (m.heapPeakBytes) w.uint32(72, m.heapPeakBytes);
  if (m.attempts) w.uint32(80, m.attempts);
  if (m.warm) w.bool(88, m.warm);
  if (m.logBytes) w.uint32(96, m.logBytes);
  if (m.resultBytes != null) w.bytes(106, m.resultBytes as Uint8Array);
}

function readRunEnded(r: ProtoReader): RunEnded__Output {
  const m: RunEnded__Output = {
    runId: 0,
    word: 'OUTCOME_WORD_UNSPECIFIED',
    resultJson: absent,
    error: null,
    mayHaveHadEffects: false,
    waitedUs: 0,
    wallUs: 0,
    cpuUs: 0,
    heapPeakBytes: 0,
    attempts: 0,
    warm: false,
    logBytes: 0,
    resultBytes: absent,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        m.runId = r.uint32();
        break;
      }
      case 16: {
        const number = r.int32();
        m.word = namesOfOutcomeWord[number] ?? (number as never);
        break;
      }
      case 26: {
        m.resultJson = r.string();
        break;
      }
      case 34: {
        const outerEnd = r.enter();
        m.error = readGuestError(r);
        r.leave(outerEnd);
        break;
      }
      case 40: {
        m.mayHaveHadEffects = r.bool();
        break;
      }
      case 48: {
        m.waitedUs = r.uint32();
        break;
      }
      case 56: {
        m.wallUs = r.uint32();
        break;
      }
      case 64: {
        m.cpuUs = r.uint32();
        break;
      }
      case 72: {
        m.heapPeakBytes = r.uint32();
        break;
      }
      case 80: {
        m.attempts = r.uint32();
        break;
      }
      case 88: {
        m.warm = r.bool();
        break;
      }
      case 96: {
        m.logBytes = r.uint32();
        break;
      }
      case 106: {
        m.resultBytes = r.ownBytes();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeGuestError(w: ProtoWriter, m: GuestError): void {
  if (m.name) w.string(10, m.name);
  if (m.message) w.string(18, m.message);
  if (m.stack) w.string(26, m.stack);
}

function readGuestError(r: ProtoReader): GuestError__Output {
  const m: GuestError__Output = {
    name: '',
    message: '',
    stack: '',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.name = r.string();
        break;
      }
      case 18: {
        m.message = r.string();
        break;
      }
      case 26: {
        m.stack = r.string();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeRunRefused(w: ProtoWriter, m: RunRefused): void {
  if (m.runId) w.uint32(8, m.runId);
  const reasonNumber = typeof m.reason === 'string' ? numbersOfRefusalReason[m.reason] : m.reason;
  if (reasonNumber) w.int32(16, reasonNumber);
}

function readRunRefused(r: ProtoReader): RunRefused__Output {
  const m: RunRefused__Output = {
    runId: 0,
    reason: 'REFUSAL_REASON_UNSPECIFIED',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        m.runId = r.uint32();
        break;
      }
      case 16: {
        const number = r.int32();
        m.reason = namesOfRefusalReason[number] ?? (number as never);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeRunHostCall(w: ProtoWriter, m: RunHostCall): void {
  if (m.runId) w.uint32(8, m.runId);
  if (m.call != null) {
    const start = w.begin(18, 2);
    writeHostCall(w, m.call);
    w.end(start, 2);
  }
}

function readRunHostCall(r: ProtoReader): RunHostCall__Output {
  const m: RunHostCall__Output = {
    runId: 0,
    call: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        m.runId = r.uint32();
        break;
      }
      case 18: {
        const outerEnd = r.enter();
        m.call = readHostCall(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeHostCall(w: ProtoWriter, m: HostCall): void {
  if (m.callId) w.uint32(8, m.callId);
  if (m.toolName) w.string(18, m.toolName);
  if (m.argumentJson != null) w.string(26, m.argumentJson);
}

function readHostCall(r: ProtoReader): HostCall__Output {
  const m: HostCall__Output = {
    callId: 0,
    toolName: '',
    argumentJson: absent,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        m.callId = r.uint32();
        break;
      }
      case 18: {
        m.toolName = r.string();
        break;
      }
      case 26: {
        m.argumentJson = r.string();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeRunProgress(w: ProtoWriter, m: RunProgress): void {
  if (m.runId) w.uint32(8, m.runId);
  if (m.valueJson) w.string(18, m.valueJson);
}

function readRunProgress(r: ProtoReader): RunProgress__Output {
  const m: RunProgress__Output = {
    runId: 0,
    valueJson: '',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        m.runId = r.uint32();
        break;
      }
      case 18: {
        m.valueJson = r.string();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeNodeSessionAnswer(w: ProtoWriter, m: NodeSessionAnswer): void {
  if (m.callId) w.uint32(8, m.callId);
  const refusalNumber = typeof m.refusal === 'string' ? numbersOfSessionRefusalReason[m.refusal] : m.refusal;
  if (refusalNumber) w.int32(16, refusalNumber);
  if (m.wasOpen) w.bool(24, m.wasOpen);
  if (m.sessions != null)
    for (const item of m.sessions) {
      const start = w.begin(34, 2);
      writeNodeSessionInfo(w, item);
      w.end(start, 2);
    }
}

function readNodeSessionAnswer(r: ProtoReader): NodeSessionAnswer__Output {
  const m: NodeSessionAnswer__Output = {
    callId: 0,
    refusal: 'SESSION_REFUSAL_REASON_UNSPECIFIED',
    wasOpen: false,
    sessions: [],
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        m.callId = r.uint32();
        break;
      }
      case 16: {
        const number = r.int32();
        m.refusal = namesOfSessionRefusalReason[number] ?? (number as never);
        break;
      }
      case 24: {
        m.wasOpen = r.bool();
        break;
      }
      case 34: {
        const outerEnd = r.enter();
        m.sessions.push(readNodeSessionInfo(r));
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeNodeSessionInfo(w: ProtoWriter, m: NodeSessionInfo): void {
  if (m.terms != null) {
    const start = w.begin(10, 2);
    writeNodeSessionOpen(w, m.terms);
    w.end(start, 2);
  }
  if (m.openedMsAgo) w.uint32(16, m.openedMsAgo);
  if (m.idleForMs) w.uint32(24, m.idleForMs);
  if (m.runsEnded) w.uint32(32, m.runsEnded);
}

function readNodeSessionInfo(r: ProtoReader): NodeSessionInfo__Output {
  const m: NodeSessionInfo__Output = {
    terms: null,
    openedMsAgo: 0,
    idleForMs: 0,
    runsEnded: 0,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.terms = readNodeSessionOpen(r);
        r.leave(outerEnd);
        break;
      }
      case 16: {
        m.openedMsAgo = r.uint32();
        break;
      }
      case 24: {
        m.idleForMs = r.uint32();
        break;
      }
      case 32: {
        m.runsEnded = r.uint32();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeNodeSessionOpen(w: ProtoWriter, m: NodeSessionOpen): void {
  if (m.sessionId) w.string(10, m.sessionId);
  if (m.ttlMs) w.uint32(16, m.ttlMs);
  if (m.idleMs) w.uint32(24, m.idleMs);
  if (m.memoryBytes) w.uint32(32, m.memoryBytes);
}

function readNodeSessionOpen(r: ProtoReader): NodeSessionOpen__Output {
  const m: NodeSessionOpen__Output = {
    sessionId: '',
    ttlMs: 0,
    idleMs: 0,
    memoryBytes: 0,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.sessionId = r.string();
        break;
      }
      case 16: {
        m.ttlMs = r.uint32();
        break;
      }
      case 24: {
        m.idleMs = r.uint32();
        break;
      }
      case 32: {
        m.memoryBytes = r.uint32();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeConnectResponse(w: ProtoWriter, m: ConnectResponse): void {
  if (m.welcome != null) {
    const start = w.begin(10, 2);
    writeNodeWelcome(w, m.welcome);
    w.end(start, 2);
  }
  if (m.runCommands != null) {
    const start = w.begin(18, 2);
    writeRunCommands(w, m.runCommands);
    w.end(start, 2);
  }
  if (m.goodbye != null) {
    const start = w.begin(26, 1);
    writeCoordinatorGoodbye(w, m.goodbye);
    w.end(start, 1);
  }
  if (m.sessionCall != null) {
    const start = w.begin(34, 2);
    writeNodeSessionCall(w, m.sessionCall);
    w.end(start, 2);
  }
  if (m.credential != null) {
    const start = w.begin(42, 2);
    writeNodeCredential(w, m.credential);
    w.end(start, 2);
  }
}

function readConnectResponse(r: ProtoReader): ConnectResponse__Output {
  const m: ConnectResponse__Output = {
    welcome: absent,
    runCommands: absent,
    goodbye: absent,
    sessionCall: absent,
    credential: absent,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.welcome = readNodeWelcome(r);
        r.leave(outerEnd);
        m.runCommands = absent;
        m.goodbye = absent;
        m.sessionCall = absent;
        m.credential = absent;
        break;
      }
      case 18: {
        const outerEnd = r.enter();
        m.runCommands = readRunCommands(r);
        r.leave(outerEnd);
        m.welcome = absent;
        m.goodbye = absent;
        m.sessionCall = absent;
        m.credential = absent;
        break;
      }
      case 26: {
        const outerEnd = r.enter();
        m.goodbye = readCoordinatorGoodbye(r);
        r.leave(outerEnd);
        m.welcome = absent;
        m.runCommands = absent;
        m.sessionCall = absent;
        m.credential = absent;
        break;
      }
      case 34: {
        const outerEnd = r.enter();
        m.sessionCall = readNodeSessionCall(r);
        r.leave(outerEnd);
        m.welcome = absent;
        m.runCommands = absent;
        m.goodbye = absent;
        m.credential = absent;
        break;
      }
      case 42: {
        const outerEnd = r.enter();
        m.credential = readNodeCredential(r);
        r.leave(outerEnd);
        m.welcome = absent;
        m.runCommands = absent;
        m.goodbye = absent;
        m.sessionCall = absent;
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeNodeWelcome(w: ProtoWriter, m: NodeWelcome): void {
  if (m.coordinatorId) w.string(10, m.coordinatorId);
  const heartbeatIntervalUsNumber = Number(m.heartbeatIntervalUs ?? 0);
  if (heartbeatIntervalUsNumber) w.int64(16, heartbeatIntervalUsNumber);
}

function readNodeWelcome(r: ProtoReader): NodeWelcome__Output {
  const m: NodeWelcome__Output = {
    coordinatorId: '',
    heartbeatIntervalUs: 0,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.coordinatorId = r.string();
        break;
      }
      case 16: {
        m.heartbeatIntervalUs = r.int64();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeRunCommands(w: ProtoWriter, m: RunCommands): void {
  if (m.starts != null)
    for (const item of m.starts) {
      const start = w.begin(10, 2);
      writeRunStart(w, item);
      w.end(start, 2);
    }
  if (m.cancelledRunIds != null && m.cancelledRunIds.length > 0) {
    const start = w.begin(18, 1);
    for (const item of m.cancelledRunIds) w.packedUint32(item);
    w.end(start, 1);
  }
  if (m.hostCallReplies != null)
    for (const item of m.hostCallReplies) {
      const start = w.begin(26, 2);
      writeRunHostCallReply(w, item);
      w.end(start, 2);
    }
}

function readRunCommands(r: ProtoReader): RunCommands__Output {
  const m: RunCommands__Output = {
    starts: [],
    cancelledRunIds: [],
    hostCallReplies: [],
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.starts.push(readRunStart(r));
        r.leave(outerEnd);
        break;
      }
      case 16: {
        m.cancelledRunIds.push(r.uint32());
        break;
      }
      case 18: {
        const outerEnd = r.enter();
        while (r.hasMore) m.cancelledRunIds.push(r.uint32());
        r.leave(outerEnd);
        break;
      }
      case 26: {
        const outerEnd = r.enter();
        m.hostCallReplies.push(readRunHostCallReply(r));
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeRunStart(w: ProtoWriter, m: RunStart): void {
  if (m.runId) w.uint32(8, m.runId);
  if (m.tenantId) w.string(18, m.tenantId);
  if (m.program != null) {
    const start = w.begin(26, 2);
    writeRunProgram(w, m.program);
    w.end(start, 2);
  }
  if (m.inputJson != null) w.string(34, m.inputJson);
  if (m.limits != null) {
    const start = w.begin(42, 1);
    writeRunLimits(w, m.limits);
    w.end(start, 1);
  }
  const isolationLevelNumber = typeof m.isolationLevel === 'string' ? numbersOfIsolationLevel[m.isolationLevel] : m.isolationLevel;
  if (isolationLevelNumber) w.int32(48, isolationLevelNumber);
  if (m.idempotent) w.bool(56, m.idempotent);
  if (m.deadlineUs) w.uint32(64, m.deadlineUs);
  if (m.determinism != null) {
    const start = w.begin(74, 1);
    writeRunDeterminism(w, m.determinism);
    w.end(start, 1);
  }
  if (m.toolNames != null) for (const item of m.toolNames) w.string(82, item);
  if (m.egress != null) {
    const start = w.begin(90, 2);
    writeEgress(w, m.egress);
    w.end(start, 2);
  }
  if (m.sessionId) w.string(98, m.sessionId);
  if (m.inputBytes != null) w.bytes(106, m.inputBytes as Uint8Array);
}

function readRunStart(r: ProtoReader): RunStart__Output {
  const m: RunStart__Output = {
    runId: 0,
    tenantId: '',
    program: null,
    inputJson: absent,
    limits: null,
    isolationLevel: 'ISOLATION_LEVEL_UNSPECIFIED',
    idempotent: false,
    deadlineUs: 0,
    determinism: null,
    toolNames: [],
    egress: null,
    sessionId: '',
    inputBytes: absent,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        m.runId = r.uint32();
        break;
      }
      case 18: {
        m.tenantId = r.string();
        break;
      }
      case 26: {
        const outerEnd = r.enter();
        m.program = readRunProgram(r);
        r.leave(outerEnd);
        break;
      }
      case 34: {
        m.inputJson = r.string();
        break;
      }
      case 42: {
        const outerEnd = r.enter();
        m.limits = readRunLimits(r);
        r.leave(outerEnd);
        break;
      }
      case 48: {
        const number = r.int32();
        m.isolationLevel = namesOfIsolationLevel[number] ?? (number as never);
        break;
      }
      case 56: {
        m.idempotent = r.bool();
        break;
      }
      case 64: {
        m.deadlineUs = r.uint32();
        break;
      }
      case 74: {
        const outerEnd = r.enter();
        m.determinism = readRunDeterminism(r);
        r.leave(outerEnd);
        break;
      }
      case 82: {
        m.toolNames.push(r.string());
        break;
      }
      case 90: {
        const outerEnd = r.enter();
        m.egress = readEgress(r);
        r.leave(outerEnd);
        break;
      }
      case 98: {
        m.sessionId = r.string();
        break;
      }
      case 106: {
        m.inputBytes = r.ownBytes();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeRunProgram(w: ProtoWriter, m: RunProgram): void {
  if (m.hash) w.string(10, m.hash);
  if (m.source) w.string(18, m.source);
  const kindNumber = typeof m.kind === 'string' ? numbersOfProgramKind[m.kind] : m.kind;
  if (kindNumber) w.int32(24, kindNumber);
  const languageNumber = typeof m.language === 'string' ? numbersOfProgramLanguage[m.language] : m.language;
  if (languageNumber) w.int32(32, languageNumber);
  if (m.fileName) w.string(42, m.fileName);
  if (m.modules != null)
    for (const item of m.modules) {
      const start = w.begin(50, 2);
      writeSourceModule(w, item);
      w.end(start, 2);
    }
}

function readRunProgram(r: ProtoReader): RunProgram__Output {
  const m: RunProgram__Output = {
    hash: '',
    source: '',
    kind: 'PROGRAM_KIND_UNSPECIFIED',
    language: 'PROGRAM_LANGUAGE_UNSPECIFIED',
    fileName: '',
    modules: [],
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.hash = r.string();
        break;
      }
      case 18: {
        m.source = r.string();
        break;
      }
      case 24: {
        const number = r.int32();
        m.kind = namesOfProgramKind[number] ?? (number as never);
        break;
      }
      case 32: {
        const number = r.int32();
        m.language = namesOfProgramLanguage[number] ?? (number as never);
        break;
      }
      case 42: {
        m.fileName = r.string();
        break;
      }
      case 50: {
        const outerEnd = r.enter();
        m.modules.push(readSourceModule(r));
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeSourceModule(w: ProtoWriter, m: SourceModule): void {
  if (m.path) w.string(10, m.path);
  if (m.text) w.string(18, m.text);
  const kindNumber = typeof m.kind === 'string' ? numbersOfModuleKind[m.kind] : m.kind;
  if (kindNumber) w.int32(24, kindNumber);
}

function readSourceModule(r: ProtoReader): SourceModule__Output {
  const m: SourceModule__Output = {
    path: '',
    text: '',
    kind: 'MODULE_KIND_UNSPECIFIED',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.path = r.string();
        break;
      }
      case 18: {
        m.text = r.string();
        break;
      }
      case 24: {
        const number = r.int32();
        m.kind = namesOfModuleKind[number] ?? (number as never);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeRunLimits(w: ProtoWriter, m: RunLimits): void {
  if (m.wallUs) w.uint32(8, m.wallUs);
  if (m.cpuUs) w.uint32(16, m.cpuUs);
  if (m.memoryBytes) w.uint32(24, m.memoryBytes);
  if (m.resultBytes) w.uint32(32, m.resultBytes);
  if (m.logLines) w.uint32(40, m.logLines);
  if (m.logBytes) w.uint32(48, m.logBytes);
  if (m.logLineBytes) w.uint32(56, m.logLineBytes);
  if (m.timers) w.uint32(64, m.timers);
  if (m.hostCalls) w.uint32(72, m.hostCalls);
  if (m.hostCallsInFlight) w.uint32(80, m.hostCallsInFlight);
  if (m.hostCallWaitUs) w.uint32(88, m.hostCallWaitUs);
}

function readRunLimits(r: ProtoReader): RunLimits__Output {
  const m: RunLimits__Output = {
    wallUs: 0,
    cpuUs: 0,
    memoryBytes: 0,
    resultBytes: 0,
    logLines: 0,
    logBytes: 0,
    logLineBytes: 0,
    timers: 0,
    hostCalls: 0,
    hostCallsInFlight: 0,
    hostCallWaitUs: 0,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        m.wallUs = r.uint32();
        break;
      }
      case 16: {
        m.cpuUs = r.uint32();
        break;
      }
      case 24: {
        m.memoryBytes = r.uint32();
        break;
      }
      case 32: {
        m.resultBytes = r.uint32();
        break;
      }
      case 40: {
        m.logLines = r.uint32();
        break;
      }
      case 48: {
        m.logBytes = r.uint32();
        break;
      }
      case 56: {
        m.logLineBytes = r.uint32();
        break;
      }
      case 64: {
        m.timers = r.uint32();
        break;
      }
      case 72: {
        m.hostCalls = r.uint32();
        break;
      }
      case 80: {
        m.hostCallsInFlight = r.uint32();
        break;
      }
      case 88: {
        m.hostCallWaitUs = r.uint32();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeRunDeterminism(w: ProtoWriter, m: RunDeterminism): void {
  if (m.seed) w.uint32(8, m.seed);
  const startEpochMsNumber = Number(m.startEpochMs ?? 0);
  if (startEpochMsNumber) w.int64(16, startEpochMsNumber);
}

function readRunDeterminism(r: ProtoReader): RunDeterminism__Output {
  const m: RunDeterminism__Output = {
    seed: 0,
    startEpochMs: 0,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        m.seed = r.uint32();
        break;
      }
      case 16: {
        m.startEpochMs = r.int64();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeEgress(w: ProtoWriter, m: Egress): void {
  if (m.allow != null) for (const item of m.allow) w.string(10, item);
}

function readEgress(r: ProtoReader): Egress__Output {
  const m: Egress__Output = {
    allow: [],
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.allow.push(r.string());
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeRunHostCallReply(w: ProtoWriter, m: RunHostCallReply): void {
  if (m.runId) w.uint32(8, m.runId);
  if (m.reply != null) {
    const start = w.begin(18, 2);
    writeHostCallReply(w, m.reply);
    w.end(start, 2);
  }
}

function readRunHostCallReply(r: ProtoReader): RunHostCallReply__Output {
  const m: RunHostCallReply__Output = {
    runId: 0,
    reply: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        m.runId = r.uint32();
        break;
      }
      case 18: {
        const outerEnd = r.enter();
        m.reply = readHostCallReply(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeHostCallReply(w: ProtoWriter, m: HostCallReply): void {
  if (m.callId) w.uint32(8, m.callId);
  if (m.resultJson != null) w.string(18, m.resultJson);
  if (m.error != null) {
    const start = w.begin(26, 2);
    writeHostCallError(w, m.error);
    w.end(start, 2);
  }
}

function readHostCallReply(r: ProtoReader): HostCallReply__Output {
  const m: HostCallReply__Output = {
    callId: 0,
    resultJson: absent,
    error: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        m.callId = r.uint32();
        break;
      }
      case 18: {
        m.resultJson = r.string();
        break;
      }
      case 26: {
        const outerEnd = r.enter();
        m.error = readHostCallError(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeHostCallError(w: ProtoWriter, m: HostCallError): void {
  if (m.name) w.string(10, m.name);
  if (m.message) w.string(18, m.message);
  if (m.code) w.string(26, m.code);
  if (m.dataJson != null) w.string(34, m.dataJson);
}

function readHostCallError(r: ProtoReader): HostCallError__Output {
  const m: HostCallError__Output = {
    name: '',
    message: '',
    code: '',
    dataJson: absent,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.name = r.string();
        break;
      }
      case 18: {
        m.message = r.string();
        break;
      }
      case 26: {
        m.code = r.string();
        break;
      }
      case 34: {
        m.dataJson = r.string();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeCoordinatorGoodbye(_w: ProtoWriter, _m: CoordinatorGoodbye): void {
}

function readCoordinatorGoodbye(r: ProtoReader): CoordinatorGoodbye__Output {
  const m: CoordinatorGoodbye__Output = {
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeNodeSessionCall(w: ProtoWriter, m: NodeSessionCall): void {
  if (m.callId) w.uint32(8, m.callId);
  if (m.tenantId) w.string(18, m.tenantId);
  if (m.open != null) {
    const start = w.begin(26, 2);
    writeNodeSessionOpen(w, m.open);
    w.end(start, 2);
  }
  if (m.closeSessionId != null) w.string(34, m.closeSessionId);
  if (m.list != null) {
    const start = w.begin(42, 1);
    writeNodeSessionList(w, m.list);
    w.end(start, 1);
  }
}

function readNodeSessionCall(r: ProtoReader): NodeSessionCall__Output {
  const m: NodeSessionCall__Output = {
    callId: 0,
    tenantId: '',
    open: absent,
    closeSessionId: absent,
    list: absent,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        m.callId = r.uint32();
        break;
      }
      case 18: {
        m.tenantId = r.string();
        break;
      }
      case 26: {
        const outerEnd = r.enter();
        m.open = readNodeSessionOpen(r);
        r.leave(outerEnd);
        m.closeSessionId = absent;
        m.list = absent;
        break;
      }
      case 34: {
        m.closeSessionId = r.string();
        m.open = absent;
        m.list = absent;
        break;
      }
      case 42: {
        const outerEnd = r.enter();
        m.list = readNodeSessionList(r);
        r.leave(outerEnd);
        m.open = absent;
        m.closeSessionId = absent;
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeNodeSessionList(_w: ProtoWriter, _m: NodeSessionList): void {
}

function readNodeSessionList(r: ProtoReader): NodeSessionList__Output {
  const m: NodeSessionList__Output = {
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeNodeCredential(w: ProtoWriter, m: NodeCredential): void {
  if (m.token) w.string(10, m.token);
}

function readNodeCredential(r: ProtoReader): NodeCredential__Output {
  const m: NodeCredential__Output = {
    token: '',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.token = r.string();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeExecuteRequest(w: ProtoWriter, m: ExecuteRequest): void {
  if (m.execution != null) {
    const start = w.begin(10, 2);
    writeExecution(w, m.execution);
    w.end(start, 2);
  }
}

function readExecuteRequest(r: ProtoReader): ExecuteRequest__Output {
  const m: ExecuteRequest__Output = {
    execution: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.execution = readExecution(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeExecution(w: ProtoWriter, m: Execution): void {
  if (m.source != null) {
    const start = w.begin(10, 2);
    writeSource(w, m.source);
    w.end(start, 2);
  }
  if (m.function != null) {
    const start = w.begin(18, 2);
    writeFunctionReference(w, m.function);
    w.end(start, 2);
  }
  if (m.inputJson != null) w.string(26, m.inputJson);
  if (m.limits != null) {
    const start = w.begin(34, 2);
    writeLimits(w, m.limits);
    w.end(start, 2);
  }
  const isolationLevelNumber = typeof m.isolationLevel === 'string' ? numbersOfIsolationLevel[m.isolationLevel] : m.isolationLevel;
  if (isolationLevelNumber) w.int32(40, isolationLevelNumber);
  if (m.idempotent) w.bool(48, m.idempotent);
  if (m.sessionId) w.string(58, m.sessionId);
  if (m.minPosture != null) {
    const start = w.begin(66, 2);
    writePostureFloor(w, m.minPosture);
    w.end(start, 2);
  }
  if (m.determinism != null) {
    const start = w.begin(74, 2);
    writeDeterminism(w, m.determinism);
    w.end(start, 2);
  }
  if (m.toolNames != null) for (const item of m.toolNames) w.string(82, item);
  if (m.egress != null) {
    const start = w.begin(90, 2);
    writeEgress(w, m.egress);
    w.end(start, 2);
  }
  if (m.inputBytes != null) w.bytes(106, m.inputBytes as Uint8Array);
  if (m.stdin) w.bool(112, m.stdin);
  if (m.affinityKey) w.string(130, m.affinityKey);
  if (m.origin != null) {
    const start = w.begin(138, 2);
    writePlace(w, m.origin);
    w.end(start, 2);
  }
  const cacheNumber = typeof m.cache === 'string' ? numbersOfCacheMode[m.cache] : m.cache;
  if (cacheNumber) w.int32(160, cacheNumber);
  if (m.priority != null) w.uint32(168, m.priority);
}

function readExecution(r: ProtoReader): Execution__Output {
  const m: Execution__Output = {
    source: absent,
    function: absent,
    inputJson: absent,
    limits: null,
    isolationLevel: 'ISOLATION_LEVEL_UNSPECIFIED',
    idempotent: false,
    sessionId: '',
    minPosture: null,
    determinism: null,
    toolNames: [],
    egress: null,
    inputBytes: absent,
    stdin: false,
    affinityKey: '',
    origin: null,
    cache: 'CACHE_MODE_UNSPECIFIED',
    priority: absent,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.source = readSource(r);
        r.leave(outerEnd);
        m.function = absent;
        break;
      }
      case 18: {
        const outerEnd = r.enter();
        m.function = readFunctionReference(r);
        r.leave(outerEnd);
        m.source = absent;
        break;
      }
      case 26: {
        m.inputJson = r.string();
        break;
      }
      case 34: {
        const outerEnd = r.enter();
        m.limits = readLimits(r);
        r.leave(outerEnd);
        break;
      }
      case 40: {
        const number = r.int32();
        m.isolationLevel = namesOfIsolationLevel[number] ?? (number as never);
        break;
      }
      case 48: {
        m.idempotent = r.bool();
        break;
      }
      case 58: {
        m.sessionId = r.string();
        break;
      }
      case 66: {
        const outerEnd = r.enter();
        m.minPosture = readPostureFloor(r);
        r.leave(outerEnd);
        break;
      }
      case 74: {
        const outerEnd = r.enter();
        m.determinism = readDeterminism(r);
        r.leave(outerEnd);
        break;
      }
      case 82: {
        m.toolNames.push(r.string());
        break;
      }
      case 90: {
        const outerEnd = r.enter();
        m.egress = readEgress(r);
        r.leave(outerEnd);
        break;
      }
      case 106: {
        m.inputBytes = r.ownBytes();
        break;
      }
      case 112: {
        m.stdin = r.bool();
        break;
      }
      case 130: {
        m.affinityKey = r.string();
        break;
      }
      case 138: {
        const outerEnd = r.enter();
        m.origin = readPlace(r);
        r.leave(outerEnd);
        break;
      }
      case 160: {
        const number = r.int32();
        m.cache = namesOfCacheMode[number] ?? (number as never);
        break;
      }
      case 168: {
        m.priority = r.uint32();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeSource(w: ProtoWriter, m: Source): void {
  if (m.text) w.string(10, m.text);
  const kindNumber = typeof m.kind === 'string' ? numbersOfProgramKind[m.kind] : m.kind;
  if (kindNumber) w.int32(16, kindNumber);
  const languageNumber = typeof m.language === 'string' ? numbersOfProgramLanguage[m.language] : m.language;
  if (languageNumber) w.int32(24, languageNumber);
  if (m.fileName) w.string(34, m.fileName);
  if (m.modules != null)
    for (const item of m.modules) {
      const start = w.begin(42, 2);
      writeSourceModule(w, item);
      w.end(start, 2);
    }
}

function readSource(r: ProtoReader): Source__Output {
  const m: Source__Output = {
    text: '',
    kind: 'PROGRAM_KIND_UNSPECIFIED',
    language: 'PROGRAM_LANGUAGE_UNSPECIFIED',
    fileName: '',
    modules: [],
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.text = r.string();
        break;
      }
      case 16: {
        const number = r.int32();
        m.kind = namesOfProgramKind[number] ?? (number as never);
        break;
      }
      case 24: {
        const number = r.int32();
        m.language = namesOfProgramLanguage[number] ?? (number as never);
        break;
      }
      case 34: {
        m.fileName = r.string();
        break;
      }
      case 42: {
        const outerEnd = r.enter();
        m.modules.push(readSourceModule(r));
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeFunctionReference(w: ProtoWriter, m: FunctionReference): void {
  if (m.name) w.string(10, m.name);
  if (m.version) w.string(18, m.version);
}

function readFunctionReference(r: ProtoReader): FunctionReference__Output {
  const m: FunctionReference__Output = {
    name: '',
    version: '',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.name = r.string();
        break;
      }
      case 18: {
        m.version = r.string();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeLimits(w: ProtoWriter, m: Limits): void {
  if (m.wallTime != null) {
    const start = w.begin(10, 1);
    writeDuration(w, m.wallTime);
    w.end(start, 1);
  }
  if (m.cpuTime != null) {
    const start = w.begin(18, 1);
    writeDuration(w, m.cpuTime);
    w.end(start, 1);
  }
  if (m.memoryBytes != null) w.int64(24, Number(m.memoryBytes));
  if (m.resultBytes != null) w.int64(32, Number(m.resultBytes));
  if (m.logLines != null) w.int64(40, Number(m.logLines));
  if (m.logBytes != null) w.int64(48, Number(m.logBytes));
  if (m.logLineBytes != null) w.int64(56, Number(m.logLineBytes));
  if (m.timers != null) w.int64(64, Number(m.timers));
  if (m.hostCalls != null) w.int64(72, Number(m.hostCalls));
  if (m.hostCallsInFlight != null) w.int64(80, Number(m.hostCallsInFlight));
  if (m.hostCallWaitTime != null) {
    const start = w.begin(90, 1);
    writeDuration(w, m.hostCallWaitTime);
    w.end(start, 1);
  }
}

function readLimits(r: ProtoReader): Limits__Output {
  const m: Limits__Output = {
    wallTime: null,
    cpuTime: null,
    memoryBytes: absent,
    resultBytes: absent,
    logLines: absent,
    logBytes: absent,
    logLineBytes: absent,
    timers: absent,
    hostCalls: absent,
    hostCallsInFlight: absent,
    hostCallWaitTime: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.wallTime = readDuration(r);
        r.leave(outerEnd);
        break;
      }
      case 18: {
        const outerEnd = r.enter();
        m.cpuTime = readDuration(r);
        r.leave(outerEnd);
        break;
      }
      case 24: {
        m.memoryBytes = r.int64();
        break;
      }
      case 32: {
        m.resultBytes = r.int64();
        break;
      }
      case 40: {
        m.logLines = r.int64();
        break;
      }
      case 48: {
        m.logBytes = r.int64();
        break;
      }
      case 56: {
        m.logLineBytes = r.int64();
        break;
      }
      case 64: {
        m.timers = r.int64();
        break;
      }
      case 72: {
        m.hostCalls = r.int64();
        break;
      }
      case 80: {
        m.hostCallsInFlight = r.int64();
        break;
      }
      case 90: {
        const outerEnd = r.enter();
        m.hostCallWaitTime = readDuration(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writePostureFloor(w: ProtoWriter, m: PostureFloor): void {
  if (m.layers != null) for (const item of m.layers) w.string(10, item);
}

function readPostureFloor(r: ProtoReader): PostureFloor__Output {
  const m: PostureFloor__Output = {
    layers: [],
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.layers.push(r.string());
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeDeterminism(w: ProtoWriter, m: Determinism): void {
  if (m.seed) w.uint32(8, m.seed);
  if (m.startTime != null) {
    const start = w.begin(18, 1);
    writeTimestamp(w, m.startTime);
    w.end(start, 1);
  }
}

function readDeterminism(r: ProtoReader): Determinism__Output {
  const m: Determinism__Output = {
    seed: 0,
    startTime: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        m.seed = r.uint32();
        break;
      }
      case 18: {
        const outerEnd = r.enter();
        m.startTime = readTimestamp(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeExecuteResponse(w: ProtoWriter, m: ExecuteResponse): void {
  if (m.outcome != null) {
    const start = w.begin(10, 2);
    writeOutcome(w, m.outcome);
    w.end(start, 2);
  }
  if (m.logs != null)
    for (const item of m.logs) {
      const start = w.begin(18, 2);
      writeLogEntry(w, item);
      w.end(start, 2);
    }
}

function readExecuteResponse(r: ProtoReader): ExecuteResponse__Output {
  const m: ExecuteResponse__Output = {
    outcome: null,
    logs: [],
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.outcome = readOutcome(r);
        r.leave(outerEnd);
        break;
      }
      case 18: {
        const outerEnd = r.enter();
        m.logs.push(readLogEntry(r));
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeOutcome(w: ProtoWriter, m: Outcome): void {
  const wordNumber = typeof m.word === 'string' ? numbersOfOutcomeWord[m.word] : m.word;
  if (wordNumber) w.int32(8, wordNumber);
  if (m.resultJson != null) w.string(18, m.resultJson);
  if (m.error != null) {
    const start = w.begin(26, 2);
    writeGuestError(w, m.error);
    w.end(start, 2);
  }
  if (m.usage != null) {
    const start = w.begin(34, 2);
    writeUsage(w, m.usage);
    w.end(start, 2);
  }
  if (m.mayHaveHadEffects) w.bool(40, m.mayHaveHadEffects);
  if (m.resultBytes != null) w.bytes(50, m.resultBytes as Uint8Array);
}

function readOutcome(r: ProtoReader): Outcome__Output {
  const m: Outcome__Output = {
    word: 'OUTCOME_WORD_UNSPECIFIED',
    resultJson: absent,
    error: null,
    usage: null,
    mayHaveHadEffects: false,
    resultBytes: absent,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        const number = r.int32();
        m.word = namesOfOutcomeWord[number] ?? (number as never);
        break;
      }
      case 18: {
        m.resultJson = r.string();
        break;
      }
      case 26: {
        const outerEnd = r.enter();
        m.error = readGuestError(r);
        r.leave(outerEnd);
        break;
      }
      case 34: {
        const outerEnd = r.enter();
        m.usage = readUsage(r);
        r.leave(outerEnd);
        break;
      }
      case 40: {
        m.mayHaveHadEffects = r.bool();
        break;
      }
      case 50: {
        m.resultBytes = r.ownBytes();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeUsage(w: ProtoWriter, m: Usage): void {
  if (m.queuedTime != null) {
    const start = w.begin(10, 1);
    writeDuration(w, m.queuedTime);
    w.end(start, 1);
  }
  if (m.wallTime != null) {
    const start = w.begin(18, 1);
    writeDuration(w, m.wallTime);
    w.end(start, 1);
  }
  if (m.cpuTime != null) {
    const start = w.begin(26, 1);
    writeDuration(w, m.cpuTime);
    w.end(start, 1);
  }
  const heapPeakBytesNumber = Number(m.heapPeakBytes ?? 0);
  if (heapPeakBytesNumber) w.int64(32, heapPeakBytesNumber);
  if (m.attempts) w.int32(40, m.attempts);
  if (m.nodeId) w.string(50, m.nodeId);
  const startKindNumber = typeof m.startKind === 'string' ? numbersOfStartKind[m.startKind] : m.startKind;
  if (startKindNumber) w.int32(56, startKindNumber);
  const inputBytesNumber = Number(m.inputBytes ?? 0);
  if (inputBytesNumber) w.int64(64, inputBytesNumber);
  const resultBytesNumber = Number(m.resultBytes ?? 0);
  if (resultBytesNumber) w.int64(72, resultBytesNumber);
  const logBytesNumber = Number(m.logBytes ?? 0);
  if (logBytesNumber) w.int64(80, logBytesNumber);
  if (m.functionVersion) w.string(90, m.functionVersion);
  const cacheUseNumber = typeof m.cacheUse === 'string' ? numbersOfCacheUse[m.cacheUse] : m.cacheUse;
  if (cacheUseNumber) w.int32(96, cacheUseNumber);
}

function readUsage(r: ProtoReader): Usage__Output {
  const m: Usage__Output = {
    queuedTime: null,
    wallTime: null,
    cpuTime: null,
    heapPeakBytes: 0,
    attempts: 0,
    nodeId: '',
    startKind: 'START_KIND_UNSPECIFIED',
    inputBytes: 0,
    resultBytes: 0,
    logBytes: 0,
    functionVersion: '',
    cacheUse: 'CACHE_USE_UNSPECIFIED',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.queuedTime = readDuration(r);
        r.leave(outerEnd);
        break;
      }
      case 18: {
        const outerEnd = r.enter();
        m.wallTime = readDuration(r);
        r.leave(outerEnd);
        break;
      }
      case 26: {
        const outerEnd = r.enter();
        m.cpuTime = readDuration(r);
        r.leave(outerEnd);
        break;
      }
      case 32: {
        m.heapPeakBytes = r.int64();
        break;
      }
      case 40: {
        m.attempts = r.int32();
        break;
      }
      case 50: {
        m.nodeId = r.string();
        break;
      }
      case 56: {
        const number = r.int32();
        m.startKind = namesOfStartKind[number] ?? (number as never);
        break;
      }
      case 64: {
        m.inputBytes = r.int64();
        break;
      }
      case 72: {
        m.resultBytes = r.int64();
        break;
      }
      case 80: {
        m.logBytes = r.int64();
        break;
      }
      case 90: {
        m.functionVersion = r.string();
        break;
      }
      case 96: {
        const number = r.int32();
        m.cacheUse = namesOfCacheUse[number] ?? (number as never);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeLogEntry(w: ProtoWriter, m: LogEntry): void {
  const levelNumber = typeof m.level === 'string' ? numbersOfLogLevel[m.level] : m.level;
  if (levelNumber) w.int32(8, levelNumber);
  if (m.text) w.string(18, m.text);
  if (m.timeOffset != null) {
    const start = w.begin(26, 1);
    writeDuration(w, m.timeOffset);
    w.end(start, 1);
  }
  if (m.attempt) w.int32(32, m.attempt);
}

function readLogEntry(r: ProtoReader): LogEntry__Output {
  const m: LogEntry__Output = {
    level: 'LOG_LEVEL_UNSPECIFIED',
    text: '',
    timeOffset: null,
    attempt: 0,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        const number = r.int32();
        m.level = namesOfLogLevel[number] ?? (number as never);
        break;
      }
      case 18: {
        m.text = r.string();
        break;
      }
      case 26: {
        const outerEnd = r.enter();
        m.timeOffset = readDuration(r);
        r.leave(outerEnd);
        break;
      }
      case 32: {
        m.attempt = r.int32();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeExecuteStreamRequest(w: ProtoWriter, m: ExecuteStreamRequest): void {
  if (m.commands != null)
    for (const item of m.commands) {
      const start = w.begin(10, 2);
      writeExecuteStreamCommand(w, item);
      w.end(start, 2);
    }
}

function readExecuteStreamRequest(r: ProtoReader): ExecuteStreamRequest__Output {
  const m: ExecuteStreamRequest__Output = {
    commands: [],
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.commands.push(readExecuteStreamCommand(r));
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeExecuteStreamCommand(w: ProtoWriter, m: ExecuteStreamCommand): void {
  if (m.executionId) w.uint32(8, m.executionId);
  if (m.execute != null) {
    const start = w.begin(18, 2);
    writeExecuteCommand(w, m.execute);
    w.end(start, 2);
  }
  if (m.cancel != null) {
    const start = w.begin(26, 1);
    writeCancelCommand(w, m.cancel);
    w.end(start, 1);
  }
  if (m.hostCallReply != null) {
    const start = w.begin(34, 2);
    writeHostCallReply(w, m.hostCallReply);
    w.end(start, 2);
  }
  if (m.stdin != null) {
    const start = w.begin(42, 2);
    writeStdinCommand(w, m.stdin);
    w.end(start, 2);
  }
}

function readExecuteStreamCommand(r: ProtoReader): ExecuteStreamCommand__Output {
  const m: ExecuteStreamCommand__Output = {
    executionId: 0,
    execute: absent,
    cancel: absent,
    hostCallReply: absent,
    stdin: absent,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        m.executionId = r.uint32();
        break;
      }
      case 18: {
        const outerEnd = r.enter();
        m.execute = readExecuteCommand(r);
        r.leave(outerEnd);
        m.cancel = absent;
        m.hostCallReply = absent;
        m.stdin = absent;
        break;
      }
      case 26: {
        const outerEnd = r.enter();
        m.cancel = readCancelCommand(r);
        r.leave(outerEnd);
        m.execute = absent;
        m.hostCallReply = absent;
        m.stdin = absent;
        break;
      }
      case 34: {
        const outerEnd = r.enter();
        m.hostCallReply = readHostCallReply(r);
        r.leave(outerEnd);
        m.execute = absent;
        m.cancel = absent;
        m.stdin = absent;
        break;
      }
      case 42: {
        const outerEnd = r.enter();
        m.stdin = readStdinCommand(r);
        r.leave(outerEnd);
        m.execute = absent;
        m.cancel = absent;
        m.hostCallReply = absent;
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeExecuteCommand(w: ProtoWriter, m: ExecuteCommand): void {
  if (m.execution != null) {
    const start = w.begin(10, 2);
    writeExecution(w, m.execution);
    w.end(start, 2);
  }
  if (m.timeLimit != null) {
    const start = w.begin(18, 1);
    writeDuration(w, m.timeLimit);
    w.end(start, 1);
  }
}

function readExecuteCommand(r: ProtoReader): ExecuteCommand__Output {
  const m: ExecuteCommand__Output = {
    execution: null,
    timeLimit: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.execution = readExecution(r);
        r.leave(outerEnd);
        break;
      }
      case 18: {
        const outerEnd = r.enter();
        m.timeLimit = readDuration(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeCancelCommand(_w: ProtoWriter, _m: CancelCommand): void {
}

function readCancelCommand(r: ProtoReader): CancelCommand__Output {
  const m: CancelCommand__Output = {
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeStdinCommand(w: ProtoWriter, m: StdinCommand): void {
  if (m.text) w.string(10, m.text);
  if (m.end) w.bool(16, m.end);
}

function readStdinCommand(r: ProtoReader): StdinCommand__Output {
  const m: StdinCommand__Output = {
    text: '',
    end: false,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.text = r.string();
        break;
      }
      case 16: {
        m.end = r.bool();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeExecuteStreamResponse(w: ProtoWriter, m: ExecuteStreamResponse): void {
  if (m.events != null)
    for (const item of m.events) {
      const start = w.begin(10, 2);
      writeExecuteStreamEvent(w, item);
      w.end(start, 2);
    }
}

function readExecuteStreamResponse(r: ProtoReader): ExecuteStreamResponse__Output {
  const m: ExecuteStreamResponse__Output = {
    events: [],
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.events.push(readExecuteStreamEvent(r));
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeExecuteStreamEvent(w: ProtoWriter, m: ExecuteStreamEvent): void {
  if (m.executionId) w.uint32(8, m.executionId);
  if (m.logs != null) {
    const start = w.begin(18, 2);
    writeLogBatch(w, m.logs);
    w.end(start, 2);
  }
  if (m.outcome != null) {
    const start = w.begin(26, 2);
    writeOutcome(w, m.outcome);
    w.end(start, 2);
  }
  if (m.failure != null) {
    const start = w.begin(34, 2);
    writeFailure(w, m.failure);
    w.end(start, 2);
  }
  if (m.hostCall != null) {
    const start = w.begin(42, 2);
    writeHostCall(w, m.hostCall);
    w.end(start, 2);
  }
  if (m.progress != null) {
    const start = w.begin(50, 2);
    writeProgress(w, m.progress);
    w.end(start, 2);
  }
  if (m.stdinRead != null) {
    const start = w.begin(58, 1);
    writeStdinRead(w, m.stdinRead);
    w.end(start, 1);
  }
}

function readExecuteStreamEvent(r: ProtoReader): ExecuteStreamEvent__Output {
  const m: ExecuteStreamEvent__Output = {
    executionId: 0,
    logs: absent,
    outcome: absent,
    failure: absent,
    hostCall: absent,
    progress: absent,
    stdinRead: absent,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        m.executionId = r.uint32();
        break;
      }
      case 18: {
        const outerEnd = r.enter();
        m.logs = readLogBatch(r);
        r.leave(outerEnd);
        m.outcome = absent;
        m.failure = absent;
        m.hostCall = absent;
        m.progress = absent;
        m.stdinRead = absent;
        break;
      }
      case 26: {
        const outerEnd = r.enter();
        m.outcome = readOutcome(r);
        r.leave(outerEnd);
        m.logs = absent;
        m.failure = absent;
        m.hostCall = absent;
        m.progress = absent;
        m.stdinRead = absent;
        break;
      }
      case 34: {
        const outerEnd = r.enter();
        m.failure = readFailure(r);
        r.leave(outerEnd);
        m.logs = absent;
        m.outcome = absent;
        m.hostCall = absent;
        m.progress = absent;
        m.stdinRead = absent;
        break;
      }
      case 42: {
        const outerEnd = r.enter();
        m.hostCall = readHostCall(r);
        r.leave(outerEnd);
        m.logs = absent;
        m.outcome = absent;
        m.failure = absent;
        m.progress = absent;
        m.stdinRead = absent;
        break;
      }
      case 50: {
        const outerEnd = r.enter();
        m.progress = readProgress(r);
        r.leave(outerEnd);
        m.logs = absent;
        m.outcome = absent;
        m.failure = absent;
        m.hostCall = absent;
        m.stdinRead = absent;
        break;
      }
      case 58: {
        const outerEnd = r.enter();
        m.stdinRead = readStdinRead(r);
        r.leave(outerEnd);
        m.logs = absent;
        m.outcome = absent;
        m.failure = absent;
        m.hostCall = absent;
        m.progress = absent;
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeLogBatch(w: ProtoWriter, m: LogBatch): void {
  if (m.entries != null)
    for (const item of m.entries) {
      const start = w.begin(10, 2);
      writeLogEntry(w, item);
      w.end(start, 2);
    }
}

function readLogBatch(r: ProtoReader): LogBatch__Output {
  const m: LogBatch__Output = {
    entries: [],
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.entries.push(readLogEntry(r));
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeFailure(w: ProtoWriter, m: Failure): void {
  if (m.code) w.int32(8, m.code);
  if (m.message) w.string(18, m.message);
  if (m.reason) w.string(26, m.reason);
  if (m.fieldViolations != null)
    for (const item of m.fieldViolations) {
      const start = w.begin(34, 2);
      writeFieldViolation(w, item);
      w.end(start, 2);
    }
  if (m.retryDelay != null) {
    const start = w.begin(42, 1);
    writeDuration(w, m.retryDelay);
    w.end(start, 1);
  }
  if (m.quotaViolations != null)
    for (const item of m.quotaViolations) {
      const start = w.begin(50, 2);
      writeQuotaViolation(w, item);
      w.end(start, 2);
    }
}

function readFailure(r: ProtoReader): Failure__Output {
  const m: Failure__Output = {
    code: 0,
    message: '',
    reason: '',
    fieldViolations: [],
    retryDelay: null,
    quotaViolations: [],
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        m.code = r.int32();
        break;
      }
      case 18: {
        m.message = r.string();
        break;
      }
      case 26: {
        m.reason = r.string();
        break;
      }
      case 34: {
        const outerEnd = r.enter();
        m.fieldViolations.push(readFieldViolation(r));
        r.leave(outerEnd);
        break;
      }
      case 42: {
        const outerEnd = r.enter();
        m.retryDelay = readDuration(r);
        r.leave(outerEnd);
        break;
      }
      case 50: {
        const outerEnd = r.enter();
        m.quotaViolations.push(readQuotaViolation(r));
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeFieldViolation(w: ProtoWriter, m: FieldViolation): void {
  if (m.field) w.string(10, m.field);
  if (m.description) w.string(18, m.description);
}

function readFieldViolation(r: ProtoReader): FieldViolation__Output {
  const m: FieldViolation__Output = {
    field: '',
    description: '',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.field = r.string();
        break;
      }
      case 18: {
        m.description = r.string();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeQuotaViolation(w: ProtoWriter, m: QuotaViolation): void {
  if (m.subject) w.string(10, m.subject);
  if (m.description) w.string(18, m.description);
  if (m.quotaId) w.string(26, m.quotaId);
}

function readQuotaViolation(r: ProtoReader): QuotaViolation__Output {
  const m: QuotaViolation__Output = {
    subject: '',
    description: '',
    quotaId: '',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.subject = r.string();
        break;
      }
      case 18: {
        m.description = r.string();
        break;
      }
      case 26: {
        m.quotaId = r.string();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeProgress(w: ProtoWriter, m: Progress): void {
  if (m.valueJson) w.string(10, m.valueJson);
}

function readProgress(r: ProtoReader): Progress__Output {
  const m: Progress__Output = {
    valueJson: '',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.valueJson = r.string();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeStdinRead(w: ProtoWriter, m: StdinRead): void {
  if (m.bytes) w.uint32(8, m.bytes);
}

function readStdinRead(r: ProtoReader): StdinRead__Output {
  const m: StdinRead__Output = {
    bytes: 0,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        m.bytes = r.uint32();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeDeployFunctionRequest(w: ProtoWriter, m: DeployFunctionRequest): void {
  if (m.name) w.string(10, m.name);
  if (m.source != null) {
    const start = w.begin(18, 2);
    writeSource(w, m.source);
    w.end(start, 2);
  }
  if (m.limits != null) {
    const start = w.begin(26, 2);
    writeLimits(w, m.limits);
    w.end(start, 2);
  }
  const isolationLevelNumber = typeof m.isolationLevel === 'string' ? numbersOfIsolationLevel[m.isolationLevel] : m.isolationLevel;
  if (isolationLevelNumber) w.int32(32, isolationLevelNumber);
}

function readDeployFunctionRequest(r: ProtoReader): DeployFunctionRequest__Output {
  const m: DeployFunctionRequest__Output = {
    name: '',
    source: null,
    limits: null,
    isolationLevel: 'ISOLATION_LEVEL_UNSPECIFIED',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.name = r.string();
        break;
      }
      case 18: {
        const outerEnd = r.enter();
        m.source = readSource(r);
        r.leave(outerEnd);
        break;
      }
      case 26: {
        const outerEnd = r.enter();
        m.limits = readLimits(r);
        r.leave(outerEnd);
        break;
      }
      case 32: {
        const number = r.int32();
        m.isolationLevel = namesOfIsolationLevel[number] ?? (number as never);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeDeployFunctionResponse(w: ProtoWriter, m: DeployFunctionResponse): void {
  if (m.function != null) {
    const start = w.begin(10, 2);
    writeFunction(w, m.function);
    w.end(start, 2);
  }
  if (m.version != null) {
    const start = w.begin(18, 2);
    writeFunctionVersion(w, m.version);
    w.end(start, 2);
  }
  if (m.created) w.bool(24, m.created);
}

function readDeployFunctionResponse(r: ProtoReader): DeployFunctionResponse__Output {
  const m: DeployFunctionResponse__Output = {
    function: null,
    version: null,
    created: false,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.function = readFunction(r);
        r.leave(outerEnd);
        break;
      }
      case 18: {
        const outerEnd = r.enter();
        m.version = readFunctionVersion(r);
        r.leave(outerEnd);
        break;
      }
      case 24: {
        m.created = r.bool();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeFunction(w: ProtoWriter, m: Function): void {
  if (m.name) w.string(10, m.name);
  if (m.latestVersion) w.string(18, m.latestVersion);
  if (m.versionCount) w.int32(24, m.versionCount);
  if (m.aliases != null)
    for (const item of m.aliases) {
      const start = w.begin(34, 2);
      writeFunctionAlias(w, item);
      w.end(start, 2);
    }
  if (m.createTime != null) {
    const start = w.begin(42, 1);
    writeTimestamp(w, m.createTime);
    w.end(start, 1);
  }
  if (m.updateTime != null) {
    const start = w.begin(50, 1);
    writeTimestamp(w, m.updateTime);
    w.end(start, 1);
  }
}

function readFunction(r: ProtoReader): Function__Output {
  const m: Function__Output = {
    name: '',
    latestVersion: '',
    versionCount: 0,
    aliases: [],
    createTime: null,
    updateTime: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.name = r.string();
        break;
      }
      case 18: {
        m.latestVersion = r.string();
        break;
      }
      case 24: {
        m.versionCount = r.int32();
        break;
      }
      case 34: {
        const outerEnd = r.enter();
        m.aliases.push(readFunctionAlias(r));
        r.leave(outerEnd);
        break;
      }
      case 42: {
        const outerEnd = r.enter();
        m.createTime = readTimestamp(r);
        r.leave(outerEnd);
        break;
      }
      case 50: {
        const outerEnd = r.enter();
        m.updateTime = readTimestamp(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeFunctionAlias(w: ProtoWriter, m: FunctionAlias): void {
  if (m.alias) w.string(10, m.alias);
  if (m.routes != null)
    for (const item of m.routes) {
      const start = w.begin(18, 2);
      writeFunctionRoute(w, item);
      w.end(start, 2);
    }
}

function readFunctionAlias(r: ProtoReader): FunctionAlias__Output {
  const m: FunctionAlias__Output = {
    alias: '',
    routes: [],
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.alias = r.string();
        break;
      }
      case 18: {
        const outerEnd = r.enter();
        m.routes.push(readFunctionRoute(r));
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeFunctionRoute(w: ProtoWriter, m: FunctionRoute): void {
  if (m.version) w.string(10, m.version);
  if (m.weight) w.int32(16, m.weight);
}

function readFunctionRoute(r: ProtoReader): FunctionRoute__Output {
  const m: FunctionRoute__Output = {
    version: '',
    weight: 0,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.version = r.string();
        break;
      }
      case 16: {
        m.weight = r.int32();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeFunctionVersion(w: ProtoWriter, m: FunctionVersion): void {
  if (m.version) w.string(10, m.version);
  const sourceBytesNumber = Number(m.sourceBytes ?? 0);
  if (sourceBytesNumber) w.int64(16, sourceBytesNumber);
  const kindNumber = typeof m.kind === 'string' ? numbersOfProgramKind[m.kind] : m.kind;
  if (kindNumber) w.int32(24, kindNumber);
  const languageNumber = typeof m.language === 'string' ? numbersOfProgramLanguage[m.language] : m.language;
  if (languageNumber) w.int32(32, languageNumber);
  if (m.fileName) w.string(42, m.fileName);
  if (m.limits != null) {
    const start = w.begin(50, 2);
    writeLimits(w, m.limits);
    w.end(start, 2);
  }
  const isolationLevelNumber = typeof m.isolationLevel === 'string' ? numbersOfIsolationLevel[m.isolationLevel] : m.isolationLevel;
  if (isolationLevelNumber) w.int32(56, isolationLevelNumber);
  if (m.createTime != null) {
    const start = w.begin(66, 1);
    writeTimestamp(w, m.createTime);
    w.end(start, 1);
  }
}

function readFunctionVersion(r: ProtoReader): FunctionVersion__Output {
  const m: FunctionVersion__Output = {
    version: '',
    sourceBytes: 0,
    kind: 'PROGRAM_KIND_UNSPECIFIED',
    language: 'PROGRAM_LANGUAGE_UNSPECIFIED',
    fileName: '',
    limits: null,
    isolationLevel: 'ISOLATION_LEVEL_UNSPECIFIED',
    createTime: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.version = r.string();
        break;
      }
      case 16: {
        m.sourceBytes = r.int64();
        break;
      }
      case 24: {
        const number = r.int32();
        m.kind = namesOfProgramKind[number] ?? (number as never);
        break;
      }
      case 32: {
        const number = r.int32();
        m.language = namesOfProgramLanguage[number] ?? (number as never);
        break;
      }
      case 42: {
        m.fileName = r.string();
        break;
      }
      case 50: {
        const outerEnd = r.enter();
        m.limits = readLimits(r);
        r.leave(outerEnd);
        break;
      }
      case 56: {
        const number = r.int32();
        m.isolationLevel = namesOfIsolationLevel[number] ?? (number as never);
        break;
      }
      case 66: {
        const outerEnd = r.enter();
        m.createTime = readTimestamp(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeGetFunctionRequest(w: ProtoWriter, m: GetFunctionRequest): void {
  if (m.name) w.string(10, m.name);
}

function readGetFunctionRequest(r: ProtoReader): GetFunctionRequest__Output {
  const m: GetFunctionRequest__Output = {
    name: '',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.name = r.string();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeGetFunctionResponse(w: ProtoWriter, m: GetFunctionResponse): void {
  if (m.function != null) {
    const start = w.begin(10, 2);
    writeFunction(w, m.function);
    w.end(start, 2);
  }
  if (m.versions != null)
    for (const item of m.versions) {
      const start = w.begin(18, 2);
      writeFunctionVersion(w, item);
      w.end(start, 2);
    }
}

function readGetFunctionResponse(r: ProtoReader): GetFunctionResponse__Output {
  const m: GetFunctionResponse__Output = {
    function: null,
    versions: [],
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.function = readFunction(r);
        r.leave(outerEnd);
        break;
      }
      case 18: {
        const outerEnd = r.enter();
        m.versions.push(readFunctionVersion(r));
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeListFunctionsRequest(w: ProtoWriter, m: ListFunctionsRequest): void {
  if (m.pageSize) w.int32(8, m.pageSize);
  if (m.pageToken) w.string(18, m.pageToken);
}

function readListFunctionsRequest(r: ProtoReader): ListFunctionsRequest__Output {
  const m: ListFunctionsRequest__Output = {
    pageSize: 0,
    pageToken: '',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        m.pageSize = r.int32();
        break;
      }
      case 18: {
        m.pageToken = r.string();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeListFunctionsResponse(w: ProtoWriter, m: ListFunctionsResponse): void {
  if (m.functions != null)
    for (const item of m.functions) {
      const start = w.begin(10, 2);
      writeFunction(w, item);
      w.end(start, 2);
    }
  if (m.nextPageToken) w.string(18, m.nextPageToken);
}

function readListFunctionsResponse(r: ProtoReader): ListFunctionsResponse__Output {
  const m: ListFunctionsResponse__Output = {
    functions: [],
    nextPageToken: '',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.functions.push(readFunction(r));
        r.leave(outerEnd);
        break;
      }
      case 18: {
        m.nextPageToken = r.string();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeSetFunctionAliasRequest(w: ProtoWriter, m: SetFunctionAliasRequest): void {
  if (m.name) w.string(10, m.name);
  if (m.alias) w.string(18, m.alias);
  if (m.routes != null)
    for (const item of m.routes) {
      const start = w.begin(26, 2);
      writeFunctionRoute(w, item);
      w.end(start, 2);
    }
}

function readSetFunctionAliasRequest(r: ProtoReader): SetFunctionAliasRequest__Output {
  const m: SetFunctionAliasRequest__Output = {
    name: '',
    alias: '',
    routes: [],
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.name = r.string();
        break;
      }
      case 18: {
        m.alias = r.string();
        break;
      }
      case 26: {
        const outerEnd = r.enter();
        m.routes.push(readFunctionRoute(r));
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeSetFunctionAliasResponse(w: ProtoWriter, m: SetFunctionAliasResponse): void {
  if (m.function != null) {
    const start = w.begin(10, 2);
    writeFunction(w, m.function);
    w.end(start, 2);
  }
}

function readSetFunctionAliasResponse(r: ProtoReader): SetFunctionAliasResponse__Output {
  const m: SetFunctionAliasResponse__Output = {
    function: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.function = readFunction(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeDeleteFunctionAliasRequest(w: ProtoWriter, m: DeleteFunctionAliasRequest): void {
  if (m.name) w.string(10, m.name);
  if (m.alias) w.string(18, m.alias);
}

function readDeleteFunctionAliasRequest(r: ProtoReader): DeleteFunctionAliasRequest__Output {
  const m: DeleteFunctionAliasRequest__Output = {
    name: '',
    alias: '',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.name = r.string();
        break;
      }
      case 18: {
        m.alias = r.string();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeDeleteFunctionAliasResponse(w: ProtoWriter, m: DeleteFunctionAliasResponse): void {
  if (m.function != null) {
    const start = w.begin(10, 2);
    writeFunction(w, m.function);
    w.end(start, 2);
  }
}

function readDeleteFunctionAliasResponse(r: ProtoReader): DeleteFunctionAliasResponse__Output {
  const m: DeleteFunctionAliasResponse__Output = {
    function: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.function = readFunction(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeDeleteFunctionRequest(w: ProtoWriter, m: DeleteFunctionRequest): void {
  if (m.name) w.string(10, m.name);
  if (m.version) w.string(18, m.version);
}

function readDeleteFunctionRequest(r: ProtoReader): DeleteFunctionRequest__Output {
  const m: DeleteFunctionRequest__Output = {
    name: '',
    version: '',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.name = r.string();
        break;
      }
      case 18: {
        m.version = r.string();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeDeleteFunctionResponse(_w: ProtoWriter, _m: DeleteFunctionResponse): void {
}

function readDeleteFunctionResponse(r: ProtoReader): DeleteFunctionResponse__Output {
  const m: DeleteFunctionResponse__Output = {
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeCreateSessionRequest(w: ProtoWriter, m: CreateSessionRequest): void {
  if (m.ttl != null) {
    const start = w.begin(10, 1);
    writeDuration(w, m.ttl);
    w.end(start, 1);
  }
  if (m.idleTime != null) {
    const start = w.begin(18, 1);
    writeDuration(w, m.idleTime);
    w.end(start, 1);
  }
  if (m.memoryBytes != null) w.int64(24, Number(m.memoryBytes));
  if (m.minPosture != null) {
    const start = w.begin(34, 2);
    writePostureFloor(w, m.minPosture);
    w.end(start, 2);
  }
}

function readCreateSessionRequest(r: ProtoReader): CreateSessionRequest__Output {
  const m: CreateSessionRequest__Output = {
    ttl: null,
    idleTime: null,
    memoryBytes: absent,
    minPosture: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.ttl = readDuration(r);
        r.leave(outerEnd);
        break;
      }
      case 18: {
        const outerEnd = r.enter();
        m.idleTime = readDuration(r);
        r.leave(outerEnd);
        break;
      }
      case 24: {
        m.memoryBytes = r.int64();
        break;
      }
      case 34: {
        const outerEnd = r.enter();
        m.minPosture = readPostureFloor(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeCreateSessionResponse(w: ProtoWriter, m: CreateSessionResponse): void {
  if (m.session != null) {
    const start = w.begin(10, 2);
    writeSession(w, m.session);
    w.end(start, 2);
  }
}

function readCreateSessionResponse(r: ProtoReader): CreateSessionResponse__Output {
  const m: CreateSessionResponse__Output = {
    session: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.session = readSession(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeSession(w: ProtoWriter, m: Session): void {
  if (m.sessionId) w.string(10, m.sessionId);
  if (m.nodeId) w.string(18, m.nodeId);
  if (m.createTime != null) {
    const start = w.begin(26, 1);
    writeTimestamp(w, m.createTime);
    w.end(start, 1);
  }
  if (m.expireTime != null) {
    const start = w.begin(34, 1);
    writeTimestamp(w, m.expireTime);
    w.end(start, 1);
  }
  if (m.idleTime != null) {
    const start = w.begin(42, 1);
    writeDuration(w, m.idleTime);
    w.end(start, 1);
  }
  if (m.idleFor != null) {
    const start = w.begin(50, 1);
    writeDuration(w, m.idleFor);
    w.end(start, 1);
  }
  const memoryBytesNumber = Number(m.memoryBytes ?? 0);
  if (memoryBytesNumber) w.int64(56, memoryBytesNumber);
  if (m.executionCount) w.int32(64, m.executionCount);
}

function readSession(r: ProtoReader): Session__Output {
  const m: Session__Output = {
    sessionId: '',
    nodeId: '',
    createTime: null,
    expireTime: null,
    idleTime: null,
    idleFor: null,
    memoryBytes: 0,
    executionCount: 0,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.sessionId = r.string();
        break;
      }
      case 18: {
        m.nodeId = r.string();
        break;
      }
      case 26: {
        const outerEnd = r.enter();
        m.createTime = readTimestamp(r);
        r.leave(outerEnd);
        break;
      }
      case 34: {
        const outerEnd = r.enter();
        m.expireTime = readTimestamp(r);
        r.leave(outerEnd);
        break;
      }
      case 42: {
        const outerEnd = r.enter();
        m.idleTime = readDuration(r);
        r.leave(outerEnd);
        break;
      }
      case 50: {
        const outerEnd = r.enter();
        m.idleFor = readDuration(r);
        r.leave(outerEnd);
        break;
      }
      case 56: {
        m.memoryBytes = r.int64();
        break;
      }
      case 64: {
        m.executionCount = r.int32();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeCloseSessionRequest(w: ProtoWriter, m: CloseSessionRequest): void {
  if (m.sessionId) w.string(10, m.sessionId);
}

function readCloseSessionRequest(r: ProtoReader): CloseSessionRequest__Output {
  const m: CloseSessionRequest__Output = {
    sessionId: '',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.sessionId = r.string();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeCloseSessionResponse(w: ProtoWriter, m: CloseSessionResponse): void {
  if (m.wasOpen) w.bool(8, m.wasOpen);
}

function readCloseSessionResponse(r: ProtoReader): CloseSessionResponse__Output {
  const m: CloseSessionResponse__Output = {
    wasOpen: false,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        m.wasOpen = r.bool();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeListSessionsRequest(_w: ProtoWriter, _m: ListSessionsRequest): void {
}

function readListSessionsRequest(r: ProtoReader): ListSessionsRequest__Output {
  const m: ListSessionsRequest__Output = {
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeListSessionsResponse(w: ProtoWriter, m: ListSessionsResponse): void {
  if (m.sessions != null)
    for (const item of m.sessions) {
      const start = w.begin(10, 2);
      writeSession(w, item);
      w.end(start, 2);
    }
}

function readListSessionsResponse(r: ProtoReader): ListSessionsResponse__Output {
  const m: ListSessionsResponse__Output = {
    sessions: [],
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.sessions.push(readSession(r));
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeCreateTenantRequest(w: ProtoWriter, m: CreateTenantRequest): void {
  if (m.tenantId) w.string(10, m.tenantId);
  if (m.policy != null) {
    const start = w.begin(18, 2);
    writeTenantPolicy(w, m.policy);
    w.end(start, 2);
  }
}

function readCreateTenantRequest(r: ProtoReader): CreateTenantRequest__Output {
  const m: CreateTenantRequest__Output = {
    tenantId: '',
    policy: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.tenantId = r.string();
        break;
      }
      case 18: {
        const outerEnd = r.enter();
        m.policy = readTenantPolicy(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeTenantPolicy(w: ProtoWriter, m: TenantPolicy): void {
  if (m.weight) w.int32(8, m.weight);
  if (m.quotas != null) {
    const start = w.begin(18, 2);
    writeTenantQuotas(w, m.quotas);
    w.end(start, 2);
  }
  if (m.limitCeilings != null) {
    const start = w.begin(26, 2);
    writeLimits(w, m.limitCeilings);
    w.end(start, 2);
  }
  if (m.egress != null) {
    const start = w.begin(34, 2);
    writeEgress(w, m.egress);
    w.end(start, 2);
  }
}

function readTenantPolicy(r: ProtoReader): TenantPolicy__Output {
  const m: TenantPolicy__Output = {
    weight: 0,
    quotas: null,
    limitCeilings: null,
    egress: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        m.weight = r.int32();
        break;
      }
      case 18: {
        const outerEnd = r.enter();
        m.quotas = readTenantQuotas(r);
        r.leave(outerEnd);
        break;
      }
      case 26: {
        const outerEnd = r.enter();
        m.limitCeilings = readLimits(r);
        r.leave(outerEnd);
        break;
      }
      case 34: {
        const outerEnd = r.enter();
        m.egress = readEgress(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeTenantQuotas(w: ProtoWriter, m: TenantQuotas): void {
  if (m.callsPerSecond) w.int32(8, m.callsPerSecond);
  if (m.callBurst) w.int32(16, m.callBurst);
  if (m.executions) w.int32(24, m.executions);
  if (m.cpuTimePerMinute != null) {
    const start = w.begin(34, 1);
    writeDuration(w, m.cpuTimePerMinute);
    w.end(start, 1);
  }
}

function readTenantQuotas(r: ProtoReader): TenantQuotas__Output {
  const m: TenantQuotas__Output = {
    callsPerSecond: 0,
    callBurst: 0,
    executions: 0,
    cpuTimePerMinute: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        m.callsPerSecond = r.int32();
        break;
      }
      case 16: {
        m.callBurst = r.int32();
        break;
      }
      case 24: {
        m.executions = r.int32();
        break;
      }
      case 34: {
        const outerEnd = r.enter();
        m.cpuTimePerMinute = readDuration(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeCreateTenantResponse(w: ProtoWriter, m: CreateTenantResponse): void {
  if (m.tenant != null) {
    const start = w.begin(10, 2);
    writeTenant(w, m.tenant);
    w.end(start, 2);
  }
}

function readCreateTenantResponse(r: ProtoReader): CreateTenantResponse__Output {
  const m: CreateTenantResponse__Output = {
    tenant: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.tenant = readTenant(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeTenant(w: ProtoWriter, m: Tenant): void {
  if (m.tenantId) w.string(10, m.tenantId);
  if (m.policy != null) {
    const start = w.begin(18, 2);
    writeTenantPolicy(w, m.policy);
    w.end(start, 2);
  }
  const revisionNumber = Number(m.revision ?? 0);
  if (revisionNumber) w.int64(24, revisionNumber);
  if (m.apiKeyCount) w.int32(32, m.apiKeyCount);
  if (m.createTime != null) {
    const start = w.begin(42, 1);
    writeTimestamp(w, m.createTime);
    w.end(start, 1);
  }
  if (m.updateTime != null) {
    const start = w.begin(50, 1);
    writeTimestamp(w, m.updateTime);
    w.end(start, 1);
  }
}

function readTenant(r: ProtoReader): Tenant__Output {
  const m: Tenant__Output = {
    tenantId: '',
    policy: null,
    revision: 0,
    apiKeyCount: 0,
    createTime: null,
    updateTime: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.tenantId = r.string();
        break;
      }
      case 18: {
        const outerEnd = r.enter();
        m.policy = readTenantPolicy(r);
        r.leave(outerEnd);
        break;
      }
      case 24: {
        m.revision = r.int64();
        break;
      }
      case 32: {
        m.apiKeyCount = r.int32();
        break;
      }
      case 42: {
        const outerEnd = r.enter();
        m.createTime = readTimestamp(r);
        r.leave(outerEnd);
        break;
      }
      case 50: {
        const outerEnd = r.enter();
        m.updateTime = readTimestamp(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeGetTenantRequest(w: ProtoWriter, m: GetTenantRequest): void {
  if (m.tenantId) w.string(10, m.tenantId);
}

function readGetTenantRequest(r: ProtoReader): GetTenantRequest__Output {
  const m: GetTenantRequest__Output = {
    tenantId: '',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.tenantId = r.string();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeGetTenantResponse(w: ProtoWriter, m: GetTenantResponse): void {
  if (m.tenant != null) {
    const start = w.begin(10, 2);
    writeTenant(w, m.tenant);
    w.end(start, 2);
  }
  if (m.usage != null) {
    const start = w.begin(18, 2);
    writeTenantUsage(w, m.usage);
    w.end(start, 2);
  }
}

function readGetTenantResponse(r: ProtoReader): GetTenantResponse__Output {
  const m: GetTenantResponse__Output = {
    tenant: null,
    usage: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.tenant = readTenant(r);
        r.leave(outerEnd);
        break;
      }
      case 18: {
        const outerEnd = r.enter();
        m.usage = readTenantUsage(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeTenantUsage(w: ProtoWriter, m: TenantUsage): void {
  if (m.executions) w.int32(8, m.executions);
  const callsAcceptedNumber = Number(m.callsAccepted ?? 0);
  if (callsAcceptedNumber) w.int64(16, callsAcceptedNumber);
  const callsRefusedNumber = Number(m.callsRefused ?? 0);
  if (callsRefusedNumber) w.int64(24, callsRefusedNumber);
  if (m.cpuTime != null) {
    const start = w.begin(34, 1);
    writeDuration(w, m.cpuTime);
    w.end(start, 1);
  }
}

function readTenantUsage(r: ProtoReader): TenantUsage__Output {
  const m: TenantUsage__Output = {
    executions: 0,
    callsAccepted: 0,
    callsRefused: 0,
    cpuTime: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        m.executions = r.int32();
        break;
      }
      case 16: {
        m.callsAccepted = r.int64();
        break;
      }
      case 24: {
        m.callsRefused = r.int64();
        break;
      }
      case 34: {
        const outerEnd = r.enter();
        m.cpuTime = readDuration(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeListTenantsRequest(w: ProtoWriter, m: ListTenantsRequest): void {
  if (m.pageSize) w.int32(8, m.pageSize);
  if (m.pageToken) w.string(18, m.pageToken);
}

function readListTenantsRequest(r: ProtoReader): ListTenantsRequest__Output {
  const m: ListTenantsRequest__Output = {
    pageSize: 0,
    pageToken: '',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 8: {
        m.pageSize = r.int32();
        break;
      }
      case 18: {
        m.pageToken = r.string();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeListTenantsResponse(w: ProtoWriter, m: ListTenantsResponse): void {
  if (m.tenants != null)
    for (const item of m.tenants) {
      const start = w.begin(10, 2);
      writeTenant(w, item);
      w.end(start, 2);
    }
  if (m.nextPageToken) w.string(18, m.nextPageToken);
}

function readListTenantsResponse(r: ProtoReader): ListTenantsResponse__Output {
  const m: ListTenantsResponse__Output = {
    tenants: [],
    nextPageToken: '',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.tenants.push(readTenant(r));
        r.leave(outerEnd);
        break;
      }
      case 18: {
        m.nextPageToken = r.string();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeUpdateTenantRequest(w: ProtoWriter, m: UpdateTenantRequest): void {
  if (m.tenantId) w.string(10, m.tenantId);
  if (m.policy != null) {
    const start = w.begin(18, 2);
    writeTenantPolicy(w, m.policy);
    w.end(start, 2);
  }
  const revisionNumber = Number(m.revision ?? 0);
  if (revisionNumber) w.int64(24, revisionNumber);
}

function readUpdateTenantRequest(r: ProtoReader): UpdateTenantRequest__Output {
  const m: UpdateTenantRequest__Output = {
    tenantId: '',
    policy: null,
    revision: 0,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.tenantId = r.string();
        break;
      }
      case 18: {
        const outerEnd = r.enter();
        m.policy = readTenantPolicy(r);
        r.leave(outerEnd);
        break;
      }
      case 24: {
        m.revision = r.int64();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeUpdateTenantResponse(w: ProtoWriter, m: UpdateTenantResponse): void {
  if (m.tenant != null) {
    const start = w.begin(10, 2);
    writeTenant(w, m.tenant);
    w.end(start, 2);
  }
}

function readUpdateTenantResponse(r: ProtoReader): UpdateTenantResponse__Output {
  const m: UpdateTenantResponse__Output = {
    tenant: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.tenant = readTenant(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeDeleteTenantRequest(w: ProtoWriter, m: DeleteTenantRequest): void {
  if (m.tenantId) w.string(10, m.tenantId);
}

function readDeleteTenantRequest(r: ProtoReader): DeleteTenantRequest__Output {
  const m: DeleteTenantRequest__Output = {
    tenantId: '',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.tenantId = r.string();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeDeleteTenantResponse(_w: ProtoWriter, _m: DeleteTenantResponse): void {
}

function readDeleteTenantResponse(r: ProtoReader): DeleteTenantResponse__Output {
  const m: DeleteTenantResponse__Output = {
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeCreateApiKeyRequest(w: ProtoWriter, m: CreateApiKeyRequest): void {
  if (m.tenantId) w.string(10, m.tenantId);
  if (m.description) w.string(18, m.description);
}

function readCreateApiKeyRequest(r: ProtoReader): CreateApiKeyRequest__Output {
  const m: CreateApiKeyRequest__Output = {
    tenantId: '',
    description: '',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.tenantId = r.string();
        break;
      }
      case 18: {
        m.description = r.string();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeCreateApiKeyResponse(w: ProtoWriter, m: CreateApiKeyResponse): void {
  if (m.apiKey != null) {
    const start = w.begin(10, 2);
    writeApiKey(w, m.apiKey);
    w.end(start, 2);
  }
  if (m.key) w.string(18, m.key);
}

function readCreateApiKeyResponse(r: ProtoReader): CreateApiKeyResponse__Output {
  const m: CreateApiKeyResponse__Output = {
    apiKey: null,
    key: '',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.apiKey = readApiKey(r);
        r.leave(outerEnd);
        break;
      }
      case 18: {
        m.key = r.string();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeApiKey(w: ProtoWriter, m: ApiKey): void {
  if (m.keyId) w.string(10, m.keyId);
  if (m.tenantId) w.string(18, m.tenantId);
  if (m.description) w.string(26, m.description);
  if (m.createTime != null) {
    const start = w.begin(34, 1);
    writeTimestamp(w, m.createTime);
    w.end(start, 1);
  }
}

function readApiKey(r: ProtoReader): ApiKey__Output {
  const m: ApiKey__Output = {
    keyId: '',
    tenantId: '',
    description: '',
    createTime: null,
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.keyId = r.string();
        break;
      }
      case 18: {
        m.tenantId = r.string();
        break;
      }
      case 26: {
        m.description = r.string();
        break;
      }
      case 34: {
        const outerEnd = r.enter();
        m.createTime = readTimestamp(r);
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeListApiKeysRequest(w: ProtoWriter, m: ListApiKeysRequest): void {
  if (m.tenantId) w.string(10, m.tenantId);
}

function readListApiKeysRequest(r: ProtoReader): ListApiKeysRequest__Output {
  const m: ListApiKeysRequest__Output = {
    tenantId: '',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.tenantId = r.string();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeListApiKeysResponse(w: ProtoWriter, m: ListApiKeysResponse): void {
  if (m.apiKeys != null)
    for (const item of m.apiKeys) {
      const start = w.begin(10, 2);
      writeApiKey(w, item);
      w.end(start, 2);
    }
}

function readListApiKeysResponse(r: ProtoReader): ListApiKeysResponse__Output {
  const m: ListApiKeysResponse__Output = {
    apiKeys: [],
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        const outerEnd = r.enter();
        m.apiKeys.push(readApiKey(r));
        r.leave(outerEnd);
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeRevokeApiKeyRequest(w: ProtoWriter, m: RevokeApiKeyRequest): void {
  if (m.keyId) w.string(10, m.keyId);
}

function readRevokeApiKeyRequest(r: ProtoReader): RevokeApiKeyRequest__Output {
  const m: RevokeApiKeyRequest__Output = {
    keyId: '',
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      case 10: {
        m.keyId = r.string();
        break;
      }
      default:
        r.skip(tag);
    }
  }
  return m;
}

function writeRevokeApiKeyResponse(_w: ProtoWriter, _m: RevokeApiKeyResponse): void {
}

function readRevokeApiKeyResponse(r: ProtoReader): RevokeApiKeyResponse__Output {
  const m: RevokeApiKeyResponse__Output = {
  };
  while (r.hasMore) {
    const tag = r.uint32();
    switch (tag) {
      default:
        r.skip(tag);
    }
  }
  return m;
}

const writer = new ProtoWriter();

/** By the name of the message, within its package. */
export const wireCodecs: Readonly<Record<string, Codec>> = {
  ListNodesRequest: {
    encode: (message) => {
      writer.start();
      writeListNodesRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readListNodesRequest(new ProtoReader(bytes)),
  },
  ListNodesResponse: {
    encode: (message) => {
      writer.start();
      writeListNodesResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readListNodesResponse(new ProtoReader(bytes)),
  },
  Node: {
    encode: (message) => {
      writer.start();
      writeNode(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readNode(new ProtoReader(bytes)),
  },
  NodeCapacity: {
    encode: (message) => {
      writer.start();
      writeNodeCapacity(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readNodeCapacity(new ProtoReader(bytes)),
  },
  NodePosture: {
    encode: (message) => {
      writer.start();
      writeNodePosture(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readNodePosture(new ProtoReader(bytes)),
  },
  NodeLoad: {
    encode: (message) => {
      writer.start();
      writeNodeLoad(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readNodeLoad(new ProtoReader(bytes)),
  },
  Place: {
    encode: (message) => {
      writer.start();
      writePlace(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readPlace(new ProtoReader(bytes)),
  },
  Coordinates: {
    encode: (message) => {
      writer.start();
      writeCoordinates(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readCoordinates(new ProtoReader(bytes)),
  },
  WatchNodesRequest: {
    encode: (message) => {
      writer.start();
      writeWatchNodesRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readWatchNodesRequest(new ProtoReader(bytes)),
  },
  WatchNodesResponse: {
    encode: (message) => {
      writer.start();
      writeWatchNodesResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readWatchNodesResponse(new ProtoReader(bytes)),
  },
  CordonNodeRequest: {
    encode: (message) => {
      writer.start();
      writeCordonNodeRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readCordonNodeRequest(new ProtoReader(bytes)),
  },
  CordonNodeResponse: {
    encode: (message) => {
      writer.start();
      writeCordonNodeResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readCordonNodeResponse(new ProtoReader(bytes)),
  },
  UncordonNodeRequest: {
    encode: (message) => {
      writer.start();
      writeUncordonNodeRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readUncordonNodeRequest(new ProtoReader(bytes)),
  },
  UncordonNodeResponse: {
    encode: (message) => {
      writer.start();
      writeUncordonNodeResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readUncordonNodeResponse(new ProtoReader(bytes)),
  },
  DrainNodeRequest: {
    encode: (message) => {
      writer.start();
      writeDrainNodeRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readDrainNodeRequest(new ProtoReader(bytes)),
  },
  DrainNodeResponse: {
    encode: (message) => {
      writer.start();
      writeDrainNodeResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readDrainNodeResponse(new ProtoReader(bytes)),
  },
  RemoveNodeRequest: {
    encode: (message) => {
      writer.start();
      writeRemoveNodeRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readRemoveNodeRequest(new ProtoReader(bytes)),
  },
  RemoveNodeResponse: {
    encode: (message) => {
      writer.start();
      writeRemoveNodeResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readRemoveNodeResponse(new ProtoReader(bytes)),
  },
  GetBalancerRequest: {
    encode: (message) => {
      writer.start();
      writeGetBalancerRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readGetBalancerRequest(new ProtoReader(bytes)),
  },
  GetBalancerResponse: {
    encode: (message) => {
      writer.start();
      writeGetBalancerResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readGetBalancerResponse(new ProtoReader(bytes)),
  },
  Balancer: {
    encode: (message) => {
      writer.start();
      writeBalancer(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readBalancer(new ProtoReader(bytes)),
  },
  SetBalancerRequest: {
    encode: (message) => {
      writer.start();
      writeSetBalancerRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readSetBalancerRequest(new ProtoReader(bytes)),
  },
  SetBalancerResponse: {
    encode: (message) => {
      writer.start();
      writeSetBalancerResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readSetBalancerResponse(new ProtoReader(bytes)),
  },
  ListBreakersRequest: {
    encode: (message) => {
      writer.start();
      writeListBreakersRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readListBreakersRequest(new ProtoReader(bytes)),
  },
  ListBreakersResponse: {
    encode: (message) => {
      writer.start();
      writeListBreakersResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readListBreakersResponse(new ProtoReader(bytes)),
  },
  Breaker: {
    encode: (message) => {
      writer.start();
      writeBreaker(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readBreaker(new ProtoReader(bytes)),
  },
  ForceBreakerRequest: {
    encode: (message) => {
      writer.start();
      writeForceBreakerRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readForceBreakerRequest(new ProtoReader(bytes)),
  },
  ForceBreakerResponse: {
    encode: (message) => {
      writer.start();
      writeForceBreakerResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readForceBreakerResponse(new ProtoReader(bytes)),
  },
  ResetBreakerRequest: {
    encode: (message) => {
      writer.start();
      writeResetBreakerRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readResetBreakerRequest(new ProtoReader(bytes)),
  },
  ResetBreakerResponse: {
    encode: (message) => {
      writer.start();
      writeResetBreakerResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readResetBreakerResponse(new ProtoReader(bytes)),
  },
  GetHealthRequest: {
    encode: (message) => {
      writer.start();
      writeGetHealthRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readGetHealthRequest(new ProtoReader(bytes)),
  },
  GetHealthResponse: {
    encode: (message) => {
      writer.start();
      writeGetHealthResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readGetHealthResponse(new ProtoReader(bytes)),
  },
  HealthCheck: {
    encode: (message) => {
      writer.start();
      writeHealthCheck(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readHealthCheck(new ProtoReader(bytes)),
  },
  HealthCheckLatency: {
    encode: (message) => {
      writer.start();
      writeHealthCheckLatency(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readHealthCheckLatency(new ProtoReader(bytes)),
  },
  HealthCheckResult: {
    encode: (message) => {
      writer.start();
      writeHealthCheckResult(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readHealthCheckResult(new ProtoReader(bytes)),
  },
  NodeHealth: {
    encode: (message) => {
      writer.start();
      writeNodeHealth(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readNodeHealth(new ProtoReader(bytes)),
  },
  ListAlertsRequest: {
    encode: (message) => {
      writer.start();
      writeListAlertsRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readListAlertsRequest(new ProtoReader(bytes)),
  },
  ListAlertsResponse: {
    encode: (message) => {
      writer.start();
      writeListAlertsResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readListAlertsResponse(new ProtoReader(bytes)),
  },
  Alert: {
    encode: (message) => {
      writer.start();
      writeAlert(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readAlert(new ProtoReader(bytes)),
  },
  AlertLabel: {
    encode: (message) => {
      writer.start();
      writeAlertLabel(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readAlertLabel(new ProtoReader(bytes)),
  },
  AlertSilence: {
    encode: (message) => {
      writer.start();
      writeAlertSilence(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readAlertSilence(new ProtoReader(bytes)),
  },
  WatchAlertsRequest: {
    encode: (message) => {
      writer.start();
      writeWatchAlertsRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readWatchAlertsRequest(new ProtoReader(bytes)),
  },
  WatchAlertsResponse: {
    encode: (message) => {
      writer.start();
      writeWatchAlertsResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readWatchAlertsResponse(new ProtoReader(bytes)),
  },
  AlertNotification: {
    encode: (message) => {
      writer.start();
      writeAlertNotification(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readAlertNotification(new ProtoReader(bytes)),
  },
  SilenceAlertsRequest: {
    encode: (message) => {
      writer.start();
      writeSilenceAlertsRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readSilenceAlertsRequest(new ProtoReader(bytes)),
  },
  SilenceAlertsResponse: {
    encode: (message) => {
      writer.start();
      writeSilenceAlertsResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readSilenceAlertsResponse(new ProtoReader(bytes)),
  },
  EndAlertSilenceRequest: {
    encode: (message) => {
      writer.start();
      writeEndAlertSilenceRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readEndAlertSilenceRequest(new ProtoReader(bytes)),
  },
  EndAlertSilenceResponse: {
    encode: (message) => {
      writer.start();
      writeEndAlertSilenceResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readEndAlertSilenceResponse(new ProtoReader(bytes)),
  },
  GetCacheStatsRequest: {
    encode: (message) => {
      writer.start();
      writeGetCacheStatsRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readGetCacheStatsRequest(new ProtoReader(bytes)),
  },
  GetCacheStatsResponse: {
    encode: (message) => {
      writer.start();
      writeGetCacheStatsResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readGetCacheStatsResponse(new ProtoReader(bytes)),
  },
  CacheNamespace: {
    encode: (message) => {
      writer.start();
      writeCacheNamespace(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readCacheNamespace(new ProtoReader(bytes)),
  },
  CacheTier: {
    encode: (message) => {
      writer.start();
      writeCacheTier(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readCacheTier(new ProtoReader(bytes)),
  },
  CacheEvictions: {
    encode: (message) => {
      writer.start();
      writeCacheEvictions(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readCacheEvictions(new ProtoReader(bytes)),
  },
  InvalidateCacheRequest: {
    encode: (message) => {
      writer.start();
      writeInvalidateCacheRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readInvalidateCacheRequest(new ProtoReader(bytes)),
  },
  InvalidateCacheResponse: {
    encode: (message) => {
      writer.start();
      writeInvalidateCacheResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readInvalidateCacheResponse(new ProtoReader(bytes)),
  },
  ConnectRequest: {
    encode: (message) => {
      writer.start();
      writeConnectRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readConnectRequest(new ProtoReader(bytes)),
  },
  NodeHello: {
    encode: (message) => {
      writer.start();
      writeNodeHello(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readNodeHello(new ProtoReader(bytes)),
  },
  NodeHeartbeat: {
    encode: (message) => {
      writer.start();
      writeNodeHeartbeat(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readNodeHeartbeat(new ProtoReader(bytes)),
  },
  RunEvents: {
    encode: (message) => {
      writer.start();
      writeRunEvents(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readRunEvents(new ProtoReader(bytes)),
  },
  RunLogs: {
    encode: (message) => {
      writer.start();
      writeRunLogs(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readRunLogs(new ProtoReader(bytes)),
  },
  RunLogLine: {
    encode: (message) => {
      writer.start();
      writeRunLogLine(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readRunLogLine(new ProtoReader(bytes)),
  },
  RunEnded: {
    encode: (message) => {
      writer.start();
      writeRunEnded(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readRunEnded(new ProtoReader(bytes)),
  },
  GuestError: {
    encode: (message) => {
      writer.start();
      writeGuestError(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readGuestError(new ProtoReader(bytes)),
  },
  RunRefused: {
    encode: (message) => {
      writer.start();
      writeRunRefused(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readRunRefused(new ProtoReader(bytes)),
  },
  RunHostCall: {
    encode: (message) => {
      writer.start();
      writeRunHostCall(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readRunHostCall(new ProtoReader(bytes)),
  },
  HostCall: {
    encode: (message) => {
      writer.start();
      writeHostCall(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readHostCall(new ProtoReader(bytes)),
  },
  RunProgress: {
    encode: (message) => {
      writer.start();
      writeRunProgress(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readRunProgress(new ProtoReader(bytes)),
  },
  NodeSessionAnswer: {
    encode: (message) => {
      writer.start();
      writeNodeSessionAnswer(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readNodeSessionAnswer(new ProtoReader(bytes)),
  },
  NodeSessionInfo: {
    encode: (message) => {
      writer.start();
      writeNodeSessionInfo(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readNodeSessionInfo(new ProtoReader(bytes)),
  },
  NodeSessionOpen: {
    encode: (message) => {
      writer.start();
      writeNodeSessionOpen(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readNodeSessionOpen(new ProtoReader(bytes)),
  },
  ConnectResponse: {
    encode: (message) => {
      writer.start();
      writeConnectResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readConnectResponse(new ProtoReader(bytes)),
  },
  NodeWelcome: {
    encode: (message) => {
      writer.start();
      writeNodeWelcome(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readNodeWelcome(new ProtoReader(bytes)),
  },
  RunCommands: {
    encode: (message) => {
      writer.start();
      writeRunCommands(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readRunCommands(new ProtoReader(bytes)),
  },
  RunStart: {
    encode: (message) => {
      writer.start();
      writeRunStart(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readRunStart(new ProtoReader(bytes)),
  },
  RunProgram: {
    encode: (message) => {
      writer.start();
      writeRunProgram(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readRunProgram(new ProtoReader(bytes)),
  },
  SourceModule: {
    encode: (message) => {
      writer.start();
      writeSourceModule(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readSourceModule(new ProtoReader(bytes)),
  },
  RunLimits: {
    encode: (message) => {
      writer.start();
      writeRunLimits(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readRunLimits(new ProtoReader(bytes)),
  },
  RunDeterminism: {
    encode: (message) => {
      writer.start();
      writeRunDeterminism(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readRunDeterminism(new ProtoReader(bytes)),
  },
  Egress: {
    encode: (message) => {
      writer.start();
      writeEgress(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readEgress(new ProtoReader(bytes)),
  },
  RunHostCallReply: {
    encode: (message) => {
      writer.start();
      writeRunHostCallReply(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readRunHostCallReply(new ProtoReader(bytes)),
  },
  HostCallReply: {
    encode: (message) => {
      writer.start();
      writeHostCallReply(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readHostCallReply(new ProtoReader(bytes)),
  },
  HostCallError: {
    encode: (message) => {
      writer.start();
      writeHostCallError(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readHostCallError(new ProtoReader(bytes)),
  },
  CoordinatorGoodbye: {
    encode: (message) => {
      writer.start();
      writeCoordinatorGoodbye(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readCoordinatorGoodbye(new ProtoReader(bytes)),
  },
  NodeSessionCall: {
    encode: (message) => {
      writer.start();
      writeNodeSessionCall(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readNodeSessionCall(new ProtoReader(bytes)),
  },
  NodeSessionList: {
    encode: (message) => {
      writer.start();
      writeNodeSessionList(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readNodeSessionList(new ProtoReader(bytes)),
  },
  NodeCredential: {
    encode: (message) => {
      writer.start();
      writeNodeCredential(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readNodeCredential(new ProtoReader(bytes)),
  },
  ExecuteRequest: {
    encode: (message) => {
      writer.start();
      writeExecuteRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readExecuteRequest(new ProtoReader(bytes)),
  },
  Execution: {
    encode: (message) => {
      writer.start();
      writeExecution(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readExecution(new ProtoReader(bytes)),
  },
  Source: {
    encode: (message) => {
      writer.start();
      writeSource(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readSource(new ProtoReader(bytes)),
  },
  FunctionReference: {
    encode: (message) => {
      writer.start();
      writeFunctionReference(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readFunctionReference(new ProtoReader(bytes)),
  },
  Limits: {
    encode: (message) => {
      writer.start();
      writeLimits(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readLimits(new ProtoReader(bytes)),
  },
  PostureFloor: {
    encode: (message) => {
      writer.start();
      writePostureFloor(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readPostureFloor(new ProtoReader(bytes)),
  },
  Determinism: {
    encode: (message) => {
      writer.start();
      writeDeterminism(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readDeterminism(new ProtoReader(bytes)),
  },
  ExecuteResponse: {
    encode: (message) => {
      writer.start();
      writeExecuteResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readExecuteResponse(new ProtoReader(bytes)),
  },
  Outcome: {
    encode: (message) => {
      writer.start();
      writeOutcome(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readOutcome(new ProtoReader(bytes)),
  },
  Usage: {
    encode: (message) => {
      writer.start();
      writeUsage(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readUsage(new ProtoReader(bytes)),
  },
  LogEntry: {
    encode: (message) => {
      writer.start();
      writeLogEntry(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readLogEntry(new ProtoReader(bytes)),
  },
  ExecuteStreamRequest: {
    encode: (message) => {
      writer.start();
      writeExecuteStreamRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readExecuteStreamRequest(new ProtoReader(bytes)),
  },
  ExecuteStreamCommand: {
    encode: (message) => {
      writer.start();
      writeExecuteStreamCommand(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readExecuteStreamCommand(new ProtoReader(bytes)),
  },
  ExecuteCommand: {
    encode: (message) => {
      writer.start();
      writeExecuteCommand(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readExecuteCommand(new ProtoReader(bytes)),
  },
  CancelCommand: {
    encode: (message) => {
      writer.start();
      writeCancelCommand(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readCancelCommand(new ProtoReader(bytes)),
  },
  StdinCommand: {
    encode: (message) => {
      writer.start();
      writeStdinCommand(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readStdinCommand(new ProtoReader(bytes)),
  },
  ExecuteStreamResponse: {
    encode: (message) => {
      writer.start();
      writeExecuteStreamResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readExecuteStreamResponse(new ProtoReader(bytes)),
  },
  ExecuteStreamEvent: {
    encode: (message) => {
      writer.start();
      writeExecuteStreamEvent(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readExecuteStreamEvent(new ProtoReader(bytes)),
  },
  LogBatch: {
    encode: (message) => {
      writer.start();
      writeLogBatch(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readLogBatch(new ProtoReader(bytes)),
  },
  Failure: {
    encode: (message) => {
      writer.start();
      writeFailure(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readFailure(new ProtoReader(bytes)),
  },
  FieldViolation: {
    encode: (message) => {
      writer.start();
      writeFieldViolation(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readFieldViolation(new ProtoReader(bytes)),
  },
  QuotaViolation: {
    encode: (message) => {
      writer.start();
      writeQuotaViolation(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readQuotaViolation(new ProtoReader(bytes)),
  },
  Progress: {
    encode: (message) => {
      writer.start();
      writeProgress(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readProgress(new ProtoReader(bytes)),
  },
  StdinRead: {
    encode: (message) => {
      writer.start();
      writeStdinRead(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readStdinRead(new ProtoReader(bytes)),
  },
  DeployFunctionRequest: {
    encode: (message) => {
      writer.start();
      writeDeployFunctionRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readDeployFunctionRequest(new ProtoReader(bytes)),
  },
  DeployFunctionResponse: {
    encode: (message) => {
      writer.start();
      writeDeployFunctionResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readDeployFunctionResponse(new ProtoReader(bytes)),
  },
  Function: {
    encode: (message) => {
      writer.start();
      writeFunction(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readFunction(new ProtoReader(bytes)),
  },
  FunctionAlias: {
    encode: (message) => {
      writer.start();
      writeFunctionAlias(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readFunctionAlias(new ProtoReader(bytes)),
  },
  FunctionRoute: {
    encode: (message) => {
      writer.start();
      writeFunctionRoute(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readFunctionRoute(new ProtoReader(bytes)),
  },
  FunctionVersion: {
    encode: (message) => {
      writer.start();
      writeFunctionVersion(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readFunctionVersion(new ProtoReader(bytes)),
  },
  GetFunctionRequest: {
    encode: (message) => {
      writer.start();
      writeGetFunctionRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readGetFunctionRequest(new ProtoReader(bytes)),
  },
  GetFunctionResponse: {
    encode: (message) => {
      writer.start();
      writeGetFunctionResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readGetFunctionResponse(new ProtoReader(bytes)),
  },
  ListFunctionsRequest: {
    encode: (message) => {
      writer.start();
      writeListFunctionsRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readListFunctionsRequest(new ProtoReader(bytes)),
  },
  ListFunctionsResponse: {
    encode: (message) => {
      writer.start();
      writeListFunctionsResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readListFunctionsResponse(new ProtoReader(bytes)),
  },
  SetFunctionAliasRequest: {
    encode: (message) => {
      writer.start();
      writeSetFunctionAliasRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readSetFunctionAliasRequest(new ProtoReader(bytes)),
  },
  SetFunctionAliasResponse: {
    encode: (message) => {
      writer.start();
      writeSetFunctionAliasResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readSetFunctionAliasResponse(new ProtoReader(bytes)),
  },
  DeleteFunctionAliasRequest: {
    encode: (message) => {
      writer.start();
      writeDeleteFunctionAliasRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readDeleteFunctionAliasRequest(new ProtoReader(bytes)),
  },
  DeleteFunctionAliasResponse: {
    encode: (message) => {
      writer.start();
      writeDeleteFunctionAliasResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readDeleteFunctionAliasResponse(new ProtoReader(bytes)),
  },
  DeleteFunctionRequest: {
    encode: (message) => {
      writer.start();
      writeDeleteFunctionRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readDeleteFunctionRequest(new ProtoReader(bytes)),
  },
  DeleteFunctionResponse: {
    encode: (message) => {
      writer.start();
      writeDeleteFunctionResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readDeleteFunctionResponse(new ProtoReader(bytes)),
  },
  CreateSessionRequest: {
    encode: (message) => {
      writer.start();
      writeCreateSessionRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readCreateSessionRequest(new ProtoReader(bytes)),
  },
  CreateSessionResponse: {
    encode: (message) => {
      writer.start();
      writeCreateSessionResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readCreateSessionResponse(new ProtoReader(bytes)),
  },
  Session: {
    encode: (message) => {
      writer.start();
      writeSession(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readSession(new ProtoReader(bytes)),
  },
  CloseSessionRequest: {
    encode: (message) => {
      writer.start();
      writeCloseSessionRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readCloseSessionRequest(new ProtoReader(bytes)),
  },
  CloseSessionResponse: {
    encode: (message) => {
      writer.start();
      writeCloseSessionResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readCloseSessionResponse(new ProtoReader(bytes)),
  },
  ListSessionsRequest: {
    encode: (message) => {
      writer.start();
      writeListSessionsRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readListSessionsRequest(new ProtoReader(bytes)),
  },
  ListSessionsResponse: {
    encode: (message) => {
      writer.start();
      writeListSessionsResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readListSessionsResponse(new ProtoReader(bytes)),
  },
  CreateTenantRequest: {
    encode: (message) => {
      writer.start();
      writeCreateTenantRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readCreateTenantRequest(new ProtoReader(bytes)),
  },
  TenantPolicy: {
    encode: (message) => {
      writer.start();
      writeTenantPolicy(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readTenantPolicy(new ProtoReader(bytes)),
  },
  TenantQuotas: {
    encode: (message) => {
      writer.start();
      writeTenantQuotas(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readTenantQuotas(new ProtoReader(bytes)),
  },
  CreateTenantResponse: {
    encode: (message) => {
      writer.start();
      writeCreateTenantResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readCreateTenantResponse(new ProtoReader(bytes)),
  },
  Tenant: {
    encode: (message) => {
      writer.start();
      writeTenant(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readTenant(new ProtoReader(bytes)),
  },
  GetTenantRequest: {
    encode: (message) => {
      writer.start();
      writeGetTenantRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readGetTenantRequest(new ProtoReader(bytes)),
  },
  GetTenantResponse: {
    encode: (message) => {
      writer.start();
      writeGetTenantResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readGetTenantResponse(new ProtoReader(bytes)),
  },
  TenantUsage: {
    encode: (message) => {
      writer.start();
      writeTenantUsage(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readTenantUsage(new ProtoReader(bytes)),
  },
  ListTenantsRequest: {
    encode: (message) => {
      writer.start();
      writeListTenantsRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readListTenantsRequest(new ProtoReader(bytes)),
  },
  ListTenantsResponse: {
    encode: (message) => {
      writer.start();
      writeListTenantsResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readListTenantsResponse(new ProtoReader(bytes)),
  },
  UpdateTenantRequest: {
    encode: (message) => {
      writer.start();
      writeUpdateTenantRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readUpdateTenantRequest(new ProtoReader(bytes)),
  },
  UpdateTenantResponse: {
    encode: (message) => {
      writer.start();
      writeUpdateTenantResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readUpdateTenantResponse(new ProtoReader(bytes)),
  },
  DeleteTenantRequest: {
    encode: (message) => {
      writer.start();
      writeDeleteTenantRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readDeleteTenantRequest(new ProtoReader(bytes)),
  },
  DeleteTenantResponse: {
    encode: (message) => {
      writer.start();
      writeDeleteTenantResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readDeleteTenantResponse(new ProtoReader(bytes)),
  },
  CreateApiKeyRequest: {
    encode: (message) => {
      writer.start();
      writeCreateApiKeyRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readCreateApiKeyRequest(new ProtoReader(bytes)),
  },
  CreateApiKeyResponse: {
    encode: (message) => {
      writer.start();
      writeCreateApiKeyResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readCreateApiKeyResponse(new ProtoReader(bytes)),
  },
  ApiKey: {
    encode: (message) => {
      writer.start();
      writeApiKey(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readApiKey(new ProtoReader(bytes)),
  },
  ListApiKeysRequest: {
    encode: (message) => {
      writer.start();
      writeListApiKeysRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readListApiKeysRequest(new ProtoReader(bytes)),
  },
  ListApiKeysResponse: {
    encode: (message) => {
      writer.start();
      writeListApiKeysResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readListApiKeysResponse(new ProtoReader(bytes)),
  },
  RevokeApiKeyRequest: {
    encode: (message) => {
      writer.start();
      writeRevokeApiKeyRequest(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readRevokeApiKeyRequest(new ProtoReader(bytes)),
  },
  RevokeApiKeyResponse: {
    encode: (message) => {
      writer.start();
      writeRevokeApiKeyResponse(writer, message);
      return writer.finish();
    },
    decode: (bytes) => readRevokeApiKeyResponse(new ProtoReader(bytes)),
  },
};
