/** The gRPC services over the parts of a coordinator. */
import type { Server } from '@grpc/grpc-js';
import type { Logger } from '../../shared/telemetry/logger.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { healthService } from '../../shared/wire/health-service.ts';
import {
  ClusterService,
  ExecutionService,
  FunctionService,
  NodeService,
  SessionService,
  TenantService,
} from '../../shared/wire/services.ts';
import type { CoordinatorConfig } from '../config.ts';
import { alertHandlers } from '../services/cluster/alerts.ts';
import { balancerHandlers } from '../services/cluster/balancer.ts';
import { breakerHandlers } from '../services/cluster/breakers.ts';
import { cacheHandlers } from '../services/cluster/cache.ts';
import { healthHandlers } from '../services/cluster/health.ts';
import { nodeHandlers } from '../services/cluster/nodes.ts';
import { executionServiceHandlers } from '../services/execution-service.ts';
import type { ExecutionStream } from '../services/execution-stream.ts';
import { forAdministrators } from '../services/for-administrators.ts';
import { functionServiceHandlers } from '../services/function-service.ts';
import { healthServiceHandlers } from '../services/health-service.ts';
import { addLoadReportService } from '../services/load-reports.ts';
import { nodeServiceHandlers } from '../services/node-service.ts';
import type { OpenWatches } from '../services/open-watches.ts';
import { addReflection } from '../services/reflection-service.ts';
import { sessionServiceHandlers } from '../services/session-service.ts';
import { tenantServiceHandlers } from '../services/tenant-service.ts';
import type { NodeRegistry } from '../sessions/node-registry.ts';
import { NodeSteering } from '../sessions/node-steering.ts';
import type { Transport } from '../transport/open-transport.ts';
import type { NodeParts } from './node-parts.ts';
import type { RunParts } from './run-parts.ts';
import type { TenantParts } from './tenant-parts.ts';

export interface ServedParts extends RunParts, TenantParts, NodeParts {
  readonly config: CoordinatorConfig;
  readonly nodes: NodeRegistry;
  readonly transport: Transport;
  /** The ExecuteStream calls that are open. */
  readonly streams: Set<ExecutionStream>;
  readonly watches: OpenWatches;
  /** Of what anybody may watch, as health: they take nothing from administrators. */
  readonly probes: OpenWatches;
  readonly clock: Clock;
  readonly logger: Logger;
}

type Services = Pick<Server, 'addService'>;

export function addServices(services: Services, parts: ServedParts): void {
  addServicesOfTenants(services, parts);
  addServicesOfAdministrators(services, parts);
  addServicesOfMachines(services, parts);
}

function addServicesOfTenants(services: Services, parts: ServedParts): void {
  const { config, desk, functions, sessions, loadReports, streams, clock, logger } = parts;
  const { authenticator } = parts.tenancy;
  const guarded = { authenticator, logger };
  services.addService(
    ExecutionService.service,
    executionServiceHandlers({
      ...guarded,
      desk,
      functions,
      clock,
      streamExecutionsMax: config.streamExecutionsMax,
      loadReports: config.transport.loadReportTrailers ? loadReports : undefined,
      streams,
    }),
  );
  services.addService(
    FunctionService.service,
    functionServiceHandlers({ ...guarded, registry: functions }),
  );
  services.addService(SessionService.service, sessionServiceHandlers({ ...guarded, sessions }));
}

function addServicesOfAdministrators(services: Services, parts: ServedParts): void {
  const { nodes, roster, nodeWatch, resilience, caches, health, tenancy } = parts;
  const { balancer, dispatcher, watches, clock, logger } = parts;
  const guarded = { authenticator: tenancy.authenticator, logger };
  const { monitor } = health;
  const steering = new NodeSteering({ nodes, roster, clock });
  const placeWaiting = (): void => dispatcher.roomFreed();
  services.addService(
    ClusterService.service,
    forAdministrators(guarded, {
      ...nodeHandlers({ nodes, steering, watch: nodeWatch, watches, clock, logger }),
      ...breakerHandlers({ resilience, logger }),
      ...cacheHandlers({ tiers: caches.tiers, logger }),
      ...alertHandlers({ alerting: monitor.alerting, watches, logger }),
      ...healthHandlers({ monitor, nodes, roster, clock }),
      ...balancerHandlers({ balancer, placeWaiting, logger }),
    }),
  );
  services.addService(
    TenantService.service,
    forAdministrators(guarded, tenantServiceHandlers({ tenancy, logger })),
  );
}

/** Agents, load balancers, probes, and tools that ask what there is. */
function addServicesOfMachines(services: Services, parts: ServedParts): void {
  const { roster, transport, health, loadReports, probes, clock, logger } = parts;
  const { admission, peers } = transport;
  services.addService(
    NodeService.service,
    nodeServiceHandlers({ door: roster, clock, admission, peers, logger }),
  );
  services.addService(
    healthService,
    healthServiceHandlers({ board: health.board, watches: probes }),
  );
  addReflection(services, { watches: probes, logger });
  addLoadReportService(services, loadReports, { clock, watches: probes });
}
