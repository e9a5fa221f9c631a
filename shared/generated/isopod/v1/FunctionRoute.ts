// Original file: proto/isopod/v1/function_service.proto


export interface FunctionRoute {
  'version'?: (string);
  'weight'?: (number);
}

export interface FunctionRoute__Output {
  'version': (string);
  'weight': (number);
}
