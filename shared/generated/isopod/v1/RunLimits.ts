// Original file: proto/isopod/v1/node_service.proto

import type { Long } from '@grpc/proto-loader';

export interface RunLimits {
  'wallUs'?: (number | string | Long);
  'cpuUs'?: (number | string | Long);
  'memoryBytes'?: (number | string | Long);
  'resultBytes'?: (number | string | Long);
  'logLines'?: (number | string | Long);
  'logBytes'?: (number | string | Long);
  'logLineBytes'?: (number | string | Long);
  'timers'?: (number | string | Long);
}

export interface RunLimits__Output {
  'wallUs': (number);
  'cpuUs': (number);
  'memoryBytes': (number);
  'resultBytes': (number);
  'logLines': (number);
  'logBytes': (number);
  'logLineBytes': (number);
  'timers': (number);
}
