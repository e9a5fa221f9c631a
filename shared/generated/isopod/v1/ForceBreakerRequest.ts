// Original file: proto/isopod/v1/cluster_breakers.proto

import type { BreakerState as _isopod_v1_BreakerState, BreakerState__Output as _isopod_v1_BreakerState__Output } from '../../isopod/v1/BreakerState.ts';

export interface ForceBreakerRequest {
  'name'?: (string);
  'state'?: (_isopod_v1_BreakerState);
}

export interface ForceBreakerRequest__Output {
  'name': (string);
  'state': (_isopod_v1_BreakerState__Output);
}
