// Original file: proto/isopod/v1/cluster_balancer.proto


export interface GetBalancerRequest {
}

export interface GetBalancerRequest__Output {
}
