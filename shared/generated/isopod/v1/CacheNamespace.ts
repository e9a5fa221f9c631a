// Original file: proto/isopod/v1/cluster_cache.proto

import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.ts';
import type { CacheTier as _isopod_v1_CacheTier, CacheTier__Output as _isopod_v1_CacheTier__Output } from '../../isopod/v1/CacheTier.ts';
import type { Long } from '@grpc/proto-loader';

export interface CacheNamespace {
  'namespace'?: (string);
  'requests'?: (number | string | Long);
  'hits'?: (number | string | Long);
  'coalescedWaits'?: (number | string | Long);
  'factoryRuns'?: (number | string | Long);
  'factoryFailures'?: (number | string | Long);
  'factoryTimeMean'?: (_google_protobuf_Duration | null);
  'factoryTimeMax'?: (_google_protobuf_Duration | null);
  'earlyRefreshes'?: (number | string | Long);
  'tiers'?: (_isopod_v1_CacheTier)[];
}

export interface CacheNamespace__Output {
  'namespace': (string);
  'requests': (number);
  'hits': (number);
  'coalescedWaits': (number);
  'factoryRuns': (number);
  'factoryFailures': (number);
  'factoryTimeMean': (_google_protobuf_Duration__Output | null);
  'factoryTimeMax': (_google_protobuf_Duration__Output | null);
  'earlyRefreshes': (number);
  'tiers': (_isopod_v1_CacheTier__Output)[];
}
