import { expect, test } from 'vitest';
import { healthText } from '../../../../client/cli/health-command.ts';
import type { CheckReport, HealthReport } from '../../../../shared/health/health-report.ts';

const nowMs = Date.UTC(2026, 0, 1);
const check: CheckReport = {
  name: 'jobs',
  kind: 'DEPENDENCY',
  isCritical: true,
  dependsOn: ['postgres'],
  state: 'UNHEALTHY',
  sinceEpochMs: nowMs - 12_000,
  failuresInARow: 3,
  failure: 'connection refused',
  cause: 'postgres',
  latency: { lastMs: 1.25, meanMs: 1, p95Ms: 2, maxMs: 3 },
  results: [],
};
const report: HealthReport = {
  state: 'UNHEALTHY',
  isLive: true,
  isReady: false,
  checks: [check],
  nodes: [{ nodeId: 'n1', phi: 12.345, isSuspected: true, silentMs: 4_712 }],
};

test('healthText says how it is, which checks fail and why, and which nodes are suspected', () => {
  const [state, , titles, failing, , , node] = healthText(report, nowMs).split('\n');
  expect(state).toBe('unhealthy: live, not ready');
  expect(titles?.split(/ {2,}/)).toEqual([
    'CHECK',
    'KIND',
    'STATE',
    'FOR',
    'LAST',
    'P95',
    'FAILURE',
  ]);
  expect(failing?.split(/ {2,}/)).toEqual([
    'jobs (critical)',
    'dependency',
    'unhealthy',
    '12 s',
    '1.3 ms',
    '2.0 ms',
    'connection refused (since postgres fails)',
  ]);
  expect(node?.split(/ {2,}/)).toEqual(['n1', 'suspected', '12.35', '4.7 s']);
});

test('healthText is short where there is nothing to say', () => {
  const well: HealthReport = { ...report, state: 'HEALTHY', isReady: true, checks: [], nodes: [] };
  expect(healthText(well, nowMs)).toBe('healthy: live, ready\n');
});
