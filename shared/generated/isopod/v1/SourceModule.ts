// Original file: proto/isopod/v1/execution.proto

import type { ModuleKind as _isopod_v1_ModuleKind, ModuleKind__Output as _isopod_v1_ModuleKind__Output } from '../../isopod/v1/ModuleKind.ts';

export interface SourceModule {
  'path'?: (string);
  'text'?: (string);
  'kind'?: (_isopod_v1_ModuleKind);
}

export interface SourceModule__Output {
  'path': (string);
  'text': (string);
  'kind': (_isopod_v1_ModuleKind__Output);
}
