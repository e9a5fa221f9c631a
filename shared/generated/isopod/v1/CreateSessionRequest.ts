// Original file: proto/isopod/v1/session_service.proto

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.ts';
import type { PostureFloor as _isopod_v1_PostureFloor, PostureFloor__Output as _isopod_v1_PostureFloor__Output } from '../../isopod/v1/PostureFloor.ts';
import type { Long } from '@grpc/proto-loader';

export interface CreateSessionRequest {
  'ttl'?: (_google_protobuf_Duration | null);
  'idleTime'?: (_google_protobuf_Duration | null);
  'memoryBytes'?: (number | string | Long);
  'minPosture'?: (_isopod_v1_PostureFloor | null);
  '_memoryBytes'?: "memoryBytes";
}

export interface CreateSessionRequest__Output {
  'ttl': (_google_protobuf_Duration__Output | null);
  'idleTime': (_google_protobuf_Duration__Output | null);
  'memoryBytes'?: (number);
  'minPosture': (_isopod_v1_PostureFloor__Output | null);
  '_memoryBytes'?: "memoryBytes";
}
