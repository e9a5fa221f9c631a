// Original file: proto/isopod/v1/node_service.proto


export interface NodeCredential {
  'token'?: (string);
}

export interface NodeCredential__Output {
  'token': (string);
}
