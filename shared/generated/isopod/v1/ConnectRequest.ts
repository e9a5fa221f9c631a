// Original file: proto/isopod/v1/node_service.proto

import type { NodeHello as _isopod_v1_NodeHello, NodeHello__Output as _isopod_v1_NodeHello__Output } from '../../isopod/v1/NodeHello.ts';
import type { NodeHeartbeat as _isopod_v1_NodeHeartbeat, NodeHeartbeat__Output as _isopod_v1_NodeHeartbeat__Output } from '../../isopod/v1/NodeHeartbeat.ts';
import type { RunEvents as _isopod_v1_RunEvents, RunEvents__Output as _isopod_v1_RunEvents__Output } from '../../isopod/v1/RunEvents.ts';
import type { NodeSessionAnswer as _isopod_v1_NodeSessionAnswer, NodeSessionAnswer__Output as _isopod_v1_NodeSessionAnswer__Output } from '../../isopod/v1/NodeSessionAnswer.ts';

export interface ConnectRequest {
  'hello'?: (_isopod_v1_NodeHello | null);
  'heartbeat'?: (_isopod_v1_NodeHeartbeat | null);
  'runEvents'?: (_isopod_v1_RunEvents | null);
  'sessionAnswer'?: (_isopod_v1_NodeSessionAnswer | null);
  'message'?: "hello"|"heartbeat"|"runEvents"|"sessionAnswer";
}

export interface ConnectRequest__Output {
  'hello'?: (_isopod_v1_NodeHello__Output | null);
  'heartbeat'?: (_isopod_v1_NodeHeartbeat__Output | null);
  'runEvents'?: (_isopod_v1_RunEvents__Output | null);
  'sessionAnswer'?: (_isopod_v1_NodeSessionAnswer__Output | null);
  'message'?: "hello"|"heartbeat"|"runEvents"|"sessionAnswer";
}
