// Original file: proto/isopod/v1/execution_service.proto


export interface QuotaViolation {
  'subject'?: (string);
  'description'?: (string);
  'quotaId'?: (string);
}

export interface QuotaViolation__Output {
  'subject': (string);
  'description': (string);
  'quotaId': (string);
}
