// Original file: proto/isopod/v1/tenant_service.proto


export interface GetTenantRequest {
  'tenantId'?: (string);
}

export interface GetTenantRequest__Output {
  'tenantId': (string);
}
