// Original file: proto/isopod/v1/cluster_service.proto


export interface ListNodesRequest {
}

export interface ListNodesRequest__Output {
}
