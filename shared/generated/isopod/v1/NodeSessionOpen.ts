// Original file: proto/isopod/v1/node_service.proto


export interface NodeSessionOpen {
  'sessionId'?: (string);
  'ttlMs'?: (number);
  'idleMs'?: (number);
  'memoryBytes'?: (number);
}

export interface NodeSessionOpen__Output {
  'sessionId': (string);
  'ttlMs': (number);
  'idleMs': (number);
  'memoryBytes': (number);
}
