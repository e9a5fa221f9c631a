// Original file: proto/isopod/v1/cluster_breakers.proto


export interface ListBreakersRequest {
}

export interface ListBreakersRequest__Output {
}
