// Original file: proto/isopod/v1/session_service.proto

import type { Session as _isopod_v1_Session, Session__Output as _isopod_v1_Session__Output } from '../../isopod/v1/Session.ts';

export interface ListSessionsResponse {
  'sessions'?: (_isopod_v1_Session)[];
}

export interface ListSessionsResponse__Output {
  'sessions': (_isopod_v1_Session__Output)[];
}
