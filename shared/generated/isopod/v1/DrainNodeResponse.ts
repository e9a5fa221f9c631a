// Original file: proto/isopod/v1/cluster_service.proto

import type { Node as _isopod_v1_Node, Node__Output as _isopod_v1_Node__Output } from '../../isopod/v1/Node.ts';

export interface DrainNodeResponse {
  'node'?: (_isopod_v1_Node | null);
}

export interface DrainNodeResponse__Output {
  'node': (_isopod_v1_Node__Output | null);
}
