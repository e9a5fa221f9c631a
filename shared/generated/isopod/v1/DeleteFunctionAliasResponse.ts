// Original file: proto/isopod/v1/function_service.proto

import type { Function as _isopod_v1_Function, Function__Output as _isopod_v1_Function__Output } from '../../isopod/v1/Function.ts';

export interface DeleteFunctionAliasResponse {
  'function'?: (_isopod_v1_Function | null);
}

export interface DeleteFunctionAliasResponse__Output {
  'function': (_isopod_v1_Function__Output | null);
}
