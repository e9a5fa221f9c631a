// Original file: proto/isopod/v1/cluster_health.proto

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.ts';

export interface HealthCheckLatency {
  'last'?: (_google_protobuf_Duration | null);
  'mean'?: (_google_protobuf_Duration | null);
  'p95'?: (_google_protobuf_Duration | null);
  'max'?: (_google_protobuf_Duration | null);
}

export interface HealthCheckLatency__Output {
  'last': (_google_protobuf_Duration__Output | null);
  'mean': (_google_protobuf_Duration__Output | null);
  'p95': (_google_protobuf_Duration__Output | null);
  'max': (_google_protobuf_Duration__Output | null);
}
