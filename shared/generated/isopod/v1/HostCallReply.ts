// Original file: proto/isopod/v1/execution_service.proto

import type { HostCallError as _isopod_v1_HostCallError, HostCallError__Output as _isopod_v1_HostCallError__Output } from '../../isopod/v1/HostCallError.ts';

export interface HostCallReply {
  'callId'?: (number);
  'resultJson'?: (string);
  'error'?: (_isopod_v1_HostCallError | null);
  '_resultJson'?: "resultJson";
}

export interface HostCallReply__Output {
  'callId': (number);
  'resultJson'?: (string);
  'error': (_isopod_v1_HostCallError__Output | null);
  '_resultJson'?: "resultJson";
}
