// Original file: proto/isopod/v1/execution_service.proto

import type { Execution as _isopod_v1_Execution, Execution__Output as _isopod_v1_Execution__Output } from '../../isopod/v1/Execution.ts';

export interface ExecuteRequest {
  'execution'?: (_isopod_v1_Execution | null);
}

export interface ExecuteRequest__Output {
  'execution': (_isopod_v1_Execution__Output | null);
}
