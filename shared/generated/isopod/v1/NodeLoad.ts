// Original file: proto/isopod/v1/node_service.proto

import type { Long } from '@grpc/proto-loader';

export interface NodeLoad {
  'runsInFlight'?: (number);
  'runsWaiting'?: (number);
  'hostsLive'?: (number);
  'hostsBusy'?: (number);
  'cpuPermille'?: (number);
  'memoryBytes'?: (number | string | Long);
  'runsEnded'?: (number);
  'runsFaulted'?: (number);
}

export interface NodeLoad__Output {
  'runsInFlight': (number);
  'runsWaiting': (number);
  'hostsLive': (number);
  'hostsBusy': (number);
  'cpuPermille': (number);
  'memoryBytes': (number);
  'runsEnded': (number);
  'runsFaulted': (number);
}
