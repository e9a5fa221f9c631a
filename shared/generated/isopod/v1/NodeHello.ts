// Original file: proto/isopod/v1/node_service.proto

import type { NodeCapacity as _isopod_v1_NodeCapacity, NodeCapacity__Output as _isopod_v1_NodeCapacity__Output } from '../../isopod/v1/NodeCapacity.ts';
import type { NodePosture as _isopod_v1_NodePosture, NodePosture__Output as _isopod_v1_NodePosture__Output } from '../../isopod/v1/NodePosture.ts';
import type { Place as _isopod_v1_Place, Place__Output as _isopod_v1_Place__Output } from '../../isopod/v1/Place.ts';

export interface NodeHello {
  'protocolVersion'?: (number);
  'nodeId'?: (string);
  'agentVersion'?: (string);
  'capacity'?: (_isopod_v1_NodeCapacity | null);
  'posture'?: (_isopod_v1_NodePosture | null);
  'renewal'?: (boolean);
  'place'?: (_isopod_v1_Place | null);
  'weight'?: (number);
  'egress'?: (boolean);
}

export interface NodeHello__Output {
  'protocolVersion': (number);
  'nodeId': (string);
  'agentVersion': (string);
  'capacity': (_isopod_v1_NodeCapacity__Output | null);
  'posture': (_isopod_v1_NodePosture__Output | null);
  'renewal': (boolean);
  'place': (_isopod_v1_Place__Output | null);
  'weight': (number);
  'egress': (boolean);
}
