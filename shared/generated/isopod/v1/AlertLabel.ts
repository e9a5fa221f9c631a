// Original file: proto/isopod/v1/cluster_alerts.proto


export interface AlertLabel {
  'name'?: (string);
  'value'?: (string);
}

export interface AlertLabel__Output {
  'name': (string);
  'value': (string);
}
