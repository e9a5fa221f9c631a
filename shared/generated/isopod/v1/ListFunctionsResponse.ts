// Original file: proto/isopod/v1/function_service.proto

import type { Function as _isopod_v1_Function, Function__Output as _isopod_v1_Function__Output } from '../../isopod/v1/Function.ts';

export interface ListFunctionsResponse {
  'functions'?: (_isopod_v1_Function)[];
  'nextPageToken'?: (string);
}

export interface ListFunctionsResponse__Output {
  'functions': (_isopod_v1_Function__Output)[];
  'nextPageToken': (string);
}
