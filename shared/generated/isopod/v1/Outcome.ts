// Original file: proto/isopod/v1/execution.proto

import type { OutcomeWord as _isopod_v1_OutcomeWord, OutcomeWord__Output as _isopod_v1_OutcomeWord__Output } from '../../isopod/v1/OutcomeWord.ts';
import type { GuestError as _isopod_v1_GuestError, GuestError__Output as _isopod_v1_GuestError__Output } from '../../isopod/v1/GuestError.ts';
import type { Usage as _isopod_v1_Usage, Usage__Output as _isopod_v1_Usage__Output } from '../../isopod/v1/Usage.ts';

export interface Outcome {
  'word'?: (_isopod_v1_OutcomeWord);
  'resultJson'?: (string);
  'error'?: (_isopod_v1_GuestError | null);
  'usage'?: (_isopod_v1_Usage | null);
  'mayHaveHadEffects'?: (boolean);
  'resultBytes'?: (Buffer | Uint8Array | string);
  '_resultJson'?: "resultJson";
  '_resultBytes'?: "resultBytes";
}

export interface Outcome__Output {
  'word': (_isopod_v1_OutcomeWord__Output);
  'resultJson'?: (string);
  'error': (_isopod_v1_GuestError__Output | null);
  'usage': (_isopod_v1_Usage__Output | null);
  'mayHaveHadEffects': (boolean);
  'resultBytes'?: (Buffer);
  '_resultJson'?: "resultJson";
  '_resultBytes'?: "resultBytes";
}
