// Original file: proto/isopod/v1/cluster_alerts.proto

import type { AlertLabel as _isopod_v1_AlertLabel, AlertLabel__Output as _isopod_v1_AlertLabel__Output } from '../../isopod/v1/AlertLabel.ts';
import type { AlertState as _isopod_v1_AlertState, AlertState__Output as _isopod_v1_AlertState__Output } from '../../isopod/v1/AlertState.ts';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.ts';

export interface Alert {
  'fingerprint'?: (string);
  'name'?: (string);
  'labels'?: (_isopod_v1_AlertLabel)[];
  'state'?: (_isopod_v1_AlertState);
  'summary'?: (string);
  'value'?: (number | string);
  'startTime'?: (_google_protobuf_Timestamp | null);
  'endTime'?: (_google_protobuf_Timestamp | null);
  'silenced'?: (boolean);
  'inhibited'?: (boolean);
}

export interface Alert__Output {
  'fingerprint': (string);
  'name': (string);
  'labels': (_isopod_v1_AlertLabel__Output)[];
  'state': (_isopod_v1_AlertState__Output);
  'summary': (string);
  'value': (number);
  'startTime': (_google_protobuf_Timestamp__Output | null);
  'endTime': (_google_protobuf_Timestamp__Output | null);
  'silenced': (boolean);
  'inhibited': (boolean);
}
