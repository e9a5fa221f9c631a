// Original file: proto/isopod/v1/execution.proto

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.ts';
import type { StartKind as _isopod_v1_StartKind, StartKind__Output as _isopod_v1_StartKind__Output } from '../../isopod/v1/StartKind.ts';
import type { CacheUse as _isopod_v1_CacheUse, CacheUse__Output as _isopod_v1_CacheUse__Output } from '../../isopod/v1/CacheUse.ts';
import type { Long } from '@grpc/proto-loader';

export interface Usage {
  'queuedTime'?: (_google_protobuf_Duration | null);
  'wallTime'?: (_google_protobuf_Duration | null);
  'cpuTime'?: (_google_protobuf_Duration | null);
  'heapPeakBytes'?: (number | string | Long);
  'attempts'?: (number);
  'nodeId'?: (string);
  'startKind'?: (_isopod_v1_StartKind);
  'inputBytes'?: (number | string | Long);
  'resultBytes'?: (number | string | Long);
  'logBytes'?: (number | string | Long);
  'functionVersion'?: (string);
  'cacheUse'?: (_isopod_v1_CacheUse);
}

export interface Usage__Output {
  'queuedTime': (_google_protobuf_Duration__Output | null);
  'wallTime': (_google_protobuf_Duration__Output | null);
  'cpuTime': (_google_protobuf_Duration__Output | null);
  'heapPeakBytes': (number);
  'attempts': (number);
  'nodeId': (string);
  'startKind': (_isopod_v1_StartKind__Output);
  'inputBytes': (number);
  'resultBytes': (number);
  'logBytes': (number);
  'functionVersion': (string);
  'cacheUse': (_isopod_v1_CacheUse__Output);
}
