// Original file: proto/isopod/v1/execution.proto

export const IsolationLevel = {
  ISOLATION_LEVEL_UNSPECIFIED: 'ISOLATION_LEVEL_UNSPECIFIED',
  ISOLATION_LEVEL_POOLED: 'ISOLATION_LEVEL_POOLED',
  ISOLATION_LEVEL_FRESH: 'ISOLATION_LEVEL_FRESH',
  ISOLATION_LEVEL_PROCESS: 'ISOLATION_LEVEL_PROCESS',
} as const;

export type IsolationLevel =
  | 'ISOLATION_LEVEL_UNSPECIFIED'
  | 0
  | 'ISOLATION_LEVEL_POOLED'
  | 1
  | 'ISOLATION_LEVEL_FRESH'
  | 2
  | 'ISOLATION_LEVEL_PROCESS'
  | 3

export type IsolationLevel__Output = typeof IsolationLevel[keyof typeof IsolationLevel]
