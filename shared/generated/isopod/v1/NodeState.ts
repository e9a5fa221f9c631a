// Original file: proto/isopod/v1/cluster_service.proto

export const NodeState = {
  NODE_STATE_UNSPECIFIED: 'NODE_STATE_UNSPECIFIED',
  NODE_STATE_ACTIVE: 'NODE_STATE_ACTIVE',
  NODE_STATE_DRAINING: 'NODE_STATE_DRAINING',
  NODE_STATE_CORDONED: 'NODE_STATE_CORDONED',
  NODE_STATE_SUSPECTED: 'NODE_STATE_SUSPECTED',
} as const;

export type NodeState =
  | 'NODE_STATE_UNSPECIFIED'
  | 0
  | 'NODE_STATE_ACTIVE'
  | 1
  | 'NODE_STATE_DRAINING'
  | 2
  | 'NODE_STATE_CORDONED'
  | 3
  | 'NODE_STATE_SUSPECTED'
  | 4

export type NodeState__Output = typeof NodeState[keyof typeof NodeState]
