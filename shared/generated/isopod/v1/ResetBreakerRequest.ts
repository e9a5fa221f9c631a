// Original file: proto/isopod/v1/cluster_breakers.proto


export interface ResetBreakerRequest {
  'name'?: (string);
}

export interface ResetBreakerRequest__Output {
  'name': (string);
}
