// Original file: proto/isopod/v1/execution_service.proto

import type { LogEntry as _isopod_v1_LogEntry, LogEntry__Output as _isopod_v1_LogEntry__Output } from '../../isopod/v1/LogEntry.ts';

export interface LogBatch {
  'entries'?: (_isopod_v1_LogEntry)[];
}

export interface LogBatch__Output {
  'entries': (_isopod_v1_LogEntry__Output)[];
}
