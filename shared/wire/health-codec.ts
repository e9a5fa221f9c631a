/** Health as ClusterService has it, both ways. */
import type {
  GetHealthResponse,
  GetHealthResponse__Output,
} from '../generated/isopod/v1/GetHealthResponse.ts';
import type { HealthCheck, HealthCheck__Output } from '../generated/isopod/v1/HealthCheck.ts';
import {
  type CheckReport,
  checkKinds,
  type HealthReport,
  healthStates,
} from '../health/health-report.ts';
import { durationFromUs, durationToUs, timestampFromMs, type WireDuration } from './duration.ts';
import { wireEnum } from './wire-enum.ts';

const healthStateEnum = wireEnum('HEALTH_STATE', healthStates);
const checkKindEnum = wireEnum('HEALTH_CHECK_KIND', checkKinds);

export function healthToWire(report: HealthReport): GetHealthResponse {
  return {
    state: healthStateEnum.toWire(report.state),
    live: report.isLive,
    ready: report.isReady,
    checks: report.checks.map(checkToWire),
    nodes: report.nodes.map(({ nodeId, phi, isSuspected, silentMs }) => ({
      nodeId,
      phi,
      suspected: isSuspected,
      silence: durationFromMs(silentMs),
    })),
  };
}

export function healthFromWire(wire: GetHealthResponse__Output): HealthReport {
  return {
    state: healthStateEnum.fromWire(wire.state) ?? 'UNHEALTHY',
    isLive: wire.live,
    isReady: wire.ready,
    checks: wire.checks.map(checkFromWire),
    nodes: wire.nodes.map(({ nodeId, phi, suspected, silence }) => ({
      nodeId,
      phi,
      isSuspected: suspected,
      silentMs: msOf(silence),
    })),
  };
}

function checkToWire(check: CheckReport): HealthCheck {
  const { lastMs, meanMs, p95Ms, maxMs } = check.latency;
  const { state } = check;
  return {
    name: check.name,
    kind: checkKindEnum.toWire(check.kind),
    critical: check.isCritical,
    dependsOn: [...check.dependsOn],
    state: state === 'UNKNOWN' ? 'HEALTH_STATE_UNSPECIFIED' : healthStateEnum.toWire(state),
    stateTime: timestampFromMs(check.sinceEpochMs),
    failuresInARow: check.failuresInARow,
    failure: check.failure,
    cause: check.cause,
    latency: {
      last: durationFromMs(lastMs),
      mean: durationFromMs(meanMs),
      p95: durationFromMs(p95Ms),
      max: durationFromMs(maxMs),
    },
    results: check.results.map(({ startedAtEpochMs, latencyMs, failure }) => ({
      startTime: timestampFromMs(startedAtEpochMs),
      latency: durationFromMs(latencyMs),
      failure,
    })),
  };
}

function checkFromWire(wire: HealthCheck__Output): CheckReport {
  const { latency } = wire;
  const state = healthStateEnum.fromWire(wire.state);
  return {
    name: wire.name,
    kind: checkKindEnum.fromWire(wire.kind) ?? 'DEPENDENCY',
    isCritical: wire.critical,
    dependsOn: wire.dependsOn,
    state: state === 'HEALTHY' || state === 'UNHEALTHY' ? state : 'UNKNOWN',
    sinceEpochMs: msOf(wire.stateTime),
    failuresInARow: wire.failuresInARow,
    failure: wire.failure,
    cause: wire.cause,
    latency: {
      lastMs: msOf(latency?.last),
      meanMs: msOf(latency?.mean),
      p95Ms: msOf(latency?.p95),
      maxMs: msOf(latency?.max),
    },
    results: wire.results.map((result) => ({
      startedAtEpochMs: msOf(result.startTime),
      latencyMs: msOf(result.latency),
      failure: result.failure,
    })),
  };
}

function durationFromMs(ms: number): WireDuration {
  return durationFromUs(ms * 1000);
}

function msOf(wire: WireDuration | null | undefined): number {
  return durationToUs(wire) / 1000;
}
