// Original file: proto/isopod/v1/function_service.proto

import type { Source as _isopod_v1_Source, Source__Output as _isopod_v1_Source__Output } from '../../isopod/v1/Source.ts';
import type { Limits as _isopod_v1_Limits, Limits__Output as _isopod_v1_Limits__Output } from '../../isopod/v1/Limits.ts';
import type { IsolationLevel as _isopod_v1_IsolationLevel, IsolationLevel__Output as _isopod_v1_IsolationLevel__Output } from '../../isopod/v1/IsolationLevel.ts';

export interface DeployFunctionRequest {
  'name'?: (string);
  'source'?: (_isopod_v1_Source | null);
  'limits'?: (_isopod_v1_Limits | null);
  'isolationLevel'?: (_isopod_v1_IsolationLevel);
}

export interface DeployFunctionRequest__Output {
  'name': (string);
  'source': (_isopod_v1_Source__Output | null);
  'limits': (_isopod_v1_Limits__Output | null);
  'isolationLevel': (_isopod_v1_IsolationLevel__Output);
}
