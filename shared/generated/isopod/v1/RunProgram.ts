// Original file: proto/isopod/v1/node_service.proto

import type { ProgramKind as _isopod_v1_ProgramKind, ProgramKind__Output as _isopod_v1_ProgramKind__Output } from '../../isopod/v1/ProgramKind.ts';
import type { ProgramLanguage as _isopod_v1_ProgramLanguage, ProgramLanguage__Output as _isopod_v1_ProgramLanguage__Output } from '../../isopod/v1/ProgramLanguage.ts';
import type { SourceModule as _isopod_v1_SourceModule, SourceModule__Output as _isopod_v1_SourceModule__Output } from '../../isopod/v1/SourceModule.ts';

export interface RunProgram {
  'hash'?: (string);
  'source'?: (string);
  'kind'?: (_isopod_v1_ProgramKind);
  'language'?: (_isopod_v1_ProgramLanguage);
  'fileName'?: (string);
  'modules'?: (_isopod_v1_SourceModule)[];
}

export interface RunProgram__Output {
  'hash': (string);
  'source': (string);
  'kind': (_isopod_v1_ProgramKind__Output);
  'language': (_isopod_v1_ProgramLanguage__Output);
  'fileName': (string);
  'modules': (_isopod_v1_SourceModule__Output)[];
}
