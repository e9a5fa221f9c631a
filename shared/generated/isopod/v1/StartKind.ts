// Original file: proto/isopod/v1/execution.proto

export const StartKind = {
  START_KIND_UNSPECIFIED: 'START_KIND_UNSPECIFIED',
  START_KIND_COLD: 'START_KIND_COLD',
  START_KIND_WARM: 'START_KIND_WARM',
} as const;

export type StartKind =
  | 'START_KIND_UNSPECIFIED'
  | 0
  | 'START_KIND_COLD'
  | 1
  | 'START_KIND_WARM'
  | 2

export type StartKind__Output = typeof StartKind[keyof typeof StartKind]
