// Original file: proto/isopod/v1/cluster_alerts.proto

import type { AlertNotification as _isopod_v1_AlertNotification, AlertNotification__Output as _isopod_v1_AlertNotification__Output } from '../../isopod/v1/AlertNotification.ts';
import type { Alert as _isopod_v1_Alert, Alert__Output as _isopod_v1_Alert__Output } from '../../isopod/v1/Alert.ts';

export interface WatchAlertsResponse {
  'notification'?: (_isopod_v1_AlertNotification | null);
  'alerts'?: (_isopod_v1_Alert)[];
}

export interface WatchAlertsResponse__Output {
  'notification': (_isopod_v1_AlertNotification__Output | null);
  'alerts': (_isopod_v1_Alert__Output)[];
}
