// Original file: proto/isopod/v1/cluster_alerts.proto


export interface ListAlertsRequest {
}

export interface ListAlertsRequest__Output {
}
