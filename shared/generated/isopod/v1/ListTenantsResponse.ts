// Original file: proto/isopod/v1/tenant_service.proto

import type { Tenant as _isopod_v1_Tenant, Tenant__Output as _isopod_v1_Tenant__Output } from '../../isopod/v1/Tenant.ts';

export interface ListTenantsResponse {
  'tenants'?: (_isopod_v1_Tenant)[];
  'nextPageToken'?: (string);
}

export interface ListTenantsResponse__Output {
  'tenants': (_isopod_v1_Tenant__Output)[];
  'nextPageToken': (string);
}
