// Original file: proto/isopod/v1/execution.proto


export interface Egress {
  'allow'?: (string)[];
}

export interface Egress__Output {
  'allow': (string)[];
}
