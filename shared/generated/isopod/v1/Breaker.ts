// Original file: proto/isopod/v1/cluster_breakers.proto

import type { BreakerState as _isopod_v1_BreakerState, BreakerState__Output as _isopod_v1_BreakerState__Output } from '../../isopod/v1/BreakerState.ts';
import type { BreakerCause as _isopod_v1_BreakerCause, BreakerCause__Output as _isopod_v1_BreakerCause__Output } from '../../isopod/v1/BreakerCause.ts';
import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.ts';

export interface Breaker {
  'name'?: (string);
  'state'?: (_isopod_v1_BreakerState);
  'cause'?: (_isopod_v1_BreakerCause);
  'percentAdmitted'?: (number);
  'calls'?: (number);
  'faults'?: (number);
  'slow'?: (number);
  'rejections'?: (number);
  'openings'?: (number);
  'retryDelay'?: (_google_protobuf_Duration | null);
}

export interface Breaker__Output {
  'name': (string);
  'state': (_isopod_v1_BreakerState__Output);
  'cause': (_isopod_v1_BreakerCause__Output);
  'percentAdmitted': (number);
  'calls': (number);
  'faults': (number);
  'slow': (number);
  'rejections': (number);
  'openings': (number);
  'retryDelay': (_google_protobuf_Duration__Output | null);
}
