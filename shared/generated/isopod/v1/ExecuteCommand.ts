// Original file: proto/isopod/v1/execution_service.proto

import type { Execution as _isopod_v1_Execution, Execution__Output as _isopod_v1_Execution__Output } from '../../isopod/v1/Execution.ts';
import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.ts';

export interface ExecuteCommand {
  'execution'?: (_isopod_v1_Execution | null);
  'timeLimit'?: (_google_protobuf_Duration | null);
}

export interface ExecuteCommand__Output {
  'execution': (_isopod_v1_Execution__Output | null);
  'timeLimit': (_google_protobuf_Duration__Output | null);
}
