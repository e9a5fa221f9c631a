// Original file: proto/isopod/v1/cluster_balancer.proto

import type { BalancerPolicy as _isopod_v1_BalancerPolicy, BalancerPolicy__Output as _isopod_v1_BalancerPolicy__Output } from '../../isopod/v1/BalancerPolicy.ts';

export interface SetBalancerRequest {
  'policy'?: (_isopod_v1_BalancerPolicy);
  'geographic'?: (boolean);
}

export interface SetBalancerRequest__Output {
  'policy': (_isopod_v1_BalancerPolicy__Output);
  'geographic': (boolean);
}
