// Original file: proto/isopod/v1/execution_service.proto

import type { ExecuteStreamEvent as _isopod_v1_ExecuteStreamEvent, ExecuteStreamEvent__Output as _isopod_v1_ExecuteStreamEvent__Output } from '../../isopod/v1/ExecuteStreamEvent.ts';

export interface ExecuteStreamResponse {
  'events'?: (_isopod_v1_ExecuteStreamEvent)[];
}

export interface ExecuteStreamResponse__Output {
  'events': (_isopod_v1_ExecuteStreamEvent__Output)[];
}
