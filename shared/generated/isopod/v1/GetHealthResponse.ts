// Original file: proto/isopod/v1/cluster_health.proto

import type { HealthState as _isopod_v1_HealthState, HealthState__Output as _isopod_v1_HealthState__Output } from '../../isopod/v1/HealthState.ts';
import type { HealthCheck as _isopod_v1_HealthCheck, HealthCheck__Output as _isopod_v1_HealthCheck__Output } from '../../isopod/v1/HealthCheck.ts';
import type { NodeHealth as _isopod_v1_NodeHealth, NodeHealth__Output as _isopod_v1_NodeHealth__Output } from '../../isopod/v1/NodeHealth.ts';

export interface GetHealthResponse {
  'state'?: (_isopod_v1_HealthState);
  'live'?: (boolean);
  'ready'?: (boolean);
  'checks'?: (_isopod_v1_HealthCheck)[];
  'nodes'?: (_isopod_v1_NodeHealth)[];
}

export interface GetHealthResponse__Output {
  'state': (_isopod_v1_HealthState__Output);
  'live': (boolean);
  'ready': (boolean);
  'checks': (_isopod_v1_HealthCheck__Output)[];
  'nodes': (_isopod_v1_NodeHealth__Output)[];
}
