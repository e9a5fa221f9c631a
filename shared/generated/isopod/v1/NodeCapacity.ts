// Original file: proto/isopod/v1/node_service.proto


export interface NodeCapacity {
  'runsMax'?: (number);
  'hostsMax'?: (number);
}

export interface NodeCapacity__Output {
  'runsMax': (number);
  'hostsMax': (number);
}
