// Original file: proto/isopod/v1/function_service.proto


export interface DeleteFunctionRequest {
  'name'?: (string);
  'version'?: (string);
}

export interface DeleteFunctionRequest__Output {
  'name': (string);
  'version': (string);
}
