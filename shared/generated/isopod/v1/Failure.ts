// Original file: proto/isopod/v1/execution_service.proto

import type { FieldViolation as _isopod_v1_FieldViolation, FieldViolation__Output as _isopod_v1_FieldViolation__Output } from '../../isopod/v1/FieldViolation.ts';
import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.ts';
import type { QuotaViolation as _isopod_v1_QuotaViolation, QuotaViolation__Output as _isopod_v1_QuotaViolation__Output } from '../../isopod/v1/QuotaViolation.ts';

export interface Failure {
  'code'?: (number);
  'message'?: (string);
  'reason'?: (string);
  'fieldViolations'?: (_isopod_v1_FieldViolation)[];
  'retryDelay'?: (_google_protobuf_Duration | null);
  'quotaViolations'?: (_isopod_v1_QuotaViolation)[];
}

export interface Failure__Output {
  'code': (number);
  'message': (string);
  'reason': (string);
  'fieldViolations': (_isopod_v1_FieldViolation__Output)[];
  'retryDelay': (_google_protobuf_Duration__Output | null);
  'quotaViolations': (_isopod_v1_QuotaViolation__Output)[];
}
