// Original file: proto/isopod/v1/execution.proto

import type { Source as _isopod_v1_Source, Source__Output as _isopod_v1_Source__Output } from '../../isopod/v1/Source.ts';
import type { FunctionReference as _isopod_v1_FunctionReference, FunctionReference__Output as _isopod_v1_FunctionReference__Output } from '../../isopod/v1/FunctionReference.ts';
import type { Limits as _isopod_v1_Limits, Limits__Output as _isopod_v1_Limits__Output } from '../../isopod/v1/Limits.ts';
import type { IsolationLevel as _isopod_v1_IsolationLevel, IsolationLevel__Output as _isopod_v1_IsolationLevel__Output } from '../../isopod/v1/IsolationLevel.ts';
import type { PostureFloor as _isopod_v1_PostureFloor, PostureFloor__Output as _isopod_v1_PostureFloor__Output } from '../../isopod/v1/PostureFloor.ts';
import type { Determinism as _isopod_v1_Determinism, Determinism__Output as _isopod_v1_Determinism__Output } from '../../isopod/v1/Determinism.ts';
import type { Egress as _isopod_v1_Egress, Egress__Output as _isopod_v1_Egress__Output } from '../../isopod/v1/Egress.ts';
import type { Place as _isopod_v1_Place, Place__Output as _isopod_v1_Place__Output } from '../../isopod/v1/Place.ts';
import type { CacheMode as _isopod_v1_CacheMode, CacheMode__Output as _isopod_v1_CacheMode__Output } from '../../isopod/v1/CacheMode.ts';

export interface Execution {
  'source'?: (_isopod_v1_Source | null);
  'function'?: (_isopod_v1_FunctionReference | null);
  'inputJson'?: (string);
  'limits'?: (_isopod_v1_Limits | null);
  'isolationLevel'?: (_isopod_v1_IsolationLevel);
  'idempotent'?: (boolean);
  'sessionId'?: (string);
  'minPosture'?: (_isopod_v1_PostureFloor | null);
  'determinism'?: (_isopod_v1_Determinism | null);
  'toolNames'?: (string)[];
  'egress'?: (_isopod_v1_Egress | null);
  'inputBytes'?: (Buffer | Uint8Array | string);
  'stdin'?: (boolean);
  'affinityKey'?: (string);
  'origin'?: (_isopod_v1_Place | null);
  'cache'?: (_isopod_v1_CacheMode);
  'priority'?: (number);
  'code'?: "source"|"function";
  '_inputJson'?: "inputJson";
  '_inputBytes'?: "inputBytes";
  '_priority'?: "priority";
}

export interface Execution__Output {
  'source'?: (_isopod_v1_Source__Output | null);
  'function'?: (_isopod_v1_FunctionReference__Output | null);
  'inputJson'?: (string);
  'limits': (_isopod_v1_Limits__Output | null);
  'isolationLevel': (_isopod_v1_IsolationLevel__Output);
  'idempotent': (boolean);
  'sessionId': (string);
  'minPosture': (_isopod_v1_PostureFloor__Output | null);
  'determinism': (_isopod_v1_Determinism__Output | null);
  'toolNames': (string)[];
  'egress': (_isopod_v1_Egress__Output | null);
  'inputBytes'?: (Buffer);
  'stdin': (boolean);
  'affinityKey': (string);
  'origin': (_isopod_v1_Place__Output | null);
  'cache': (_isopod_v1_CacheMode__Output);
  'priority'?: (number);
  'code'?: "source"|"function";
  '_inputJson'?: "inputJson";
  '_inputBytes'?: "inputBytes";
  '_priority'?: "priority";
}
