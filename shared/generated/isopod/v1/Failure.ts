// Original file: proto/isopod/v1/execution_service.proto

import type { FieldViolation as _isopod_v1_FieldViolation, FieldViolation__Output as _isopod_v1_FieldViolation__Output } from '../../isopod/v1/FieldViolation.ts';
import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.ts';

export interface Failure {
  'code'?: (number);
  'message'?: (string);
  'reason'?: (string);
  'fieldViolations'?: (_isopod_v1_FieldViolation)[];
  'retryDelay'?: (_google_protobuf_Duration | null);
}

export interface Failure__Output {
  'code': (number);
  'message': (string);
  'reason': (string);
  'fieldViolations': (_isopod_v1_FieldViolation__Output)[];
  'retryDelay': (_google_protobuf_Duration__Output | null);
}
