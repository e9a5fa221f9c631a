// Original file: proto/isopod/v1/cluster_health.proto


export interface GetHealthRequest {
}

export interface GetHealthRequest__Output {
}
