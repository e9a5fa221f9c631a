// Original file: proto/isopod/v1/cluster_alerts.proto


export interface EndAlertSilenceRequest {
  'silenceId'?: (string);
}

export interface EndAlertSilenceRequest__Output {
  'silenceId': (string);
}
