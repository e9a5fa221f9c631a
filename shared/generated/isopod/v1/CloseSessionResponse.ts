// Original file: proto/isopod/v1/session_service.proto


export interface CloseSessionResponse {
  'wasOpen'?: (boolean);
}

export interface CloseSessionResponse__Output {
  'wasOpen': (boolean);
}
