// Original file: proto/isopod/v1/function_service.proto


export interface DeleteFunctionAliasRequest {
  'name'?: (string);
  'alias'?: (string);
}

export interface DeleteFunctionAliasRequest__Output {
  'name': (string);
  'alias': (string);
}
