// Original file: proto/isopod/v1/node_service.proto

import type { RunLogs as _isopod_v1_RunLogs, RunLogs__Output as _isopod_v1_RunLogs__Output } from '../../isopod/v1/RunLogs.ts';
import type { RunEnded as _isopod_v1_RunEnded, RunEnded__Output as _isopod_v1_RunEnded__Output } from '../../isopod/v1/RunEnded.ts';
import type { RunRefused as _isopod_v1_RunRefused, RunRefused__Output as _isopod_v1_RunRefused__Output } from '../../isopod/v1/RunRefused.ts';
import type { RunHostCall as _isopod_v1_RunHostCall, RunHostCall__Output as _isopod_v1_RunHostCall__Output } from '../../isopod/v1/RunHostCall.ts';
import type { RunProgress as _isopod_v1_RunProgress, RunProgress__Output as _isopod_v1_RunProgress__Output } from '../../isopod/v1/RunProgress.ts';

export interface RunEvents {
  'logs'?: (_isopod_v1_RunLogs)[];
  'ended'?: (_isopod_v1_RunEnded)[];
  'refused'?: (_isopod_v1_RunRefused)[];
  'hostCalls'?: (_isopod_v1_RunHostCall)[];
  'progress'?: (_isopod_v1_RunProgress)[];
}

export interface RunEvents__Output {
  'logs': (_isopod_v1_RunLogs__Output)[];
  'ended': (_isopod_v1_RunEnded__Output)[];
  'refused': (_isopod_v1_RunRefused__Output)[];
  'hostCalls': (_isopod_v1_RunHostCall__Output)[];
  'progress': (_isopod_v1_RunProgress__Output)[];
}
