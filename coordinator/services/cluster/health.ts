/** ClusterService's view of health. */
import type { ClusterServiceHandlers } from '../../../shared/generated/isopod/v1/ClusterService.ts';
import type { HealthReport } from '../../../shared/health/health-report.ts';
import type { Clock } from '../../../shared/time/clock.ts';
import { healthToWire } from '../../../shared/wire/health-codec.ts';
import type { HealthMonitor } from '../../health/health-monitor.ts';
import type { NodeRegistry } from '../../sessions/node-registry.ts';
import type { NodeRoster } from '../../sessions/node-roster.ts';

export interface HealthParts {
  readonly monitor: HealthMonitor;
  readonly nodes: NodeRegistry;
  readonly roster: Pick<NodeRoster, 'phiOf'>;
  readonly clock: Clock;
}

export function healthHandlers(parts: HealthParts): Pick<ClusterServiceHandlers, 'GetHealth'> {
  return { GetHealth: (_call, respond) => respond(null, healthToWire(reportOf(parts))) };
}

function reportOf({ monitor, nodes, roster, clock }: HealthParts): HealthReport {
  const { state, isLive, isReady, checks } = monitor;
  return {
    state,
    isLive,
    isReady,
    checks,
    nodes: nodes.all.map((session) => ({
      nodeId: session.nodeId,
      phi: roster.phiOf(session),
      isSuspected: nodes.isSuspected(session.nodeId),
      silentMs: Math.max(0, clock.nowMs() - session.heardAtMs),
    })),
  };
}
