// Original file: proto/isopod/v1/place.proto

import type { Coordinates as _isopod_v1_Coordinates, Coordinates__Output as _isopod_v1_Coordinates__Output } from '../../isopod/v1/Coordinates.ts';

export interface Place {
  'region'?: (string);
  'zone'?: (string);
  'coordinates'?: (_isopod_v1_Coordinates | null);
}

export interface Place__Output {
  'region': (string);
  'zone': (string);
  'coordinates': (_isopod_v1_Coordinates__Output | null);
}
