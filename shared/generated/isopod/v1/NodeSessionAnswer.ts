// Original file: proto/isopod/v1/node_service.proto

import type { SessionRefusalReason as _isopod_v1_SessionRefusalReason, SessionRefusalReason__Output as _isopod_v1_SessionRefusalReason__Output } from '../../isopod/v1/SessionRefusalReason.ts';
import type { NodeSessionInfo as _isopod_v1_NodeSessionInfo, NodeSessionInfo__Output as _isopod_v1_NodeSessionInfo__Output } from '../../isopod/v1/NodeSessionInfo.ts';

export interface NodeSessionAnswer {
  'callId'?: (number);
  'refusal'?: (_isopod_v1_SessionRefusalReason);
  'wasOpen'?: (boolean);
  'sessions'?: (_isopod_v1_NodeSessionInfo)[];
}

export interface NodeSessionAnswer__Output {
  'callId': (number);
  'refusal': (_isopod_v1_SessionRefusalReason__Output);
  'wasOpen': (boolean);
  'sessions': (_isopod_v1_NodeSessionInfo__Output)[];
}
