// Original file: proto/isopod/v1/tenant_service.proto

import type { Tenant as _isopod_v1_Tenant, Tenant__Output as _isopod_v1_Tenant__Output } from '../../isopod/v1/Tenant.ts';
import type { TenantUsage as _isopod_v1_TenantUsage, TenantUsage__Output as _isopod_v1_TenantUsage__Output } from '../../isopod/v1/TenantUsage.ts';

export interface GetTenantResponse {
  'tenant'?: (_isopod_v1_Tenant | null);
  'usage'?: (_isopod_v1_TenantUsage | null);
}

export interface GetTenantResponse__Output {
  'tenant': (_isopod_v1_Tenant__Output | null);
  'usage': (_isopod_v1_TenantUsage__Output | null);
}
