// Original file: proto/isopod/v1/node_service.proto

import type { Long } from '@grpc/proto-loader';

export interface NodePosture {
  'layers'?: (string)[];
  'nodeVersion'?: (string);
  'v8Version'?: (string);
  'startedAtUs'?: (number | string | Long);
  'guestFeatures'?: (string)[];
}

export interface NodePosture__Output {
  'layers': (string)[];
  'nodeVersion': (string);
  'v8Version': (string);
  'startedAtUs': (number);
  'guestFeatures': (string)[];
}
