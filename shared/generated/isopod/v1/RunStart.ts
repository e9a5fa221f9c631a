// Original file: proto/isopod/v1/node_service.proto

import type { RunProgram as _isopod_v1_RunProgram, RunProgram__Output as _isopod_v1_RunProgram__Output } from '../../isopod/v1/RunProgram.ts';
import type { RunLimits as _isopod_v1_RunLimits, RunLimits__Output as _isopod_v1_RunLimits__Output } from '../../isopod/v1/RunLimits.ts';
import type { IsolationLevel as _isopod_v1_IsolationLevel, IsolationLevel__Output as _isopod_v1_IsolationLevel__Output } from '../../isopod/v1/IsolationLevel.ts';
import type { RunDeterminism as _isopod_v1_RunDeterminism, RunDeterminism__Output as _isopod_v1_RunDeterminism__Output } from '../../isopod/v1/RunDeterminism.ts';
import type { Egress as _isopod_v1_Egress, Egress__Output as _isopod_v1_Egress__Output } from '../../isopod/v1/Egress.ts';

export interface RunStart {
  'runId'?: (number);
  'tenantId'?: (string);
  'program'?: (_isopod_v1_RunProgram | null);
  'inputJson'?: (string);
  'limits'?: (_isopod_v1_RunLimits | null);
  'isolationLevel'?: (_isopod_v1_IsolationLevel);
  'idempotent'?: (boolean);
  'deadlineUs'?: (number);
  'determinism'?: (_isopod_v1_RunDeterminism | null);
  'toolNames'?: (string)[];
  'egress'?: (_isopod_v1_Egress | null);
  'sessionId'?: (string);
  'inputBytes'?: (Buffer | Uint8Array | string);
  '_inputJson'?: "inputJson";
  '_inputBytes'?: "inputBytes";
}

export interface RunStart__Output {
  'runId': (number);
  'tenantId': (string);
  'program': (_isopod_v1_RunProgram__Output | null);
  'inputJson'?: (string);
  'limits': (_isopod_v1_RunLimits__Output | null);
  'isolationLevel': (_isopod_v1_IsolationLevel__Output);
  'idempotent': (boolean);
  'deadlineUs': (number);
  'determinism': (_isopod_v1_RunDeterminism__Output | null);
  'toolNames': (string)[];
  'egress': (_isopod_v1_Egress__Output | null);
  'sessionId': (string);
  'inputBytes'?: (Buffer);
  '_inputJson'?: "inputJson";
  '_inputBytes'?: "inputBytes";
}
