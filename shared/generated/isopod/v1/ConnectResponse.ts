// Original file: proto/isopod/v1/node_service.proto

import type { NodeWelcome as _isopod_v1_NodeWelcome, NodeWelcome__Output as _isopod_v1_NodeWelcome__Output } from '../../isopod/v1/NodeWelcome.ts';
import type { RunCommands as _isopod_v1_RunCommands, RunCommands__Output as _isopod_v1_RunCommands__Output } from '../../isopod/v1/RunCommands.ts';
import type { CoordinatorGoodbye as _isopod_v1_CoordinatorGoodbye, CoordinatorGoodbye__Output as _isopod_v1_CoordinatorGoodbye__Output } from '../../isopod/v1/CoordinatorGoodbye.ts';
import type { NodeSessionCall as _isopod_v1_NodeSessionCall, NodeSessionCall__Output as _isopod_v1_NodeSessionCall__Output } from '../../isopod/v1/NodeSessionCall.ts';
import type { NodeCredential as _isopod_v1_NodeCredential, NodeCredential__Output as _isopod_v1_NodeCredential__Output } from '../../isopod/v1/NodeCredential.ts';

export interface ConnectResponse {
  'welcome'?: (_isopod_v1_NodeWelcome | null);
  'runCommands'?: (_isopod_v1_RunCommands | null);
  'goodbye'?: (_isopod_v1_CoordinatorGoodbye | null);
  'sessionCall'?: (_isopod_v1_NodeSessionCall | null);
  'credential'?: (_isopod_v1_NodeCredential | null);
  'message'?: "welcome"|"runCommands"|"goodbye"|"sessionCall"|"credential";
}

export interface ConnectResponse__Output {
  'welcome'?: (_isopod_v1_NodeWelcome__Output | null);
  'runCommands'?: (_isopod_v1_RunCommands__Output | null);
  'goodbye'?: (_isopod_v1_CoordinatorGoodbye__Output | null);
  'sessionCall'?: (_isopod_v1_NodeSessionCall__Output | null);
  'credential'?: (_isopod_v1_NodeCredential__Output | null);
  'message'?: "welcome"|"runCommands"|"goodbye"|"sessionCall"|"credential";
}
