// Original file: proto/isopod/v1/tenant_service.proto

import type { TenantPolicy as _isopod_v1_TenantPolicy, TenantPolicy__Output as _isopod_v1_TenantPolicy__Output } from '../../isopod/v1/TenantPolicy.ts';

export interface CreateTenantRequest {
  'tenantId'?: (string);
  'policy'?: (_isopod_v1_TenantPolicy | null);
}

export interface CreateTenantRequest__Output {
  'tenantId': (string);
  'policy': (_isopod_v1_TenantPolicy__Output | null);
}
