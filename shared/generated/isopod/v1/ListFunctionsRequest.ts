// Original file: proto/isopod/v1/function_service.proto


export interface ListFunctionsRequest {
  'pageSize'?: (number);
  'pageToken'?: (string);
}

export interface ListFunctionsRequest__Output {
  'pageSize': (number);
  'pageToken': (string);
}
