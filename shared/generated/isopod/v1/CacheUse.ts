// Original file: proto/isopod/v1/execution.proto

export const CacheUse = {
  CACHE_USE_UNSPECIFIED: 'CACHE_USE_UNSPECIFIED',
  CACHE_USE_MISS: 'CACHE_USE_MISS',
  CACHE_USE_L1: 'CACHE_USE_L1',
  CACHE_USE_L2: 'CACHE_USE_L2',
  CACHE_USE_L3: 'CACHE_USE_L3',
  CACHE_USE_SHARED: 'CACHE_USE_SHARED',
} as const;

export type CacheUse =
  | 'CACHE_USE_UNSPECIFIED'
  | 0
  | 'CACHE_USE_MISS'
  | 1
  | 'CACHE_USE_L1'
  | 2
  | 'CACHE_USE_L2'
  | 3
  | 'CACHE_USE_L3'
  | 4
  | 'CACHE_USE_SHARED'
  | 5

export type CacheUse__Output = typeof CacheUse[keyof typeof CacheUse]
