// Original file: proto/isopod/v1/node_service.proto

import type { NodeLoad as _isopod_v1_NodeLoad, NodeLoad__Output as _isopod_v1_NodeLoad__Output } from '../../isopod/v1/NodeLoad.ts';
import type { Long } from '@grpc/proto-loader';

export interface NodeHeartbeat {
  'sequence'?: (number | string | Long);
  'load'?: (_isopod_v1_NodeLoad | null);
  'draining'?: (boolean);
}

export interface NodeHeartbeat__Output {
  'sequence': (number);
  'load': (_isopod_v1_NodeLoad__Output | null);
  'draining': (boolean);
}
