// Original file: proto/isopod/v1/cluster_alerts.proto


export interface EndAlertSilenceResponse {
}

export interface EndAlertSilenceResponse__Output {
}
