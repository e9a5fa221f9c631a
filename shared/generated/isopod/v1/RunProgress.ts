// Original file: proto/isopod/v1/node_service.proto


export interface RunProgress {
  'runId'?: (number);
  'valueJson'?: (string);
}

export interface RunProgress__Output {
  'runId': (number);
  'valueJson': (string);
}
