// Original file: proto/isopod/v1/node_service.proto

import type { HostCallReply as _isopod_v1_HostCallReply, HostCallReply__Output as _isopod_v1_HostCallReply__Output } from '../../isopod/v1/HostCallReply.ts';

export interface RunHostCallReply {
  'runId'?: (number);
  'reply'?: (_isopod_v1_HostCallReply | null);
}

export interface RunHostCallReply__Output {
  'runId': (number);
  'reply': (_isopod_v1_HostCallReply__Output | null);
}
