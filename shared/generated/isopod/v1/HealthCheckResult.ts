// Original file: proto/isopod/v1/cluster_health.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.ts';
import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.ts';

export interface HealthCheckResult {
  'startTime'?: (_google_protobuf_Timestamp | null);
  'latency'?: (_google_protobuf_Duration | null);
  'failure'?: (string);
}

export interface HealthCheckResult__Output {
  'startTime': (_google_protobuf_Timestamp__Output | null);
  'latency': (_google_protobuf_Duration__Output | null);
  'failure': (string);
}
