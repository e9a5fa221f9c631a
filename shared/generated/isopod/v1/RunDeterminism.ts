// Original file: proto/isopod/v1/node_service.proto

import type { Long } from '@grpc/proto-loader';

export interface RunDeterminism {
  'seed'?: (number);
  'startEpochMs'?: (number | string | Long);
}

export interface RunDeterminism__Output {
  'seed': (number);
  'startEpochMs': (number);
}
