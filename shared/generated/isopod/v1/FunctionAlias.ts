// Original file: proto/isopod/v1/function_service.proto

import type { FunctionRoute as _isopod_v1_FunctionRoute, FunctionRoute__Output as _isopod_v1_FunctionRoute__Output } from '../../isopod/v1/FunctionRoute.ts';

export interface FunctionAlias {
  'alias'?: (string);
  'routes'?: (_isopod_v1_FunctionRoute)[];
}

export interface FunctionAlias__Output {
  'alias': (string);
  'routes': (_isopod_v1_FunctionRoute__Output)[];
}
