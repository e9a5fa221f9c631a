// Original file: proto/isopod/v1/tenant_service.proto


export interface DeleteTenantRequest {
  'tenantId'?: (string);
}

export interface DeleteTenantRequest__Output {
  'tenantId': (string);
}
