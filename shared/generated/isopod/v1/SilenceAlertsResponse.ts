// Original file: proto/isopod/v1/cluster_alerts.proto

import type { AlertSilence as _isopod_v1_AlertSilence, AlertSilence__Output as _isopod_v1_AlertSilence__Output } from '../../isopod/v1/AlertSilence.ts';

export interface SilenceAlertsResponse {
  'silence'?: (_isopod_v1_AlertSilence | null);
}

export interface SilenceAlertsResponse__Output {
  'silence': (_isopod_v1_AlertSilence__Output | null);
}
