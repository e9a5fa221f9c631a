import { expect, test } from 'vitest';
import type { HealthReport } from '../../../../shared/health/health-report.ts';
import { healthFromWire, healthToWire } from '../../../../shared/wire/health-codec.ts';
import { ClusterService } from '../../../../shared/wire/services.ts';

const { GetHealth } = ClusterService.service;
const epochMs = Date.UTC(2026, 0, 1);

const report: HealthReport = {
  state: 'DEGRADED',
  isLive: true,
  isReady: true,
  checks: [
    {
      name: 'redis',
      kind: 'DEPENDENCY',
      isCritical: false,
      dependsOn: ['network'],
      state: 'UNHEALTHY',
      sinceEpochMs: epochMs,
      failuresInARow: 4,
      failure: 'no answer in 1000 ms',
      cause: 'network',
      latency: { lastMs: 1_000, meanMs: 250.5, p95Ms: 1_000, maxMs: 1_000.25 },
      results: [
        { startedAtEpochMs: epochMs, latencyMs: 1.5, failure: '' },
        { startedAtEpochMs: epochMs + 5_000, latencyMs: 1_000, failure: 'no answer in 1000 ms' },
      ],
    },
    {
      name: 'event-loop',
      kind: 'LIVENESS',
      isCritical: true,
      dependsOn: [],
      state: 'UNKNOWN',
      sinceEpochMs: epochMs,
      failuresInARow: 0,
      failure: '',
      cause: '',
      latency: { lastMs: 0, meanMs: 0, p95Ms: 0, maxMs: 0 },
      results: [],
    },
  ],
  nodes: [{ nodeId: 'n1', phi: 12.75, isSuspected: true, silentMs: 4_712.5 }],
};

test.each(['HEALTHY', 'DEGRADED', 'UNHEALTHY'] as const)(
  'a report that says %s is read as it was written',
  (state) => {
    const bytes = GetHealth.responseSerialize(healthToWire({ ...report, state }));
    expect(healthFromWire(GetHealth.responseDeserialize(bytes))).toEqual({ ...report, state });
  },
);
