// Original file: proto/isopod/v1/execution_service.proto


export interface HostCallError {
  'name'?: (string);
  'message'?: (string);
  'code'?: (string);
  'dataJson'?: (string);
  '_dataJson'?: "dataJson";
}

export interface HostCallError__Output {
  'name': (string);
  'message': (string);
  'code': (string);
  'dataJson'?: (string);
  '_dataJson'?: "dataJson";
}
