// Original file: proto/isopod/v1/function_service.proto

import type { ProgramKind as _isopod_v1_ProgramKind, ProgramKind__Output as _isopod_v1_ProgramKind__Output } from '../../isopod/v1/ProgramKind.ts';
import type { ProgramLanguage as _isopod_v1_ProgramLanguage, ProgramLanguage__Output as _isopod_v1_ProgramLanguage__Output } from '../../isopod/v1/ProgramLanguage.ts';
import type { Limits as _isopod_v1_Limits, Limits__Output as _isopod_v1_Limits__Output } from '../../isopod/v1/Limits.ts';
import type { IsolationLevel as _isopod_v1_IsolationLevel, IsolationLevel__Output as _isopod_v1_IsolationLevel__Output } from '../../isopod/v1/IsolationLevel.ts';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.ts';
import type { Long } from '@grpc/proto-loader';

export interface FunctionVersion {
  'version'?: (string);
  'sourceBytes'?: (number | string | Long);
  'kind'?: (_isopod_v1_ProgramKind);
  'language'?: (_isopod_v1_ProgramLanguage);
  'fileName'?: (string);
  'limits'?: (_isopod_v1_Limits | null);
  'isolationLevel'?: (_isopod_v1_IsolationLevel);
  'createTime'?: (_google_protobuf_Timestamp | null);
}

export interface FunctionVersion__Output {
  'version': (string);
  'sourceBytes': (number);
  'kind': (_isopod_v1_ProgramKind__Output);
  'language': (_isopod_v1_ProgramLanguage__Output);
  'fileName': (string);
  'limits': (_isopod_v1_Limits__Output | null);
  'isolationLevel': (_isopod_v1_IsolationLevel__Output);
  'createTime': (_google_protobuf_Timestamp__Output | null);
}
