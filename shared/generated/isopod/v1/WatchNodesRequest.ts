// Original file: proto/isopod/v1/cluster_service.proto


export interface WatchNodesRequest {
}

export interface WatchNodesRequest__Output {
}
