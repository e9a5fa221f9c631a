// Original file: proto/isopod/v1/tenant_service.proto

import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.ts';

export interface ApiKey {
  'keyId'?: (string);
  'tenantId'?: (string);
  'description'?: (string);
  'createTime'?: (_google_protobuf_Timestamp | null);
}

export interface ApiKey__Output {
  'keyId': (string);
  'tenantId': (string);
  'description': (string);
  'createTime': (_google_protobuf_Timestamp__Output | null);
}
