// Original file: proto/isopod/v1/place.proto


export interface Coordinates {
  'latitude'?: (number | string);
  'longitude'?: (number | string);
}

export interface Coordinates__Output {
  'latitude': (number);
  'longitude': (number);
}
