// Original file: proto/isopod/v1/execution.proto


export interface GuestError {
  'name'?: (string);
  'message'?: (string);
  'stack'?: (string);
}

export interface GuestError__Output {
  'name': (string);
  'message': (string);
  'stack': (string);
}
