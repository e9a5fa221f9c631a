// Original file: proto/isopod/v1/session_service.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.ts';
import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.ts';
import type { Long } from '@grpc/proto-loader';

export interface Session {
  'sessionId'?: (string);
  'nodeId'?: (string);
  'createTime'?: (_google_protobuf_Timestamp | null);
  'expireTime'?: (_google_protobuf_Timestamp | null);
  'idleTime'?: (_google_protobuf_Duration | null);
  'idleFor'?: (_google_protobuf_Duration | null);
  'memoryBytes'?: (number | string | Long);
  'executionCount'?: (number);
}

export interface Session__Output {
  'sessionId': (string);
  'nodeId': (string);
  'createTime': (_google_protobuf_Timestamp__Output | null);
  'expireTime': (_google_protobuf_Timestamp__Output | null);
  'idleTime': (_google_protobuf_Duration__Output | null);
  'idleFor': (_google_protobuf_Duration__Output | null);
  'memoryBytes': (number);
  'executionCount': (number);
}
