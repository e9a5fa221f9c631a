// Original file: proto/isopod/v1/execution.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.ts';

export interface Determinism {
  'seed'?: (number);
  'startTime'?: (_google_protobuf_Timestamp | null);
}

export interface Determinism__Output {
  'seed': (number);
  'startTime': (_google_protobuf_Timestamp__Output | null);
}
