// Original file: proto/isopod/v1/node_service.proto

import type { RunStart as _isopod_v1_RunStart, RunStart__Output as _isopod_v1_RunStart__Output } from '../../isopod/v1/RunStart.ts';

export interface RunCommands {
  'starts'?: (_isopod_v1_RunStart)[];
  'cancelledRunIds'?: (number)[];
}

export interface RunCommands__Output {
  'starts': (_isopod_v1_RunStart__Output)[];
  'cancelledRunIds': (number)[];
}
