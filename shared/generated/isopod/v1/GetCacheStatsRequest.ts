// Original file: proto/isopod/v1/cluster_cache.proto


export interface GetCacheStatsRequest {
}

export interface GetCacheStatsRequest__Output {
}
