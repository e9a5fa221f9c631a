// Original file: proto/isopod/v1/cluster_service.proto


export interface UncordonNodeRequest {
  'nodeId'?: (string);
}

export interface UncordonNodeRequest__Output {
  'nodeId': (string);
}
