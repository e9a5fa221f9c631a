// Original file: proto/isopod/v1/tenant_service.proto

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.ts';
import type { Long } from '@grpc/proto-loader';

export interface TenantUsage {
  'executions'?: (number);
  'callsAccepted'?: (number | string | Long);
  'callsRefused'?: (number | string | Long);
  'cpuTime'?: (_google_protobuf_Duration | null);
}

export interface TenantUsage__Output {
  'executions': (number);
  'callsAccepted': (number);
  'callsRefused': (number);
  'cpuTime': (_google_protobuf_Duration__Output | null);
}
