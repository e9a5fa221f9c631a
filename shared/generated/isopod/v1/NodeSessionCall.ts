// Original file: proto/isopod/v1/node_service.proto

import type { NodeSessionOpen as _isopod_v1_NodeSessionOpen, NodeSessionOpen__Output as _isopod_v1_NodeSessionOpen__Output } from '../../isopod/v1/NodeSessionOpen.ts';
import type { NodeSessionList as _isopod_v1_NodeSessionList, NodeSessionList__Output as _isopod_v1_NodeSessionList__Output } from '../../isopod/v1/NodeSessionList.ts';

export interface NodeSessionCall {
  'callId'?: (number);
  'tenantId'?: (string);
  'open'?: (_isopod_v1_NodeSessionOpen | null);
  'closeSessionId'?: (string);
  'list'?: (_isopod_v1_NodeSessionList | null);
  'call'?: "open"|"closeSessionId"|"list";
}

export interface NodeSessionCall__Output {
  'callId': (number);
  'tenantId': (string);
  'open'?: (_isopod_v1_NodeSessionOpen__Output | null);
  'closeSessionId'?: (string);
  'list'?: (_isopod_v1_NodeSessionList__Output | null);
  'call'?: "open"|"closeSessionId"|"list";
}
