// Original file: proto/isopod/v1/cluster_alerts.proto

import type { AlertLabel as _isopod_v1_AlertLabel, AlertLabel__Output as _isopod_v1_AlertLabel__Output } from '../../isopod/v1/AlertLabel.ts';
import type { Alert as _isopod_v1_Alert, Alert__Output as _isopod_v1_Alert__Output } from '../../isopod/v1/Alert.ts';

export interface AlertNotification {
  'groupLabels'?: (_isopod_v1_AlertLabel)[];
  'alerts'?: (_isopod_v1_Alert)[];
  'reminder'?: (boolean);
}

export interface AlertNotification__Output {
  'groupLabels': (_isopod_v1_AlertLabel__Output)[];
  'alerts': (_isopod_v1_Alert__Output)[];
  'reminder': (boolean);
}
