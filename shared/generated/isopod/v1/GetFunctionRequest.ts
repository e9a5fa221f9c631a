// Original file: proto/isopod/v1/function_service.proto


export interface GetFunctionRequest {
  'name'?: (string);
}

export interface GetFunctionRequest__Output {
  'name': (string);
}
