// Original file: proto/isopod/v1/tenant_service.proto

import type { ApiKey as _isopod_v1_ApiKey, ApiKey__Output as _isopod_v1_ApiKey__Output } from '../../isopod/v1/ApiKey.ts';

export interface ListApiKeysResponse {
  'apiKeys'?: (_isopod_v1_ApiKey)[];
}

export interface ListApiKeysResponse__Output {
  'apiKeys': (_isopod_v1_ApiKey__Output)[];
}
