// Original file: proto/isopod/v1/tenant_service.proto

import type { Tenant as _isopod_v1_Tenant, Tenant__Output as _isopod_v1_Tenant__Output } from '../../isopod/v1/Tenant.ts';

export interface CreateTenantResponse {
  'tenant'?: (_isopod_v1_Tenant | null);
}

export interface CreateTenantResponse__Output {
  'tenant': (_isopod_v1_Tenant__Output | null);
}
