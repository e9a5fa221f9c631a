// Original file: proto/isopod/v1/cluster_health.proto

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.ts';

export interface NodeHealth {
  'nodeId'?: (string);
  'phi'?: (number | string);
  'suspected'?: (boolean);
  'silence'?: (_google_protobuf_Duration | null);
}

export interface NodeHealth__Output {
  'nodeId': (string);
  'phi': (number);
  'suspected': (boolean);
  'silence': (_google_protobuf_Duration__Output | null);
}
