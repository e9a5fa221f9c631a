// Original file: proto/isopod/v1/cluster_cache.proto

import type { Long } from '@grpc/proto-loader';

export interface CacheEvictions {
  'reason'?: (string);
  'count'?: (number | string | Long);
}

export interface CacheEvictions__Output {
  'reason': (string);
  'count': (number);
}
