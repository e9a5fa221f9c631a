// Original file: proto/isopod/v1/tenant_service.proto


export interface ListApiKeysRequest {
  'tenantId'?: (string);
}

export interface ListApiKeysRequest__Output {
  'tenantId': (string);
}
