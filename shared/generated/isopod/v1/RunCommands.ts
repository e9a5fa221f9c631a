// Original file: proto/isopod/v1/node_service.proto

import type { RunStart as _isopod_v1_RunStart, RunStart__Output as _isopod_v1_RunStart__Output } from '../../isopod/v1/RunStart.ts';
import type { RunHostCallReply as _isopod_v1_RunHostCallReply, RunHostCallReply__Output as _isopod_v1_RunHostCallReply__Output } from '../../isopod/v1/RunHostCallReply.ts';

export interface RunCommands {
  'starts'?: (_isopod_v1_RunStart)[];
  'cancelledRunIds'?: (number)[];
  'hostCallReplies'?: (_isopod_v1_RunHostCallReply)[];
}

export interface RunCommands__Output {
  'starts': (_isopod_v1_RunStart__Output)[];
  'cancelledRunIds': (number)[];
  'hostCallReplies': (_isopod_v1_RunHostCallReply__Output)[];
}
