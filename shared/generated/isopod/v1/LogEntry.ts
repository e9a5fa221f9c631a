// Original file: proto/isopod/v1/execution.proto

import type { LogLevel as _isopod_v1_LogLevel, LogLevel__Output as _isopod_v1_LogLevel__Output } from '../../isopod/v1/LogLevel.ts';
import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.ts';

export interface LogEntry {
  'level'?: (_isopod_v1_LogLevel);
  'text'?: (string);
  'timeOffset'?: (_google_protobuf_Duration | null);
  'attempt'?: (number);
}

export interface LogEntry__Output {
  'level': (_isopod_v1_LogLevel__Output);
  'text': (string);
  'timeOffset': (_google_protobuf_Duration__Output | null);
  'attempt': (number);
}
