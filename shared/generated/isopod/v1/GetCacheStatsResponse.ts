// Original file: proto/isopod/v1/cluster_cache.proto

import type { CacheNamespace as _isopod_v1_CacheNamespace, CacheNamespace__Output as _isopod_v1_CacheNamespace__Output } from '../../isopod/v1/CacheNamespace.ts';

export interface GetCacheStatsResponse {
  'namespaces'?: (_isopod_v1_CacheNamespace)[];
}

export interface GetCacheStatsResponse__Output {
  'namespaces': (_isopod_v1_CacheNamespace__Output)[];
}
