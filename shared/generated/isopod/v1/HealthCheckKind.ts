// Original file: proto/isopod/v1/cluster_health.proto

export const HealthCheckKind = {
  HEALTH_CHECK_KIND_UNSPECIFIED: 'HEALTH_CHECK_KIND_UNSPECIFIED',
  HEALTH_CHECK_KIND_LIVENESS: 'HEALTH_CHECK_KIND_LIVENESS',
  HEALTH_CHECK_KIND_READINESS: 'HEALTH_CHECK_KIND_READINESS',
  HEALTH_CHECK_KIND_DEPENDENCY: 'HEALTH_CHECK_KIND_DEPENDENCY',
} as const;

export type HealthCheckKind =
  | 'HEALTH_CHECK_KIND_UNSPECIFIED'
  | 0
  | 'HEALTH_CHECK_KIND_LIVENESS'
  | 1
  | 'HEALTH_CHECK_KIND_READINESS'
  | 2
  | 'HEALTH_CHECK_KIND_DEPENDENCY'
  | 3

export type HealthCheckKind__Output = typeof HealthCheckKind[keyof typeof HealthCheckKind]
