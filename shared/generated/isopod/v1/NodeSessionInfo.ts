// Original file: proto/isopod/v1/node_service.proto

import type { NodeSessionOpen as _isopod_v1_NodeSessionOpen, NodeSessionOpen__Output as _isopod_v1_NodeSessionOpen__Output } from '../../isopod/v1/NodeSessionOpen.ts';

export interface NodeSessionInfo {
  'terms'?: (_isopod_v1_NodeSessionOpen | null);
  'openedMsAgo'?: (number);
  'idleForMs'?: (number);
  'runsEnded'?: (number);
}

export interface NodeSessionInfo__Output {
  'terms': (_isopod_v1_NodeSessionOpen__Output | null);
  'openedMsAgo': (number);
  'idleForMs': (number);
  'runsEnded': (number);
}
