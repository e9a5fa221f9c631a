// Original file: proto/isopod/v1/tenant_service.proto

import type { TenantPolicy as _isopod_v1_TenantPolicy, TenantPolicy__Output as _isopod_v1_TenantPolicy__Output } from '../../isopod/v1/TenantPolicy.ts';
import type { Long } from '@grpc/proto-loader';

export interface UpdateTenantRequest {
  'tenantId'?: (string);
  'policy'?: (_isopod_v1_TenantPolicy | null);
  'revision'?: (number | string | Long);
}

export interface UpdateTenantRequest__Output {
  'tenantId': (string);
  'policy': (_isopod_v1_TenantPolicy__Output | null);
  'revision': (number);
}
