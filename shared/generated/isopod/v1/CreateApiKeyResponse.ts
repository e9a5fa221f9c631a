// Original file: proto/isopod/v1/tenant_service.proto

import type { ApiKey as _isopod_v1_ApiKey, ApiKey__Output as _isopod_v1_ApiKey__Output } from '../../isopod/v1/ApiKey.ts';

export interface CreateApiKeyResponse {
  'apiKey'?: (_isopod_v1_ApiKey | null);
  'key'?: (string);
}

export interface CreateApiKeyResponse__Output {
  'apiKey': (_isopod_v1_ApiKey__Output | null);
  'key': (string);
}
