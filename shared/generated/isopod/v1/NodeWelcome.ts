// Original file: proto/isopod/v1/node_service.proto

import type { Long } from '@grpc/proto-loader';

export interface NodeWelcome {
  'coordinatorId'?: (string);
  'heartbeatIntervalUs'?: (number | string | Long);
}

export interface NodeWelcome__Output {
  'coordinatorId': (string);
  'heartbeatIntervalUs': (number);
}
