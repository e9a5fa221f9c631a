// Original file: proto/isopod/v1/execution_service.proto

import type { LogBatch as _isopod_v1_LogBatch, LogBatch__Output as _isopod_v1_LogBatch__Output } from '../../isopod/v1/LogBatch.ts';
import type { Outcome as _isopod_v1_Outcome, Outcome__Output as _isopod_v1_Outcome__Output } from '../../isopod/v1/Outcome.ts';
import type { Failure as _isopod_v1_Failure, Failure__Output as _isopod_v1_Failure__Output } from '../../isopod/v1/Failure.ts';
import type { HostCall as _isopod_v1_HostCall, HostCall__Output as _isopod_v1_HostCall__Output } from '../../isopod/v1/HostCall.ts';
import type { Progress as _isopod_v1_Progress, Progress__Output as _isopod_v1_Progress__Output } from '../../isopod/v1/Progress.ts';
import type { StdinRead as _isopod_v1_StdinRead, StdinRead__Output as _isopod_v1_StdinRead__Output } from '../../isopod/v1/StdinRead.ts';

export interface ExecuteStreamEvent {
  'executionId'?: (number);
  'logs'?: (_isopod_v1_LogBatch | null);
  'outcome'?: (_isopod_v1_Outcome | null);
  'failure'?: (_isopod_v1_Failure | null);
  'hostCall'?: (_isopod_v1_HostCall | null);
  'progress'?: (_isopod_v1_Progress | null);
  'stdinRead'?: (_isopod_v1_StdinRead | null);
  'event'?: "logs"|"outcome"|"failure"|"hostCall"|"progress"|"stdinRead";
}

export interface ExecuteStreamEvent__Output {
  'executionId': (number);
  'logs'?: (_isopod_v1_LogBatch__Output | null);
  'outcome'?: (_isopod_v1_Outcome__Output | null);
  'failure'?: (_isopod_v1_Failure__Output | null);
  'hostCall'?: (_isopod_v1_HostCall__Output | null);
  'progress'?: (_isopod_v1_Progress__Output | null);
  'stdinRead'?: (_isopod_v1_StdinRead__Output | null);
  'event'?: "logs"|"outcome"|"failure"|"hostCall"|"progress"|"stdinRead";
}
