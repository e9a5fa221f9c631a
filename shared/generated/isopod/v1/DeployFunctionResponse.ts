// Original file: proto/isopod/v1/function_service.proto

import type { Function as _isopod_v1_Function, Function__Output as _isopod_v1_Function__Output } from '../../isopod/v1/Function.ts';
import type { FunctionVersion as _isopod_v1_FunctionVersion, FunctionVersion__Output as _isopod_v1_FunctionVersion__Output } from '../../isopod/v1/FunctionVersion.ts';

export interface DeployFunctionResponse {
  'function'?: (_isopod_v1_Function | null);
  'version'?: (_isopod_v1_FunctionVersion | null);
  'created'?: (boolean);
}

export interface DeployFunctionResponse__Output {
  'function': (_isopod_v1_Function__Output | null);
  'version': (_isopod_v1_FunctionVersion__Output | null);
  'created': (boolean);
}
