// Original file: proto/isopod/v1/cluster_breakers.proto

import type { Breaker as _isopod_v1_Breaker, Breaker__Output as _isopod_v1_Breaker__Output } from '../../isopod/v1/Breaker.ts';

export interface ListBreakersResponse {
  'breakers'?: (_isopod_v1_Breaker)[];
}

export interface ListBreakersResponse__Output {
  'breakers': (_isopod_v1_Breaker__Output)[];
}
