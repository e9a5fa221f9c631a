// Original file: proto/isopod/v1/tenant_service.proto


export interface RevokeApiKeyResponse {
}

export interface RevokeApiKeyResponse__Output {
}
