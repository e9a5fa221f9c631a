// Original file: proto/isopod/v1/tenant_service.proto


export interface ListTenantsRequest {
  'pageSize'?: (number);
  'pageToken'?: (string);
}

export interface ListTenantsRequest__Output {
  'pageSize': (number);
  'pageToken': (string);
}
