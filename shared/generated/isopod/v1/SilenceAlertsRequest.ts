// Original file: proto/isopod/v1/cluster_alerts.proto

import type { AlertLabel as _isopod_v1_AlertLabel, AlertLabel__Output as _isopod_v1_AlertLabel__Output } from '../../isopod/v1/AlertLabel.ts';
import type { Duration as _google_protobuf_Duration, Duration__Output as _google_protobuf_Duration__Output } from '../../google/protobuf/Duration.ts';

export interface SilenceAlertsRequest {
  'labels'?: (_isopod_v1_AlertLabel)[];
  'duration'?: (_google_protobuf_Duration | null);
  'comment'?: (string);
  'createdBy'?: (string);
}

export interface SilenceAlertsRequest__Output {
  'labels': (_isopod_v1_AlertLabel__Output)[];
  'duration': (_google_protobuf_Duration__Output | null);
  'comment': (string);
  'createdBy': (string);
}
