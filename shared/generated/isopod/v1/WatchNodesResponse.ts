// Original file: proto/isopod/v1/cluster_service.proto

import type { Node as _isopod_v1_Node, Node__Output as _isopod_v1_Node__Output } from '../../isopod/v1/Node.ts';

export interface WatchNodesResponse {
  'nodes'?: (_isopod_v1_Node)[];
}

export interface WatchNodesResponse__Output {
  'nodes': (_isopod_v1_Node__Output)[];
}
