// Original file: proto/isopod/v1/function_service.proto

import type { FunctionAlias as _isopod_v1_FunctionAlias, FunctionAlias__Output as _isopod_v1_FunctionAlias__Output } from '../../isopod/v1/FunctionAlias.ts';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.ts';

export interface Function {
  'name'?: (string);
  'latestVersion'?: (string);
  'versionCount'?: (number);
  'aliases'?: (_isopod_v1_FunctionAlias)[];
  'createTime'?: (_google_protobuf_Timestamp | null);
  'updateTime'?: (_google_protobuf_Timestamp | null);
}

export interface Function__Output {
  'name': (string);
  'latestVersion': (string);
  'versionCount': (number);
  'aliases': (_isopod_v1_FunctionAlias__Output)[];
  'createTime': (_google_protobuf_Timestamp__Output | null);
  'updateTime': (_google_protobuf_Timestamp__Output | null);
}
