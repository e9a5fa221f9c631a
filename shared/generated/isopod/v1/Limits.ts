// Original file: proto/isopod/v1/execution.proto

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.ts';
import type { Long } from '@grpc/proto-loader';

export interface Limits {
  'wallTime'?: (_google_protobuf_Duration | null);
  'cpuTime'?: (_google_protobuf_Duration | null);
  'memoryBytes'?: (number | string | Long);
  'resultBytes'?: (number | string | Long);
  'logLines'?: (number | string | Long);
  'logBytes'?: (number | string | Long);
  'logLineBytes'?: (number | string | Long);
  'timers'?: (number | string | Long);
  'hostCalls'?: (number | string | Long);
  'hostCallsInFlight'?: (number | string | Long);
  'hostCallWaitTime'?: (_google_protobuf_Duration | null);
  '_memoryBytes'?: "memoryBytes";
  '_resultBytes'?: "resultBytes";
  '_logLines'?: "logLines";
  '_logBytes'?: "logBytes";
  '_logLineBytes'?: "logLineBytes";
  '_timers'?: "timers";
  '_hostCalls'?: "hostCalls";
  '_hostCallsInFlight'?: "hostCallsInFlight";
}

export interface Limits__Output {
  'wallTime': (_google_protobuf_Duration__Output | null);
  'cpuTime': (_google_protobuf_Duration__Output | null);
  'memoryBytes'?: (number);
  'resultBytes'?: (number);
  'logLines'?: (number);
  'logBytes'?: (number);
  'logLineBytes'?: (number);
  'timers'?: (number);
  'hostCalls'?: (number);
  'hostCallsInFlight'?: (number);
  'hostCallWaitTime': (_google_protobuf_Duration__Output | null);
  '_memoryBytes'?: "memoryBytes";
  '_resultBytes'?: "resultBytes";
  '_logLines'?: "logLines";
  '_logBytes'?: "logBytes";
  '_logLineBytes'?: "logLineBytes";
  '_timers'?: "timers";
  '_hostCalls'?: "hostCalls";
  '_hostCallsInFlight'?: "hostCallsInFlight";
}
