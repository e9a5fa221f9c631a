// Original file: proto/isopod/v1/node_service.proto

import type { RefusalReason as _isopod_v1_RefusalReason, RefusalReason__Output as _isopod_v1_RefusalReason__Output } from '../../isopod/v1/RefusalReason.ts';

export interface RunRefused {
  'runId'?: (number);
  'reason'?: (_isopod_v1_RefusalReason);
}

export interface RunRefused__Output {
  'runId': (number);
  'reason': (_isopod_v1_RefusalReason__Output);
}
