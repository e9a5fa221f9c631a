// Original file: proto/isopod/v1/tenant_service.proto

import type { TenantPolicy as _isopod_v1_TenantPolicy, TenantPolicy__Output as _isopod_v1_TenantPolicy__Output } from '../../isopod/v1/TenantPolicy.ts';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.ts';
import type { Long } from '@grpc/proto-loader';

export interface Tenant {
  'tenantId'?: (string);
  'policy'?: (_isopod_v1_TenantPolicy | null);
  'revision'?: (number | string | Long);
  'apiKeyCount'?: (number);
  'createTime'?: (_google_protobuf_Timestamp | null);
  'updateTime'?: (_google_protobuf_Timestamp | null);
}

export interface Tenant__Output {
  'tenantId': (string);
  'policy': (_isopod_v1_TenantPolicy__Output | null);
  'revision': (number);
  'apiKeyCount': (number);
  'createTime': (_google_protobuf_Timestamp__Output | null);
  'updateTime': (_google_protobuf_Timestamp__Output | null);
}
