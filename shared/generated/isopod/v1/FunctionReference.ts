// Original file: proto/isopod/v1/execution.proto


export interface FunctionReference {
  'name'?: (string);
  'version'?: (string);
}

export interface FunctionReference__Output {
  'name': (string);
  'version': (string);
}
