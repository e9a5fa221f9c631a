// Original file: proto/isopod/v1/cluster_alerts.proto

import type { AlertLabel as _isopod_v1_AlertLabel, AlertLabel__Output as _isopod_v1_AlertLabel__Output } from '../../isopod/v1/AlertLabel.ts';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.ts';

export interface AlertSilence {
  'silenceId'?: (string);
  'labels'?: (_isopod_v1_AlertLabel)[];
  'expireTime'?: (_google_protobuf_Timestamp | null);
  'comment'?: (string);
  'createdBy'?: (string);
}

export interface AlertSilence__Output {
  'silenceId': (string);
  'labels': (_isopod_v1_AlertLabel__Output)[];
  'expireTime': (_google_protobuf_Timestamp__Output | null);
  'comment': (string);
  'createdBy': (string);
}
