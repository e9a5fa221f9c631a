// Original file: proto/isopod/v1/node_service.proto

import type { RunLogLine as _isopod_v1_RunLogLine, RunLogLine__Output as _isopod_v1_RunLogLine__Output } from '../../isopod/v1/RunLogLine.ts';

export interface RunLogs {
  'runId'?: (number);
  'lines'?: (_isopod_v1_RunLogLine)[];
}

export interface RunLogs__Output {
  'runId': (number);
  'lines': (_isopod_v1_RunLogLine__Output)[];
}
