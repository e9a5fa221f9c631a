// Original file: proto/isopod/v1/tenant_service.proto

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.ts';

export interface TenantQuotas {
  'callsPerSecond'?: (number);
  'callBurst'?: (number);
  'executions'?: (number);
  'cpuTimePerMinute'?: (_google_protobuf_Duration | null);
}

export interface TenantQuotas__Output {
  'callsPerSecond': (number);
  'callBurst': (number);
  'executions': (number);
  'cpuTimePerMinute': (_google_protobuf_Duration__Output | null);
}
