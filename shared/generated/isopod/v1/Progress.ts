// Original file: proto/isopod/v1/execution_service.proto


export interface Progress {
  'valueJson'?: (string);
}

export interface Progress__Output {
  'valueJson': (string);
}
