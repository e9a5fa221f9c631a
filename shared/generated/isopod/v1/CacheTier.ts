// Original file: proto/isopod/v1/cluster_cache.proto

import type { CacheEvictions as _isopod_v1_CacheEvictions, CacheEvictions__Output as _isopod_v1_CacheEvictions__Output } from '../../isopod/v1/CacheEvictions.ts';
import type { Long } from '@grpc/proto-loader';

export interface CacheTier {
  'name'?: (string);
  'hits'?: (number | string | Long);
  'misses'?: (number | string | Long);
  'staleHits'?: (number | string | Long);
  'fills'?: (number | string | Long);
  'fillsDropped'?: (number | string | Long);
  'failures'?: (number | string | Long);
  'entries'?: (number | string | Long);
  'bytes'?: (number | string | Long);
  'evictions'?: (_isopod_v1_CacheEvictions)[];
}

export interface CacheTier__Output {
  'name': (string);
  'hits': (number);
  'misses': (number);
  'staleHits': (number);
  'fills': (number);
  'fillsDropped': (number);
  'failures': (number);
  'entries': (number);
  'bytes': (number);
  'evictions': (_isopod_v1_CacheEvictions__Output)[];
}
