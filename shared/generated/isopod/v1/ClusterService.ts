// Original file: proto/isopod/v1/cluster_service.proto

import type * as grpc from '@grpc/grpc-js'
import type { MethodDefinition } from '@grpc/proto-loader'
import type { CordonNodeRequest as _isopod_v1_CordonNodeRequest, CordonNodeRequest__Output as _isopod_v1_CordonNodeRequest__Output } from '../../isopod/v1/CordonNodeRequest.ts';
import type { CordonNodeResponse as _isopod_v1_CordonNodeResponse, CordonNodeResponse__Output as _isopod_v1_CordonNodeResponse__Output } from '../../isopod/v1/CordonNodeResponse.ts';
import type { DrainNodeRequest as _isopod_v1_DrainNodeRequest, DrainNodeRequest__Output as _isopod_v1_DrainNodeRequest__Output } from '../../isopod/v1/DrainNodeRequest.ts';
import type { DrainNodeResponse as _isopod_v1_DrainNodeResponse, DrainNodeResponse__Output as _isopod_v1_DrainNodeResponse__Output } from '../../isopod/v1/DrainNodeResponse.ts';
import type { EndAlertSilenceRequest as _isopod_v1_EndAlertSilenceRequest, EndAlertSilenceRequest__Output as _isopod_v1_EndAlertSilenceRequest__Output } from '../../isopod/v1/EndAlertSilenceRequest.ts';
import type { EndAlertSilenceResponse as _isopod_v1_EndAlertSilenceResponse, EndAlertSilenceResponse__Output as _isopod_v1_EndAlertSilenceResponse__Output } from '../../isopod/v1/EndAlertSilenceResponse.ts';
import type { ForceBreakerRequest as _isopod_v1_ForceBreakerRequest, ForceBreakerRequest__Output as _isopod_v1_ForceBreakerRequest__Output } from '../../isopod/v1/ForceBreakerRequest.ts';
import type { ForceBreakerResponse as _isopod_v1_ForceBreakerResponse, ForceBreakerResponse__Output as _isopod_v1_ForceBreakerResponse__Output } from '../../isopod/v1/ForceBreakerResponse.ts';
import type { GetBalancerRequest as _isopod_v1_GetBalancerRequest, GetBalancerRequest__Output as _isopod_v1_GetBalancerRequest__Output } from '../../isopod/v1/GetBalancerRequest.ts';
import type { GetBalancerResponse as _isopod_v1_GetBalancerResponse, GetBalancerResponse__Output as _isopod_v1_GetBalancerResponse__Output } from '../../isopod/v1/GetBalancerResponse.ts';
import type { GetCacheStatsRequest as _isopod_v1_GetCacheStatsRequest, GetCacheStatsRequest__Output as _isopod_v1_GetCacheStatsRequest__Output } from '../../isopod/v1/GetCacheStatsRequest.ts';
import type { GetCacheStatsResponse as _isopod_v1_GetCacheStatsResponse, GetCacheStatsResponse__Output as _isopod_v1_GetCacheStatsResponse__Output } from '../../isopod/v1/GetCacheStatsResponse.ts';
import type { GetHealthRequest as _isopod_v1_GetHealthRequest, GetHealthRequest__Output as _isopod_v1_GetHealthRequest__Output } from '../../isopod/v1/GetHealthRequest.ts';
import type { GetHealthResponse as _isopod_v1_GetHealthResponse, GetHealthResponse__Output as _isopod_v1_GetHealthResponse__Output } from '../../isopod/v1/GetHealthResponse.ts';
import type { InvalidateCacheRequest as _isopod_v1_InvalidateCacheRequest, InvalidateCacheRequest__Output as _isopod_v1_InvalidateCacheRequest__Output } from '../../isopod/v1/InvalidateCacheRequest.ts';
import type { InvalidateCacheResponse as _isopod_v1_InvalidateCacheResponse, InvalidateCacheResponse__Output as _isopod_v1_InvalidateCacheResponse__Output } from '../../isopod/v1/InvalidateCacheResponse.ts';
import type { ListAlertsRequest as _isopod_v1_ListAlertsRequest, ListAlertsRequest__Output as _isopod_v1_ListAlertsRequest__Output } from '../../isopod/v1/ListAlertsRequest.ts';
import type { ListAlertsResponse as _isopod_v1_ListAlertsResponse, ListAlertsResponse__Output as _isopod_v1_ListAlertsResponse__Output } from '../../isopod/v1/ListAlertsResponse.ts';
import type { ListBreakersRequest as _isopod_v1_ListBreakersRequest, ListBreakersRequest__Output as _isopod_v1_ListBreakersRequest__Output } from '../../isopod/v1/ListBreakersRequest.ts';
import type { ListBreakersResponse as _isopod_v1_ListBreakersResponse, ListBreakersResponse__Output as _isopod_v1_ListBreakersResponse__Output } from '../../isopod/v1/ListBreakersResponse.ts';
import type { ListNodesRequest as _isopod_v1_ListNodesRequest, ListNodesRequest__Output as _isopod_v1_ListNodesRequest__Output } from '../../isopod/v1/ListNodesRequest.ts';
import type { ListNodesResponse as _isopod_v1_ListNodesResponse, ListNodesResponse__Output as _isopod_v1_ListNodesResponse__Output } from '../../isopod/v1/ListNodesResponse.ts';
import type { RemoveNodeRequest as _isopod_v1_RemoveNodeRequest, RemoveNodeRequest__Output as _isopod_v1_RemoveNodeRequest__Output } from '../../isopod/v1/RemoveNodeRequest.ts';
import type { RemoveNodeResponse as _isopod_v1_RemoveNodeResponse, RemoveNodeResponse__Output as _isopod_v1_RemoveNodeResponse__Output } from '../../isopod/v1/RemoveNodeResponse.ts';
import type { ResetBreakerRequest as _isopod_v1_ResetBreakerRequest, ResetBreakerRequest__Output as _isopod_v1_ResetBreakerRequest__Output } from '../../isopod/v1/ResetBreakerRequest.ts';
import type { ResetBreakerResponse as _isopod_v1_ResetBreakerResponse, ResetBreakerResponse__Output as _isopod_v1_ResetBreakerResponse__Output } from '../../isopod/v1/ResetBreakerResponse.ts';
import type { SetBalancerRequest as _isopod_v1_SetBalancerRequest, SetBalancerRequest__Output as _isopod_v1_SetBalancerRequest__Output } from '../../isopod/v1/SetBalancerRequest.ts';
import type { SetBalancerResponse as _isopod_v1_SetBalancerResponse, SetBalancerResponse__Output as _isopod_v1_SetBalancerResponse__Output } from '../../isopod/v1/SetBalancerResponse.ts';
import type { SilenceAlertsRequest as _isopod_v1_SilenceAlertsRequest, SilenceAlertsRequest__Output as _isopod_v1_SilenceAlertsRequest__Output } from '../../isopod/v1/SilenceAlertsRequest.ts';
import type { SilenceAlertsResponse as _isopod_v1_SilenceAlertsResponse, SilenceAlertsResponse__Output as _isopod_v1_SilenceAlertsResponse__Output } from '../../isopod/v1/SilenceAlertsResponse.ts';
import type { UncordonNodeRequest as _isopod_v1_UncordonNodeRequest, UncordonNodeRequest__Output as _isopod_v1_UncordonNodeRequest__Output } from '../../isopod/v1/UncordonNodeRequest.ts';
import type { UncordonNodeResponse as _isopod_v1_UncordonNodeResponse, UncordonNodeResponse__Output as _isopod_v1_UncordonNodeResponse__Output } from '../../isopod/v1/UncordonNodeResponse.ts';
import type { WatchAlertsRequest as _isopod_v1_WatchAlertsRequest, WatchAlertsRequest__Output as _isopod_v1_WatchAlertsRequest__Output } from '../../isopod/v1/WatchAlertsRequest.ts';
import type { WatchAlertsResponse as _isopod_v1_WatchAlertsResponse, WatchAlertsResponse__Output as _isopod_v1_WatchAlertsResponse__Output } from '../../isopod/v1/WatchAlertsResponse.ts';
import type { WatchNodesRequest as _isopod_v1_WatchNodesRequest, WatchNodesRequest__Output as _isopod_v1_WatchNodesRequest__Output } from '../../isopod/v1/WatchNodesRequest.ts';
import type { WatchNodesResponse as _isopod_v1_WatchNodesResponse, WatchNodesResponse__Output as _isopod_v1_WatchNodesResponse__Output } from '../../isopod/v1/WatchNodesResponse.ts';

export interface ClusterServiceClient extends grpc.Client {
  CordonNode(argument: _isopod_v1_CordonNodeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_CordonNodeResponse__Output>): grpc.ClientUnaryCall;
  CordonNode(argument: _isopod_v1_CordonNodeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_CordonNodeResponse__Output>): grpc.ClientUnaryCall;
  CordonNode(argument: _isopod_v1_CordonNodeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_CordonNodeResponse__Output>): grpc.ClientUnaryCall;
  CordonNode(argument: _isopod_v1_CordonNodeRequest, callback: grpc.requestCallback<_isopod_v1_CordonNodeResponse__Output>): grpc.ClientUnaryCall;
  cordonNode(argument: _isopod_v1_CordonNodeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_CordonNodeResponse__Output>): grpc.ClientUnaryCall;
  cordonNode(argument: _isopod_v1_CordonNodeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_CordonNodeResponse__Output>): grpc.ClientUnaryCall;
  cordonNode(argument: _isopod_v1_CordonNodeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_CordonNodeResponse__Output>): grpc.ClientUnaryCall;
  cordonNode(argument: _isopod_v1_CordonNodeRequest, callback: grpc.requestCallback<_isopod_v1_CordonNodeResponse__Output>): grpc.ClientUnaryCall;
  
  DrainNode(argument: _isopod_v1_DrainNodeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_DrainNodeResponse__Output>): grpc.ClientUnaryCall;
  DrainNode(argument: _isopod_v1_DrainNodeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_DrainNodeResponse__Output>): grpc.ClientUnaryCall;
  DrainNode(argument: _isopod_v1_DrainNodeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_DrainNodeResponse__Output>): grpc.ClientUnaryCall;
  DrainNode(argument: _isopod_v1_DrainNodeRequest, callback: grpc.requestCallback<_isopod_v1_DrainNodeResponse__Output>): grpc.ClientUnaryCall;
  drainNode(argument: _isopod_v1_DrainNodeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_DrainNodeResponse__Output>): grpc.ClientUnaryCall;
  drainNode(argument: _isopod_v1_DrainNodeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_DrainNodeResponse__Output>): grpc.ClientUnaryCall;
  drainNode(argument: _isopod_v1_DrainNodeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_DrainNodeResponse__Output>): grpc.ClientUnaryCall;
  drainNode(argument: _isopod_v1_DrainNodeRequest, callback: grpc.requestCallback<_isopod_v1_DrainNodeResponse__Output>): grpc.ClientUnaryCall;
  
  EndAlertSilence(argument: _isopod_v1_EndAlertSilenceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_EndAlertSilenceResponse__Output>): grpc.ClientUnaryCall;
  EndAlertSilence(argument: _isopod_v1_EndAlertSilenceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_EndAlertSilenceResponse__Output>): grpc.ClientUnaryCall;
  EndAlertSilence(argument: _isopod_v1_EndAlertSilenceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_EndAlertSilenceResponse__Output>): grpc.ClientUnaryCall;
  EndAlertSilence(argument: _isopod_v1_EndAlertSilenceRequest, callback: grpc.requestCallback<_isopod_v1_EndAlertSilenceResponse__Output>): grpc.ClientUnaryCall;
  endAlertSilence(argument: _isopod_v1_EndAlertSilenceRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_EndAlertSilenceResponse__Output>): grpc.ClientUnaryCall;
  endAlertSilence(argument: _isopod_v1_EndAlertSilenceRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_EndAlertSilenceResponse__Output>): grpc.ClientUnaryCall;
  endAlertSilence(argument: _isopod_v1_EndAlertSilenceRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_EndAlertSilenceResponse__Output>): grpc.ClientUnaryCall;
  endAlertSilence(argument: _isopod_v1_EndAlertSilenceRequest, callback: grpc.requestCallback<_isopod_v1_EndAlertSilenceResponse__Output>): grpc.ClientUnaryCall;
  
  ForceBreaker(argument: _isopod_v1_ForceBreakerRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ForceBreakerResponse__Output>): grpc.ClientUnaryCall;
  ForceBreaker(argument: _isopod_v1_ForceBreakerRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_ForceBreakerResponse__Output>): grpc.ClientUnaryCall;
  ForceBreaker(argument: _isopod_v1_ForceBreakerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ForceBreakerResponse__Output>): grpc.ClientUnaryCall;
  ForceBreaker(argument: _isopod_v1_ForceBreakerRequest, callback: grpc.requestCallback<_isopod_v1_ForceBreakerResponse__Output>): grpc.ClientUnaryCall;
  forceBreaker(argument: _isopod_v1_ForceBreakerRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ForceBreakerResponse__Output>): grpc.ClientUnaryCall;
  forceBreaker(argument: _isopod_v1_ForceBreakerRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_ForceBreakerResponse__Output>): grpc.ClientUnaryCall;
  forceBreaker(argument: _isopod_v1_ForceBreakerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ForceBreakerResponse__Output>): grpc.ClientUnaryCall;
  forceBreaker(argument: _isopod_v1_ForceBreakerRequest, callback: grpc.requestCallback<_isopod_v1_ForceBreakerResponse__Output>): grpc.ClientUnaryCall;
  
  GetBalancer(argument: _isopod_v1_GetBalancerRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_GetBalancerResponse__Output>): grpc.ClientUnaryCall;
  GetBalancer(argument: _isopod_v1_GetBalancerRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_GetBalancerResponse__Output>): grpc.ClientUnaryCall;
  GetBalancer(argument: _isopod_v1_GetBalancerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_GetBalancerResponse__Output>): grpc.ClientUnaryCall;
  GetBalancer(argument: _isopod_v1_GetBalancerRequest, callback: grpc.requestCallback<_isopod_v1_GetBalancerResponse__Output>): grpc.ClientUnaryCall;
  getBalancer(argument: _isopod_v1_GetBalancerRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_GetBalancerResponse__Output>): grpc.ClientUnaryCall;
  getBalancer(argument: _isopod_v1_GetBalancerRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_GetBalancerResponse__Output>): grpc.ClientUnaryCall;
  getBalancer(argument: _isopod_v1_GetBalancerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_GetBalancerResponse__Output>): grpc.ClientUnaryCall;
  getBalancer(argument: _isopod_v1_GetBalancerRequest, callback: grpc.requestCallback<_isopod_v1_GetBalancerResponse__Output>): grpc.ClientUnaryCall;
  
  GetCacheStats(argument: _isopod_v1_GetCacheStatsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_GetCacheStatsResponse__Output>): grpc.ClientUnaryCall;
  GetCacheStats(argument: _isopod_v1_GetCacheStatsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_GetCacheStatsResponse__Output>): grpc.ClientUnaryCall;
  GetCacheStats(argument: _isopod_v1_GetCacheStatsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_GetCacheStatsResponse__Output>): grpc.ClientUnaryCall;
  GetCacheStats(argument: _isopod_v1_GetCacheStatsRequest, callback: grpc.requestCallback<_isopod_v1_GetCacheStatsResponse__Output>): grpc.ClientUnaryCall;
  getCacheStats(argument: _isopod_v1_GetCacheStatsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_GetCacheStatsResponse__Output>): grpc.ClientUnaryCall;
  getCacheStats(argument: _isopod_v1_GetCacheStatsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_GetCacheStatsResponse__Output>): grpc.ClientUnaryCall;
  getCacheStats(argument: _isopod_v1_GetCacheStatsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_GetCacheStatsResponse__Output>): grpc.ClientUnaryCall;
  getCacheStats(argument: _isopod_v1_GetCacheStatsRequest, callback: grpc.requestCallback<_isopod_v1_GetCacheStatsResponse__Output>): grpc.ClientUnaryCall;
  
  GetHealth(argument: _isopod_v1_GetHealthRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_GetHealthResponse__Output>): grpc.ClientUnaryCall;
  GetHealth(argument: _isopod_v1_GetHealthRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_GetHealthResponse__Output>): grpc.ClientUnaryCall;
  GetHealth(argument: _isopod_v1_GetHealthRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_GetHealthResponse__Output>): grpc.ClientUnaryCall;
  GetHealth(argument: _isopod_v1_GetHealthRequest, callback: grpc.requestCallback<_isopod_v1_GetHealthResponse__Output>): grpc.ClientUnaryCall;
  getHealth(argument: _isopod_v1_GetHealthRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_GetHealthResponse__Output>): grpc.ClientUnaryCall;
  getHealth(argument: _isopod_v1_GetHealthRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_GetHealthResponse__Output>): grpc.ClientUnaryCall;
  getHealth(argument: _isopod_v1_GetHealthRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_GetHealthResponse__Output>): grpc.ClientUnaryCall;
  getHealth(argument: _isopod_v1_GetHealthRequest, callback: grpc.requestCallback<_isopod_v1_GetHealthResponse__Output>): grpc.ClientUnaryCall;
  
  InvalidateCache(argument: _isopod_v1_InvalidateCacheRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_InvalidateCacheResponse__Output>): grpc.ClientUnaryCall;
  InvalidateCache(argument: _isopod_v1_InvalidateCacheRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_InvalidateCacheResponse__Output>): grpc.ClientUnaryCall;
  InvalidateCache(argument: _isopod_v1_InvalidateCacheRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_InvalidateCacheResponse__Output>): grpc.ClientUnaryCall;
  InvalidateCache(argument: _isopod_v1_InvalidateCacheRequest, callback: grpc.requestCallback<_isopod_v1_InvalidateCacheResponse__Output>): grpc.ClientUnaryCall;
  invalidateCache(argument: _isopod_v1_InvalidateCacheRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_InvalidateCacheResponse__Output>): grpc.ClientUnaryCall;
  invalidateCache(argument: _isopod_v1_InvalidateCacheRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_InvalidateCacheResponse__Output>): grpc.ClientUnaryCall;
  invalidateCache(argument: _isopod_v1_InvalidateCacheRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_InvalidateCacheResponse__Output>): grpc.ClientUnaryCall;
  invalidateCache(argument: _isopod_v1_InvalidateCacheRequest, callback: grpc.requestCallback<_isopod_v1_InvalidateCacheResponse__Output>): grpc.ClientUnaryCall;
  
  ListAlerts(argument: _isopod_v1_ListAlertsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ListAlertsResponse__Output>): grpc.ClientUnaryCall;
  ListAlerts(argument: _isopod_v1_ListAlertsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_ListAlertsResponse__Output>): grpc.ClientUnaryCall;
  ListAlerts(argument: _isopod_v1_ListAlertsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ListAlertsResponse__Output>): grpc.ClientUnaryCall;
  ListAlerts(argument: _isopod_v1_ListAlertsRequest, callback: grpc.requestCallback<_isopod_v1_ListAlertsResponse__Output>): grpc.ClientUnaryCall;
  listAlerts(argument: _isopod_v1_ListAlertsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ListAlertsResponse__Output>): grpc.ClientUnaryCall;
  listAlerts(argument: _isopod_v1_ListAlertsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_ListAlertsResponse__Output>): grpc.ClientUnaryCall;
  listAlerts(argument: _isopod_v1_ListAlertsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ListAlertsResponse__Output>): grpc.ClientUnaryCall;
  listAlerts(argument: _isopod_v1_ListAlertsRequest, callback: grpc.requestCallback<_isopod_v1_ListAlertsResponse__Output>): grpc.ClientUnaryCall;
  
  ListBreakers(argument: _isopod_v1_ListBreakersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ListBreakersResponse__Output>): grpc.ClientUnaryCall;
  ListBreakers(argument: _isopod_v1_ListBreakersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_ListBreakersResponse__Output>): grpc.ClientUnaryCall;
  ListBreakers(argument: _isopod_v1_ListBreakersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ListBreakersResponse__Output>): grpc.ClientUnaryCall;
  ListBreakers(argument: _isopod_v1_ListBreakersRequest, callback: grpc.requestCallback<_isopod_v1_ListBreakersResponse__Output>): grpc.ClientUnaryCall;
  listBreakers(argument: _isopod_v1_ListBreakersRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ListBreakersResponse__Output>): grpc.ClientUnaryCall;
  listBreakers(argument: _isopod_v1_ListBreakersRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_ListBreakersResponse__Output>): grpc.ClientUnaryCall;
  listBreakers(argument: _isopod_v1_ListBreakersRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ListBreakersResponse__Output>): grpc.ClientUnaryCall;
  listBreakers(argument: _isopod_v1_ListBreakersRequest, callback: grpc.requestCallback<_isopod_v1_ListBreakersResponse__Output>): grpc.ClientUnaryCall;
  
  ListNodes(argument: _isopod_v1_ListNodesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ListNodesResponse__Output>): grpc.ClientUnaryCall;
  ListNodes(argument: _isopod_v1_ListNodesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_ListNodesResponse__Output>): grpc.ClientUnaryCall;
  ListNodes(argument: _isopod_v1_ListNodesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ListNodesResponse__Output>): grpc.ClientUnaryCall;
  ListNodes(argument: _isopod_v1_ListNodesRequest, callback: grpc.requestCallback<_isopod_v1_ListNodesResponse__Output>): grpc.ClientUnaryCall;
  listNodes(argument: _isopod_v1_ListNodesRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ListNodesResponse__Output>): grpc.ClientUnaryCall;
  listNodes(argument: _isopod_v1_ListNodesRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_ListNodesResponse__Output>): grpc.ClientUnaryCall;
  listNodes(argument: _isopod_v1_ListNodesRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ListNodesResponse__Output>): grpc.ClientUnaryCall;
  listNodes(argument: _isopod_v1_ListNodesRequest, callback: grpc.requestCallback<_isopod_v1_ListNodesResponse__Output>): grpc.ClientUnaryCall;
  
  RemoveNode(argument: _isopod_v1_RemoveNodeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_RemoveNodeResponse__Output>): grpc.ClientUnaryCall;
  RemoveNode(argument: _isopod_v1_RemoveNodeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_RemoveNodeResponse__Output>): grpc.ClientUnaryCall;
  RemoveNode(argument: _isopod_v1_RemoveNodeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_RemoveNodeResponse__Output>): grpc.ClientUnaryCall;
  RemoveNode(argument: _isopod_v1_RemoveNodeRequest, callback: grpc.requestCallback<_isopod_v1_RemoveNodeResponse__Output>): grpc.ClientUnaryCall;
  removeNode(argument: _isopod_v1_RemoveNodeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_RemoveNodeResponse__Output>): grpc.ClientUnaryCall;
  removeNode(argument: _isopod_v1_RemoveNodeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_RemoveNodeResponse__Output>): grpc.ClientUnaryCall;
  removeNode(argument: _isopod_v1_RemoveNodeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_RemoveNodeResponse__Output>): grpc.ClientUnaryCall;
  removeNode(argument: _isopod_v1_RemoveNodeRequest, callback: grpc.requestCallback<_isopod_v1_RemoveNodeResponse__Output>): grpc.ClientUnaryCall;
  
  ResetBreaker(argument: _isopod_v1_ResetBreakerRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ResetBreakerResponse__Output>): grpc.ClientUnaryCall;
  ResetBreaker(argument: _isopod_v1_ResetBreakerRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_ResetBreakerResponse__Output>): grpc.ClientUnaryCall;
  ResetBreaker(argument: _isopod_v1_ResetBreakerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ResetBreakerResponse__Output>): grpc.ClientUnaryCall;
  ResetBreaker(argument: _isopod_v1_ResetBreakerRequest, callback: grpc.requestCallback<_isopod_v1_ResetBreakerResponse__Output>): grpc.ClientUnaryCall;
  resetBreaker(argument: _isopod_v1_ResetBreakerRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ResetBreakerResponse__Output>): grpc.ClientUnaryCall;
  resetBreaker(argument: _isopod_v1_ResetBreakerRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_ResetBreakerResponse__Output>): grpc.ClientUnaryCall;
  resetBreaker(argument: _isopod_v1_ResetBreakerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_ResetBreakerResponse__Output>): grpc.ClientUnaryCall;
  resetBreaker(argument: _isopod_v1_ResetBreakerRequest, callback: grpc.requestCallback<_isopod_v1_ResetBreakerResponse__Output>): grpc.ClientUnaryCall;
  
  SetBalancer(argument: _isopod_v1_SetBalancerRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_SetBalancerResponse__Output>): grpc.ClientUnaryCall;
  SetBalancer(argument: _isopod_v1_SetBalancerRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_SetBalancerResponse__Output>): grpc.ClientUnaryCall;
  SetBalancer(argument: _isopod_v1_SetBalancerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_SetBalancerResponse__Output>): grpc.ClientUnaryCall;
  SetBalancer(argument: _isopod_v1_SetBalancerRequest, callback: grpc.requestCallback<_isopod_v1_SetBalancerResponse__Output>): grpc.ClientUnaryCall;
  setBalancer(argument: _isopod_v1_SetBalancerRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_SetBalancerResponse__Output>): grpc.ClientUnaryCall;
  setBalancer(argument: _isopod_v1_SetBalancerRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_SetBalancerResponse__Output>): grpc.ClientUnaryCall;
  setBalancer(argument: _isopod_v1_SetBalancerRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_SetBalancerResponse__Output>): grpc.ClientUnaryCall;
  setBalancer(argument: _isopod_v1_SetBalancerRequest, callback: grpc.requestCallback<_isopod_v1_SetBalancerResponse__Output>): grpc.ClientUnaryCall;
  
  SilenceAlerts(argument: _isopod_v1_SilenceAlertsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_SilenceAlertsResponse__Output>): grpc.ClientUnaryCall;
  SilenceAlerts(argument: _isopod_v1_SilenceAlertsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_SilenceAlertsResponse__Output>): grpc.ClientUnaryCall;
  SilenceAlerts(argument: _isopod_v1_SilenceAlertsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_SilenceAlertsResponse__Output>): grpc.ClientUnaryCall;
  SilenceAlerts(argument: _isopod_v1_SilenceAlertsRequest, callback: grpc.requestCallback<_isopod_v1_SilenceAlertsResponse__Output>): grpc.ClientUnaryCall;
  silenceAlerts(argument: _isopod_v1_SilenceAlertsRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_SilenceAlertsResponse__Output>): grpc.ClientUnaryCall;
  silenceAlerts(argument: _isopod_v1_SilenceAlertsRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_SilenceAlertsResponse__Output>): grpc.ClientUnaryCall;
  silenceAlerts(argument: _isopod_v1_SilenceAlertsRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_SilenceAlertsResponse__Output>): grpc.ClientUnaryCall;
  silenceAlerts(argument: _isopod_v1_SilenceAlertsRequest, callback: grpc.requestCallback<_isopod_v1_SilenceAlertsResponse__Output>): grpc.ClientUnaryCall;
  
  UncordonNode(argument: _isopod_v1_UncordonNodeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_UncordonNodeResponse__Output>): grpc.ClientUnaryCall;
  UncordonNode(argument: _isopod_v1_UncordonNodeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_UncordonNodeResponse__Output>): grpc.ClientUnaryCall;
  UncordonNode(argument: _isopod_v1_UncordonNodeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_UncordonNodeResponse__Output>): grpc.ClientUnaryCall;
  UncordonNode(argument: _isopod_v1_UncordonNodeRequest, callback: grpc.requestCallback<_isopod_v1_UncordonNodeResponse__Output>): grpc.ClientUnaryCall;
  uncordonNode(argument: _isopod_v1_UncordonNodeRequest, metadata: grpc.Metadata, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_UncordonNodeResponse__Output>): grpc.ClientUnaryCall;
  uncordonNode(argument: _isopod_v1_UncordonNodeRequest, metadata: grpc.Metadata, callback: grpc.requestCallback<_isopod_v1_UncordonNodeResponse__Output>): grpc.ClientUnaryCall;
  uncordonNode(argument: _isopod_v1_UncordonNodeRequest, options: grpc.CallOptions, callback: grpc.requestCallback<_isopod_v1_UncordonNodeResponse__Output>): grpc.ClientUnaryCall;
  uncordonNode(argument: _isopod_v1_UncordonNodeRequest, callback: grpc.requestCallback<_isopod_v1_UncordonNodeResponse__Output>): grpc.ClientUnaryCall;
  
  WatchAlerts(argument: _isopod_v1_WatchAlertsRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_isopod_v1_WatchAlertsResponse__Output>;
  WatchAlerts(argument: _isopod_v1_WatchAlertsRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_isopod_v1_WatchAlertsResponse__Output>;
  watchAlerts(argument: _isopod_v1_WatchAlertsRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_isopod_v1_WatchAlertsResponse__Output>;
  watchAlerts(argument: _isopod_v1_WatchAlertsRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_isopod_v1_WatchAlertsResponse__Output>;
  
  WatchNodes(argument: _isopod_v1_WatchNodesRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_isopod_v1_WatchNodesResponse__Output>;
  WatchNodes(argument: _isopod_v1_WatchNodesRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_isopod_v1_WatchNodesResponse__Output>;
  watchNodes(argument: _isopod_v1_WatchNodesRequest, metadata: grpc.Metadata, options?: grpc.CallOptions): grpc.ClientReadableStream<_isopod_v1_WatchNodesResponse__Output>;
  watchNodes(argument: _isopod_v1_WatchNodesRequest, options?: grpc.CallOptions): grpc.ClientReadableStream<_isopod_v1_WatchNodesResponse__Output>;
  
}

export interface ClusterServiceHandlers extends grpc.UntypedServiceImplementation {
  CordonNode: grpc.handleUnaryCall<_isopod_v1_CordonNodeRequest__Output, _isopod_v1_CordonNodeResponse>;
  
  DrainNode: grpc.handleUnaryCall<_isopod_v1_DrainNodeRequest__Output, _isopod_v1_DrainNodeResponse>;
  
  EndAlertSilence: grpc.handleUnaryCall<_isopod_v1_EndAlertSilenceRequest__Output, _isopod_v1_EndAlertSilenceResponse>;
  
  ForceBreaker: grpc.handleUnaryCall<_isopod_v1_ForceBreakerRequest__Output, _isopod_v1_ForceBreakerResponse>;
  
  GetBalancer: grpc.handleUnaryCall<_isopod_v1_GetBalancerRequest__Output, _isopod_v1_GetBalancerResponse>;
  
  GetCacheStats: grpc.handleUnaryCall<_isopod_v1_GetCacheStatsRequest__Output, _isopod_v1_GetCacheStatsResponse>;
  
  GetHealth: grpc.handleUnaryCall<_isopod_v1_GetHealthRequest__Output, _isopod_v1_GetHealthResponse>;
  
  InvalidateCache: grpc.handleUnaryCall<_isopod_v1_InvalidateCacheRequest__Output, _isopod_v1_InvalidateCacheResponse>;
  
  ListAlerts: grpc.handleUnaryCall<_isopod_v1_ListAlertsRequest__Output, _isopod_v1_ListAlertsResponse>;
  
  ListBreakers: grpc.handleUnaryCall<_isopod_v1_ListBreakersRequest__Output, _isopod_v1_ListBreakersResponse>;
  
  ListNodes: grpc.handleUnaryCall<_isopod_v1_ListNodesRequest__Output, _isopod_v1_ListNodesResponse>;
  
  RemoveNode: grpc.handleUnaryCall<_isopod_v1_RemoveNodeRequest__Output, _isopod_v1_RemoveNodeResponse>;
  
  ResetBreaker: grpc.handleUnaryCall<_isopod_v1_ResetBreakerRequest__Output, _isopod_v1_ResetBreakerResponse>;
  
  SetBalancer: grpc.handleUnaryCall<_isopod_v1_SetBalancerRequest__Output, _isopod_v1_SetBalancerResponse>;
  
  SilenceAlerts: grpc.handleUnaryCall<_isopod_v1_SilenceAlertsRequest__Output, _isopod_v1_SilenceAlertsResponse>;
  
  UncordonNode: grpc.handleUnaryCall<_isopod_v1_UncordonNodeRequest__Output, _isopod_v1_UncordonNodeResponse>;
  
  WatchAlerts: grpc.handleServerStreamingCall<_isopod_v1_WatchAlertsRequest__Output, _isopod_v1_WatchAlertsResponse>;
  
  WatchNodes: grpc.handleServerStreamingCall<_isopod_v1_WatchNodesRequest__Output, _isopod_v1_WatchNodesResponse>;
  
}

export interface ClusterServiceDefinition extends grpc.ServiceDefinition {
  CordonNode: MethodDefinition<_isopod_v1_CordonNodeRequest, _isopod_v1_CordonNodeResponse, _isopod_v1_CordonNodeRequest__Output, _isopod_v1_CordonNodeResponse__Output>
  DrainNode: MethodDefinition<_isopod_v1_DrainNodeRequest, _isopod_v1_DrainNodeResponse, _isopod_v1_DrainNodeRequest__Output, _isopod_v1_DrainNodeResponse__Output>
  EndAlertSilence: MethodDefinition<_isopod_v1_EndAlertSilenceRequest, _isopod_v1_EndAlertSilenceResponse, _isopod_v1_EndAlertSilenceRequest__Output, _isopod_v1_EndAlertSilenceResponse__Output>
  ForceBreaker: MethodDefinition<_isopod_v1_ForceBreakerRequest, _isopod_v1_ForceBreakerResponse, _isopod_v1_ForceBreakerRequest__Output, _isopod_v1_ForceBreakerResponse__Output>
  GetBalancer: MethodDefinition<_isopod_v1_GetBalancerRequest, _isopod_v1_GetBalancerResponse, _isopod_v1_GetBalancerRequest__Output, _isopod_v1_GetBalancerResponse__Output>
  GetCacheStats: MethodDefinition<_isopod_v1_GetCacheStatsRequest, _isopod_v1_GetCacheStatsResponse, _isopod_v1_GetCacheStatsRequest__Output, _isopod_v1_GetCacheStatsResponse__Output>
  GetHealth: MethodDefinition<_isopod_v1_GetHealthRequest, _isopod_v1_GetHealthResponse, _isopod_v1_GetHealthRequest__Output, _isopod_v1_GetHealthResponse__Output>
  InvalidateCache: MethodDefinition<_isopod_v1_InvalidateCacheRequest, _isopod_v1_InvalidateCacheResponse, _isopod_v1_InvalidateCacheRequest__Output, _isopod_v1_InvalidateCacheResponse__Output>
  ListAlerts: MethodDefinition<_isopod_v1_ListAlertsRequest, _isopod_v1_ListAlertsResponse, _isopod_v1_ListAlertsRequest__Output, _isopod_v1_ListAlertsResponse__Output>
  ListBreakers: MethodDefinition<_isopod_v1_ListBreakersRequest, _isopod_v1_ListBreakersResponse, _isopod_v1_ListBreakersRequest__Output, _isopod_v1_ListBreakersResponse__Output>
  ListNodes: MethodDefinition<_isopod_v1_ListNodesRequest, _isopod_v1_ListNodesResponse, _isopod_v1_ListNodesRequest__Output, _isopod_v1_ListNodesResponse__Output>
  RemoveNode: MethodDefinition<_isopod_v1_RemoveNodeRequest, _isopod_v1_RemoveNodeResponse, _isopod_v1_RemoveNodeRequest__Output, _isopod_v1_RemoveNodeResponse__Output>
  ResetBreaker: MethodDefinition<_isopod_v1_ResetBreakerRequest, _isopod_v1_ResetBreakerResponse, _isopod_v1_ResetBreakerRequest__Output, _isopod_v1_ResetBreakerResponse__Output>
  SetBalancer: MethodDefinition<_isopod_v1_SetBalancerRequest, _isopod_v1_SetBalancerResponse, _isopod_v1_SetBalancerRequest__Output, _isopod_v1_SetBalancerResponse__Output>
  SilenceAlerts: MethodDefinition<_isopod_v1_SilenceAlertsRequest, _isopod_v1_SilenceAlertsResponse, _isopod_v1_SilenceAlertsRequest__Output, _isopod_v1_SilenceAlertsResponse__Output>
  UncordonNode: MethodDefinition<_isopod_v1_UncordonNodeRequest, _isopod_v1_UncordonNodeResponse, _isopod_v1_UncordonNodeRequest__Output, _isopod_v1_UncordonNodeResponse__Output>
  WatchAlerts: MethodDefinition<_isopod_v1_WatchAlertsRequest, _isopod_v1_WatchAlertsResponse, _isopod_v1_WatchAlertsRequest__Output, _isopod_v1_WatchAlertsResponse__Output>
  WatchNodes: MethodDefinition<_isopod_v1_WatchNodesRequest, _isopod_v1_WatchNodesResponse, _isopod_v1_WatchNodesRequest__Output, _isopod_v1_WatchNodesResponse__Output>
}
