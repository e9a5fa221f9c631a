// Original file: proto/isopod/v1/execution_service.proto


export interface HostCall {
  'callId'?: (number);
  'toolName'?: (string);
  'argumentJson'?: (string);
  '_argumentJson'?: "argumentJson";
}

export interface HostCall__Output {
  'callId': (number);
  'toolName': (string);
  'argumentJson'?: (string);
  '_argumentJson'?: "argumentJson";
}
