// Original file: proto/isopod/v1/node_service.proto

import type { OutcomeWord as _isopod_v1_OutcomeWord, OutcomeWord__Output as _isopod_v1_OutcomeWord__Output } from '../../isopod/v1/OutcomeWord.ts';
import type { GuestError as _isopod_v1_GuestError, GuestError__Output as _isopod_v1_GuestError__Output } from '../../isopod/v1/GuestError.ts';

export interface RunEnded {
  'runId'?: (number);
  'word'?: (_isopod_v1_OutcomeWord);
  'resultJson'?: (string);
  'error'?: (_isopod_v1_GuestError | null);
  'mayHaveHadEffects'?: (boolean);
  'waitedUs'?: (number);
  'wallUs'?: (number);
  'cpuUs'?: (number);
  'heapPeakBytes'?: (number);
  'attempts'?: (number);
  'warm'?: (boolean);
  'logBytes'?: (number);
  'resultBytes'?: (Buffer | Uint8Array | string);
  '_resultJson'?: "resultJson";
  '_resultBytes'?: "resultBytes";
}

export interface RunEnded__Output {
  'runId': (number);
  'word': (_isopod_v1_OutcomeWord__Output);
  'resultJson'?: (string);
  'error': (_isopod_v1_GuestError__Output | null);
  'mayHaveHadEffects': (boolean);
  'waitedUs': (number);
  'wallUs': (number);
  'cpuUs': (number);
  'heapPeakBytes': (number);
  'attempts': (number);
  'warm': (boolean);
  'logBytes': (number);
  'resultBytes'?: (Buffer);
  '_resultJson'?: "resultJson";
  '_resultBytes'?: "resultBytes";
}
