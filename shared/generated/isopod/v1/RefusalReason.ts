// Original file: proto/isopod/v1/node_service.proto

export const RefusalReason = {
  REFUSAL_REASON_UNSPECIFIED: 'REFUSAL_REASON_UNSPECIFIED',
  REFUSAL_REASON_NODE_BUSY: 'REFUSAL_REASON_NODE_BUSY',
  REFUSAL_REASON_NODE_DRAINING: 'REFUSAL_REASON_NODE_DRAINING',
  REFUSAL_REASON_NODE_BROKEN: 'REFUSAL_REASON_NODE_BROKEN',
} as const;

export type RefusalReason =
  | 'REFUSAL_REASON_UNSPECIFIED'
  | 0
  | 'REFUSAL_REASON_NODE_BUSY'
  | 1
  | 'REFUSAL_REASON_NODE_DRAINING'
  | 2
  | 'REFUSAL_REASON_NODE_BROKEN'
  | 3

export type RefusalReason__Output = typeof RefusalReason[keyof typeof RefusalReason]
