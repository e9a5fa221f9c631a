// Original file: proto/isopod/v1/execution.proto


export interface PostureFloor {
  'layers'?: (string)[];
}

export interface PostureFloor__Output {
  'layers': (string)[];
}
