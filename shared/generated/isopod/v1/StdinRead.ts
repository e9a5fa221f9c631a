// Original file: proto/isopod/v1/execution_service.proto


export interface StdinRead {
  'bytes'?: (number);
}

export interface StdinRead__Output {
  'bytes': (number);
}
