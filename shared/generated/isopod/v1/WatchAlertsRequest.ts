// Original file: proto/isopod/v1/cluster_alerts.proto


export interface WatchAlertsRequest {
}

export interface WatchAlertsRequest__Output {
}
