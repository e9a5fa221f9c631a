/** Nodes as they come and go, and who hears of it. */
import { newId } from '../../shared/random/system-random.ts';
import type { Logger } from '../../shared/telemetry/logger.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { CoordinatorConfig } from '../config.ts';
import type { NodeRegistry } from '../sessions/node-registry.ts';
import { NodeRoster } from '../sessions/node-roster.ts';
import { NodeWatch } from '../sessions/node-watch.ts';
import { allOf, healthOfRoster, rosterLog } from '../sessions/roster-observers.ts';
import type { RunParts } from './run-parts.ts';

interface Given extends RunParts {
  readonly nodes: NodeRegistry;
  readonly clock: Clock;
  readonly logger: Logger;
}

export interface NodeParts {
  readonly roster: NodeRoster;
  readonly nodeWatch: NodeWatch;
}

export function composeNodeParts(
  { nodeSilenceMsMax }: CoordinatorConfig,
  { nodes, dispatcher, resilience, balancer, health, clock, logger }: Given,
): NodeParts {
  const nodeWatch = new NodeWatch(clock);
  const roster = new NodeRoster({
    coordinatorId: newId(),
    nodes,
    owner: dispatcher,
    guards: resilience.nodes,
    feedback: balancer,
    clock,
    observer: allOf(rosterLog(logger), healthOfRoster(health), nodeWatch.observer, {
      suspected: ({ nodeId }) => balancer.missed(nodeId),
      left: ({ nodeId }, { wasSudden }) => wasSudden && balancer.missed(nodeId),
    }),
    nodeSilenceMsMax,
  });
  return { roster, nodeWatch };
}
