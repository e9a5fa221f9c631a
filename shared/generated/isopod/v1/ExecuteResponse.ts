// Original file: proto/isopod/v1/execution_service.proto

import type { Outcome as _isopod_v1_Outcome, Outcome__Output as _isopod_v1_Outcome__Output } from '../../isopod/v1/Outcome.ts';
import type { LogEntry as _isopod_v1_LogEntry, LogEntry__Output as _isopod_v1_LogEntry__Output } from '../../isopod/v1/LogEntry.ts';

export interface ExecuteResponse {
  'outcome'?: (_isopod_v1_Outcome | null);
  'logs'?: (_isopod_v1_LogEntry)[];
}

export interface ExecuteResponse__Output {
  'outcome': (_isopod_v1_Outcome__Output | null);
  'logs': (_isopod_v1_LogEntry__Output)[];
}
