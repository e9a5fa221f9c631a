// Original file: proto/isopod/v1/cluster_cache.proto


export interface InvalidateCacheResponse {
}

export interface InvalidateCacheResponse__Output {
}
