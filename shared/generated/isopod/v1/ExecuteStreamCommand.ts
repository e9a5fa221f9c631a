// Original file: proto/isopod/v1/execution_service.proto

import type { ExecuteCommand as _isopod_v1_ExecuteCommand, ExecuteCommand__Output as _isopod_v1_ExecuteCommand__Output } from '../../isopod/v1/ExecuteCommand.ts';
import type { CancelCommand as _isopod_v1_CancelCommand, CancelCommand__Output as _isopod_v1_CancelCommand__Output } from '../../isopod/v1/CancelCommand.ts';
import type { HostCallReply as _isopod_v1_HostCallReply, HostCallReply__Output as _isopod_v1_HostCallReply__Output } from '../../isopod/v1/HostCallReply.ts';
import type { StdinCommand as _isopod_v1_StdinCommand, StdinCommand__Output as _isopod_v1_StdinCommand__Output } from '../../isopod/v1/StdinCommand.ts';

export interface ExecuteStreamCommand {
  'executionId'?: (number);
  'execute'?: (_isopod_v1_ExecuteCommand | null);
  'cancel'?: (_isopod_v1_CancelCommand | null);
  'hostCallReply'?: (_isopod_v1_HostCallReply | null);
  'stdin'?: (_isopod_v1_StdinCommand | null);
  'command'?: "execute"|"cancel"|"hostCallReply"|"stdin";
}

export interface ExecuteStreamCommand__Output {
  'executionId': (number);
  'execute'?: (_isopod_v1_ExecuteCommand__Output | null);
  'cancel'?: (_isopod_v1_CancelCommand__Output | null);
  'hostCallReply'?: (_isopod_v1_HostCallReply__Output | null);
  'stdin'?: (_isopod_v1_StdinCommand__Output | null);
  'command'?: "execute"|"cancel"|"hostCallReply"|"stdin";
}
