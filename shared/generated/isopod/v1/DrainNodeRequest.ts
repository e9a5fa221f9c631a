// Original file: proto/isopod/v1/cluster_service.proto


export interface DrainNodeRequest {
  'nodeId'?: (string);
}

export interface DrainNodeRequest__Output {
  'nodeId': (string);
}
