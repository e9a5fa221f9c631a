// Original file: proto/isopod/v1/cluster_health.proto

import type { HealthCheckKind as _isopod_v1_HealthCheckKind, HealthCheckKind__Output as _isopod_v1_HealthCheckKind__Output } from '../../isopod/v1/HealthCheckKind.ts';
import type { HealthState as _isopod_v1_HealthState, HealthState__Output as _isopod_v1_HealthState__Output } from '../../isopod/v1/HealthState.ts';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.ts';
import type { HealthCheckLatency as _isopod_v1_HealthCheckLatency, HealthCheckLatency__Output as _isopod_v1_HealthCheckLatency__Output } from '../../isopod/v1/HealthCheckLatency.ts';
import type { HealthCheckResult as _isopod_v1_HealthCheckResult, HealthCheckResult__Output as _isopod_v1_HealthCheckResult__Output } from '../../isopod/v1/HealthCheckResult.ts';

export interface HealthCheck {
  'name'?: (string);
  'kind'?: (_isopod_v1_HealthCheckKind);
  'critical'?: (boolean);
  'dependsOn'?: (string)[];
  'state'?: (_isopod_v1_HealthState);
  'stateTime'?: (_google_protobuf_Timestamp | null);
  'failuresInARow'?: (number);
  'failure'?: (string);
  'cause'?: (string);
  'latency'?: (_isopod_v1_HealthCheckLatency | null);
  'results'?: (_isopod_v1_HealthCheckResult)[];
}

export interface HealthCheck__Output {
  'name': (string);
  'kind': (_isopod_v1_HealthCheckKind__Output);
  'critical': (boolean);
  'dependsOn': (string)[];
  'state': (_isopod_v1_HealthState__Output);
  'stateTime': (_google_protobuf_Timestamp__Output | null);
  'failuresInARow': (number);
  'failure': (string);
  'cause': (string);
  'latency': (_isopod_v1_HealthCheckLatency__Output | null);
  'results': (_isopod_v1_HealthCheckResult__Output)[];
}
