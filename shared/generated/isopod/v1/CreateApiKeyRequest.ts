// Original file: proto/isopod/v1/tenant_service.proto


export interface CreateApiKeyRequest {
  'tenantId'?: (string);
  'description'?: (string);
}

export interface CreateApiKeyRequest__Output {
  'tenantId': (string);
  'description': (string);
}
