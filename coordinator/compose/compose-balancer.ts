/** The balancer over the nodes, for runs and for sessions. */
import { policyChoiceFromText } from '../../shared/nodes/policy-choice.ts';
import { systemRandom } from '../../shared/random/system-random.ts';
import type { Logger } from '../../shared/telemetry/logger.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { LoadBalancer } from '../balancing/load-balancer.ts';
import { outlierLog } from '../balancing/outlier-log.ts';
import type { CoordinatorConfig } from '../config.ts';
import type { NodeRegistry } from '../sessions/node-registry.ts';
import type { NodeSession } from '../sessions/node-session.ts';

interface Given {
  readonly nodes: NodeRegistry;
  readonly clock: Clock;
  readonly logger: Logger;
}

export function composeBalancer(
  { balancer }: CoordinatorConfig,
  { nodes, clock, logger }: Given,
): LoadBalancer<NodeSession> {
  return new LoadBalancer({
    nodes,
    policy: policyChoiceFromText(balancer),
    clock,
    random: systemRandom(),
    observer: outlierLog(logger),
  });
}
