// Original file: proto/isopod/v1/cluster_service.proto


export interface CordonNodeRequest {
  'nodeId'?: (string);
}

export interface CordonNodeRequest__Output {
  'nodeId': (string);
}
