// Original file: proto/isopod/v1/tenant_service.proto


export interface DeleteTenantResponse {
}

export interface DeleteTenantResponse__Output {
}
