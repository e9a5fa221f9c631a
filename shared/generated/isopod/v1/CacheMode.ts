// Original file: proto/isopod/v1/execution.proto

export const CacheMode = {
  CACHE_MODE_UNSPECIFIED: 'CACHE_MODE_UNSPECIFIED',
  CACHE_MODE_USE: 'CACHE_MODE_USE',
  CACHE_MODE_OFF: 'CACHE_MODE_OFF',
  CACHE_MODE_REFRESH: 'CACHE_MODE_REFRESH',
} as const;

export type CacheMode =
  | 'CACHE_MODE_UNSPECIFIED'
  | 0
  | 'CACHE_MODE_USE'
  | 1
  | 'CACHE_MODE_OFF'
  | 2
  | 'CACHE_MODE_REFRESH'
  | 3

export type CacheMode__Output = typeof CacheMode[keyof typeof CacheMode]
