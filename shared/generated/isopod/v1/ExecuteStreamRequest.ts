// Original file: proto/isopod/v1/execution_service.proto

import type { ExecuteStreamCommand as _isopod_v1_ExecuteStreamCommand, ExecuteStreamCommand__Output as _isopod_v1_ExecuteStreamCommand__Output } from '../../isopod/v1/ExecuteStreamCommand.ts';

export interface ExecuteStreamRequest {
  'commands'?: (_isopod_v1_ExecuteStreamCommand)[];
}

export interface ExecuteStreamRequest__Output {
  'commands': (_isopod_v1_ExecuteStreamCommand__Output)[];
}
