// Original file: proto/isopod/v1/cluster_balancer.proto

import type { Balancer as _isopod_v1_Balancer, Balancer__Output as _isopod_v1_Balancer__Output } from '../../isopod/v1/Balancer.ts';

export interface GetBalancerResponse {
  'balancer'?: (_isopod_v1_Balancer | null);
}

export interface GetBalancerResponse__Output {
  'balancer': (_isopod_v1_Balancer__Output | null);
}
