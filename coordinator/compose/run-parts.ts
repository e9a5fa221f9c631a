/** The way of an execution, from where it is handed in to the nodes, and those who watch over it. */
import { newId, systemRandom } from '../../shared/random/system-random.ts';
import type { Logger } from '../../shared/telemetry/logger.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { Dispatcher } from '../admission/dispatcher.ts';
import type { LoadBalancer } from '../balancing/load-balancer.ts';
import { type Caches, openCaches } from '../cache/open-caches.ts';
import { ClusterEngine } from '../cache/results/cluster-engine.ts';
import { ResultCache } from '../cache/results/result-cache.ts';
import type { CoordinatorConfig } from '../config.ts';
import { CoordinatorHealth } from '../health/coordinator-health.ts';
import { breakerLog } from '../resilience/breaker-log.ts';
import { Resilience } from '../resilience/resilience.ts';
import { LoadReports } from '../services/load-reports.ts';
import type { NodeRegistry } from '../sessions/node-registry.ts';
import type { NodeSession } from '../sessions/node-session.ts';
import type { Tenancy } from '../tenancy/tenancy.ts';
import { serviceNames } from './service-names.ts';

interface Given {
  readonly nodes: NodeRegistry;
  readonly balancer: LoadBalancer<NodeSession>;
  readonly tenancy: Tenancy;
  readonly clock: Clock;
  readonly logger: Logger;
}

export interface RunParts {
  /** Where executions are handed in. */
  readonly desk: ResultCache;
  readonly caches: Caches;
  readonly dispatcher: Dispatcher;
  readonly balancer: LoadBalancer<NodeSession>;
  readonly resilience: Resilience;
  readonly health: CoordinatorHealth;
  readonly loadReports: LoadReports;
}

export function composeRunParts(config: CoordinatorConfig, given: Given): RunParts {
  const { nodes, balancer, tenancy, clock, logger } = given;
  const random = systemRandom();
  const resilience = new Resilience(config, { clock, random, observer: breakerLog(logger) });
  const health = new CoordinatorHealth({
    ...config,
    nodes,
    queue: { longestWaitMs: () => dispatcher.longestWaitMs },
    breakers: resilience,
    services: serviceNames,
    clock,
    random,
    newId,
    logger,
  });
  const loadReports = new LoadReports({ nodes, unanswered: () => dispatcher.unanswered, clock });
  const dispatcher = new Dispatcher(config, {
    nodes,
    balancer,
    resilience,
    weightOf: (tenantId) => tenancy.directory.weightOf(tenantId),
    answered: (isFault) => {
      health.executions.answered(isFault);
      loadReports.answered(isFault);
    },
    clock,
  });
  const { dependencies } = resilience;
  const caches = openCaches(config, { clock, random, logger, newId, dependencies });
  health.addCaches(caches.tiers);
  const cache = caches.results;
  const desk = new ResultCache({
    desk: dispatcher,
    cache,
    engine: new ClusterEngine(nodes),
    clock,
  });
  return { desk, caches, dispatcher, balancer, resilience, health, loadReports };
}
