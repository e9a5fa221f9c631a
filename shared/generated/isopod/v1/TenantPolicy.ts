// Original file: proto/isopod/v1/tenant_service.proto

import type { TenantQuotas as _isopod_v1_TenantQuotas, TenantQuotas__Output as _isopod_v1_TenantQuotas__Output } from '../../isopod/v1/TenantQuotas.ts';
import type { Limits as _isopod_v1_Limits, Limits__Output as _isopod_v1_Limits__Output } from '../../isopod/v1/Limits.ts';
import type { Egress as _isopod_v1_Egress, Egress__Output as _isopod_v1_Egress__Output } from '../../isopod/v1/Egress.ts';

export interface TenantPolicy {
  'weight'?: (number);
  'quotas'?: (_isopod_v1_TenantQuotas | null);
  'limitCeilings'?: (_isopod_v1_Limits | null);
  'egress'?: (_isopod_v1_Egress | null);
}

export interface TenantPolicy__Output {
  'weight': (number);
  'quotas': (_isopod_v1_TenantQuotas__Output | null);
  'limitCeilings': (_isopod_v1_Limits__Output | null);
  'egress': (_isopod_v1_Egress__Output | null);
}
