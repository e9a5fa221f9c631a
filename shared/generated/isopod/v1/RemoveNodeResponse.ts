// Original file: proto/isopod/v1/cluster_service.proto


export interface RemoveNodeResponse {
  'runsLost'?: (number);
}

export interface RemoveNodeResponse__Output {
  'runsLost': (number);
}
