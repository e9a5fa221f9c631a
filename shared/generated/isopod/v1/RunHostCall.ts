// Original file: proto/isopod/v1/node_service.proto

import type { HostCall as _isopod_v1_HostCall, HostCall__Output as _isopod_v1_HostCall__Output } from '../../isopod/v1/HostCall.ts';

export interface RunHostCall {
  'runId'?: (number);
  'call'?: (_isopod_v1_HostCall | null);
}

export interface RunHostCall__Output {
  'runId': (number);
  'call': (_isopod_v1_HostCall__Output | null);
}
