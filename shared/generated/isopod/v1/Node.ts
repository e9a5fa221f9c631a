// Original file: proto/isopod/v1/cluster_service.proto

import type { NodeState as _isopod_v1_NodeState, NodeState__Output as _isopod_v1_NodeState__Output } from '../../isopod/v1/NodeState.ts';
import type { NodeCapacity as _isopod_v1_NodeCapacity, NodeCapacity__Output as _isopod_v1_NodeCapacity__Output } from '../../isopod/v1/NodeCapacity.ts';
import type { NodePosture as _isopod_v1_NodePosture, NodePosture__Output as _isopod_v1_NodePosture__Output } from '../../isopod/v1/NodePosture.ts';
import type { NodeLoad as _isopod_v1_NodeLoad, NodeLoad__Output as _isopod_v1_NodeLoad__Output } from '../../isopod/v1/NodeLoad.ts';
import type { Timestamp as _google_protobuf_Timestamp, Timestamp__Output as _google_protobuf_Timestamp__Output } from '../../google/protobuf/Timestamp.ts';
import type { Place as _isopod_v1_Place, Place__Output as _isopod_v1_Place__Output } from '../../isopod/v1/Place.ts';

export interface Node {
  'nodeId'?: (string);
  'state'?: (_isopod_v1_NodeState);
  'agentVersion'?: (string);
  'capacity'?: (_isopod_v1_NodeCapacity | null);
  'posture'?: (_isopod_v1_NodePosture | null);
  'load'?: (_isopod_v1_NodeLoad | null);
  'runsOutstanding'?: (number);
  'connectTime'?: (_google_protobuf_Timestamp | null);
  'heartbeatTime'?: (_google_protobuf_Timestamp | null);
  'place'?: (_isopod_v1_Place | null);
  'weight'?: (number);
}

export interface Node__Output {
  'nodeId': (string);
  'state': (_isopod_v1_NodeState__Output);
  'agentVersion': (string);
  'capacity': (_isopod_v1_NodeCapacity__Output | null);
  'posture': (_isopod_v1_NodePosture__Output | null);
  'load': (_isopod_v1_NodeLoad__Output | null);
  'runsOutstanding': (number);
  'connectTime': (_google_protobuf_Timestamp__Output | null);
  'heartbeatTime': (_google_protobuf_Timestamp__Output | null);
  'place': (_isopod_v1_Place__Output | null);
  'weight': (number);
}
