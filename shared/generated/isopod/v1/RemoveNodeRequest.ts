// Original file: proto/isopod/v1/cluster_service.proto

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.ts';

export interface RemoveNodeRequest {
  'nodeId'?: (string);
  'graceTime'?: (_google_protobuf_Duration | null);
}

export interface RemoveNodeRequest__Output {
  'nodeId': (string);
  'graceTime': (_google_protobuf_Duration__Output | null);
}
