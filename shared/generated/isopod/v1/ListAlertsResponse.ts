// Original file: proto/isopod/v1/cluster_alerts.proto

import type { Alert as _isopod_v1_Alert, Alert__Output as _isopod_v1_Alert__Output } from '../../isopod/v1/Alert.ts';
import type { AlertSilence as _isopod_v1_AlertSilence, AlertSilence__Output as _isopod_v1_AlertSilence__Output } from '../../isopod/v1/AlertSilence.ts';

export interface ListAlertsResponse {
  'alerts'?: (_isopod_v1_Alert)[];
  'silences'?: (_isopod_v1_AlertSilence)[];
}

export interface ListAlertsResponse__Output {
  'alerts': (_isopod_v1_Alert__Output)[];
  'silences': (_isopod_v1_AlertSilence__Output)[];
}
