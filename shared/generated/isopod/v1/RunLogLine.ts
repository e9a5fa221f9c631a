// Original file: proto/isopod/v1/node_service.proto

import type { LogLevel as _isopod_v1_LogLevel, LogLevel__Output as _isopod_v1_LogLevel__Output } from '../../isopod/v1/LogLevel.ts';

export interface RunLogLine {
  'level'?: (_isopod_v1_LogLevel);
  'text'?: (string);
  'sinceStartUs'?: (number);
  'attempt'?: (number);
}

export interface RunLogLine__Output {
  'level': (_isopod_v1_LogLevel__Output);
  'text': (string);
  'sinceStartUs': (number);
  'attempt': (number);
}
