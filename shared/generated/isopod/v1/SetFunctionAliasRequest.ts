// Original file: proto/isopod/v1/function_service.proto

import type { FunctionRoute as _isopod_v1_FunctionRoute, FunctionRoute__Output as _isopod_v1_FunctionRoute__Output } from '../../isopod/v1/FunctionRoute.ts';

export interface SetFunctionAliasRequest {
  'name'?: (string);
  'alias'?: (string);
  'routes'?: (_isopod_v1_FunctionRoute)[];
}

export interface SetFunctionAliasRequest__Output {
  'name': (string);
  'alias': (string);
  'routes': (_isopod_v1_FunctionRoute__Output)[];
}
