// Original file: proto/isopod/v1/execution_service.proto


export interface StdinCommand {
  'text'?: (string);
  'end'?: (boolean);
}

export interface StdinCommand__Output {
  'text': (string);
  'end': (boolean);
}
