/**
 * The coordinator, whole: the gRPC services over the dispatcher, the dispatcher over the nodes.
 *
 *   stopped ──start──▶ serving ──stop──▶ draining ──last answer, or grace over──▶ stopped
 */
import { policyChoiceFromText } from '../shared/nodes/policy-choice.ts';
import { evenRandom } from '../shared/random/even-random.ts';
import { newId, newToken, systemRandom } from '../shared/random/system-random.ts';
import type { Logger } from '../shared/telemetry/logger.ts';
import type { Clock } from '../shared/time/clock.ts';
import { healthService } from '../shared/wire/health-service.ts';
import {
  ClusterService,
  ExecutionService,
  FunctionService,
  NodeService,
  SessionService,
  TenantService,
} from '../shared/wire/services.ts';
import { Dispatcher } from './admission/dispatcher.ts';
import type { ExecutionDesk } from './admission/execution-desk.ts';
import { LoadBalancer } from './balancing/load-balancer.ts';
import { outlierLog } from './balancing/outlier-log.ts';
import { type Caches, openCaches } from './cache/open-caches.ts';
import { ClusterEngine } from './cache/results/cluster-engine.ts';
import { ResultCache } from './cache/results/result-cache.ts';
import type { CoordinatorConfig } from './config.ts';
import { FunctionRegistry } from './functions/function-registry.ts';
import { CoordinatorHealth } from './health/coordinator-health.ts';
import { KeptSessions } from './kept-sessions/kept-sessions.ts';
import type { Stores } from './open-stores.ts';
import { breakerLog } from './resilience/breaker-log.ts';
import { Resilience } from './resilience/resilience.ts';
import { clientCertificates } from './services/client-certificates.ts';
import { alertHandlers } from './services/cluster/alerts.ts';
import { balancerHandlers } from './services/cluster/balancer.ts';
import { breakerHandlers } from './services/cluster/breakers.ts';
import { cacheHandlers } from './services/cluster/cache.ts';
import { healthHandlers } from './services/cluster/health.ts';
import { nodeHandlers } from './services/cluster/nodes.ts';
import { executionServiceHandlers } from './services/execution-service.ts';
import type { ExecutionStream } from './services/execution-stream.ts';
import { forAdministrators } from './services/for-administrators.ts';
import { functionServiceHandlers } from './services/function-service.ts';
import { healthServiceHandlers } from './services/health-service.ts';
import { addLoadReportService, LoadReports } from './services/load-reports.ts';
import { nodeServiceHandlers } from './services/node-service.ts';
import { OpenWatches } from './services/open-watches.ts';
import { addReflection } from './services/reflection-service.ts';
import { sessionServiceHandlers } from './services/session-service.ts';
import { tenantServiceHandlers } from './services/tenant-service.ts';
import { NodeRegistry } from './sessions/node-registry.ts';
import { NodeRoster } from './sessions/node-roster.ts';
import type { NodeSession } from './sessions/node-session.ts';
import { NodeSteering } from './sessions/node-steering.ts';
import { NodeWatch } from './sessions/node-watch.ts';
import { allOf, healthOfRoster, rosterLog } from './sessions/roster-observers.ts';
import { deleteBelongings } from './tenancy/delete-belongings.ts';
import { Tenancy } from './tenancy/tenancy.ts';
import { GrpcServer } from './transport/grpc-server.ts';
import type { Transport } from './transport/open-transport.ts';

interface ServiceParts {
  /** Closed with the service. */
  readonly transport: Transport;
  readonly clock: Clock;
  readonly logger: Logger;
  /** They are closed with the service. */
  readonly stores: Stores;
}

/** How long answers that are already given may take to leave, and agents to say goodbye. */
const farewellMsMax = 1_000;

/** For grpc.health.v1. */
const serviceNames = {
  ofNodes: ['isopod.v1.ExecutionService', 'isopod.v1.SessionService'],
  others: ['NodeService', 'ClusterService', 'FunctionService', 'TenantService'].map(
    (name) => `isopod.v1.${name}`,
  ),
};

export class ScalableSandboxService {
  readonly #config: CoordinatorConfig;
  readonly #logger: Logger;
  readonly #streams = new Set<ExecutionStream>();
  readonly #nodes = new NodeRegistry();
  readonly #dispatcher: Dispatcher;
  readonly #caches: Caches;
  /** Where executions are handed in. */
  readonly #desk: ExecutionDesk;
  readonly #roster: NodeRoster;
  readonly #balancer: LoadBalancer<NodeSession>;
  readonly #resilience: Resilience;
  readonly #stores: Stores;
  readonly #functions: FunctionRegistry;
  readonly #sessions: KeptSessions;
  readonly #tenancy: Tenancy;
  readonly #loadReports: LoadReports;
  readonly #transport: Transport;
  readonly #server: GrpcServer;
  readonly #health: CoordinatorHealth;
  readonly #watches = new OpenWatches();
  /** Of health, which anybody may watch: they take nothing from administrators. */
  readonly #probes = new OpenWatches();
  readonly #nodeWatch: NodeWatch;

  constructor(config: CoordinatorConfig, { clock, logger, stores, transport }: ServiceParts) {
    this.#config = config;
    this.#stores = stores;
    this.#functions = new FunctionRegistry({
      store: stores.functions,
      clock,
      random: evenRandom(systemRandom()),
    });
    this.#logger = logger;
    const nodes = this.#nodes;
    const sessions = new KeptSessions({ nodes, clock, newSecret: newToken });
    this.#sessions = sessions;
    const belongings = { functions: this.#functions, sessions };
    this.#tenancy = new Tenancy({
      store: stores.tenants,
      adminKeyHashes: config.adminKeyHashes,
      clock,
      newSecret: newToken,
      deleteBelongings: (tenantId) => deleteBelongings(belongings, tenantId),
    });
    this.#resilience = new Resilience(config, {
      clock,
      random: systemRandom(),
      observer: breakerLog(logger),
    });
    const resilience = this.#resilience;
    const balancer = new LoadBalancer({
      nodes,
      policy: policyChoiceFromText(config.balancer),
      clock,
      random: systemRandom(),
      observer: outlierLog(logger),
    });
    this.#balancer = balancer;
    const health = new CoordinatorHealth({
      ...config,
      nodes,
      queue: { longestWaitMs: () => this.#dispatcher.longestWaitMs },
      breakers: resilience,
      services: serviceNames,
      clock,
      random: systemRandom(),
      newId,
      logger,
    });
    this.#health = health;
    const answered = (isFault: boolean): void => {
      health.executions.answered(isFault);
      this.#loadReports.answered(isFault);
    };
    const { directory } = this.#tenancy;
    this.#dispatcher = new Dispatcher(config, {
      nodes,
      balancer,
      resilience,
      weightOf: (tenantId) => directory.weightOf(tenantId),
      answered,
      clock,
    });
    this.#caches = openCaches(config, {
      clock,
      random: systemRandom(),
      logger,
      newId,
      dependencies: resilience.dependencies,
    });
    health.addCaches(this.#caches.tiers);
    this.#desk = new ResultCache({
      desk: this.#dispatcher,
      cache: this.#caches.results,
      engine: new ClusterEngine(nodes),
      clock,
    });
    this.#nodeWatch = new NodeWatch(clock);
    this.#roster = new NodeRoster({
      coordinatorId: newId(),
      nodes,
      owner: this.#dispatcher,
      guards: resilience.nodes,
      feedback: balancer,
      clock,
      observer: allOf(rosterLog(logger), healthOfRoster(health), this.#nodeWatch.observer, {
        suspected: ({ nodeId }) => balancer.missed(nodeId),
        left: ({ nodeId }, { wasSudden }) => wasSudden && balancer.missed(nodeId),
      }),
      nodeSilenceMsMax: config.nodeSilenceMsMax,
    });
    const unanswered = (): number => this.#dispatcher.unanswered;
    this.#loadReports = new LoadReports({ nodes, unanswered, clock });
    this.#transport = transport;
    this.#server = new GrpcServer({
      ...config.transport,
      messageBytesMax: config.messageBytesMax,
      interceptors: config.transport.tls?.clientAuthorities
        ? [clientCertificates(transport.peers)]
        : [],
    });
    this.#addServices(clock);
  }

  /** Begins to listen and returns the port. Throws where the address cannot be had. */
  async start(): Promise<number> {
    const { listenHost: host, port } = this.#config;
    await this.#tenancy.directory.open();
    void this.#caches.tiers.start();
    this.#health.start();
    const bound = await this.#server.listen(host, port, this.#transport.certificates);
    const isEncrypted = this.#transport.certificates !== undefined;
    this.#logger.info({ host, port: bound, isEncrypted }, 'coordinator listens');
    return bound;
  }

  /** Says so, finishes what there is within the grace, closes. */
  async stop(): Promise<void> {
    this.#health.leave();
    this.#server.turnAway();
    this.#logger.info({ executions: this.#dispatcher.unanswered }, 'coordinator drains');
    await this.#dispatcher.close(this.#config.drainGraceMs);
    for (const stream of this.#streams) stream.shutDown();
    this.#roster.sayGoodbye();
    this.#watches.close();
    this.#probes.close();
    await this.#server.close(farewellMsMax);
    this.#transport.certificates?.close();
    this.#health.stop();
    this.#roster.close();
    this.#balancer.close();
    await this.#caches.tiers.close();
    await this.#stores.close();
    this.#logger.info({}, 'coordinator stopped');
  }

  #addServices(clock: Clock): void {
    const streams = this.#streams;
    const { streamExecutionsMax } = this.#config;
    const { admission, peers } = this.#transport;
    const { services } = this.#server;
    const desk = this.#desk;
    const { authenticator } = this.#tenancy;
    const logger = this.#logger;
    const guarded = { authenticator, logger };
    services.addService(
      ExecutionService.service,
      executionServiceHandlers({
        ...guarded,
        desk,
        functions: this.#functions,
        clock,
        streamExecutionsMax,
        loadReports: this.#config.transport.loadReportTrailers ? this.#loadReports : undefined,
        streams,
      }),
    );
    services.addService(
      NodeService.service,
      nodeServiceHandlers({ door: this.#roster, clock, admission, peers, logger }),
    );
    services.addService(
      ClusterService.service,
      forAdministrators(guarded, {
        ...nodeHandlers({
          nodes: this.#nodes,
          steering: new NodeSteering({ nodes: this.#nodes, roster: this.#roster, clock }),
          watch: this.#nodeWatch,
          watches: this.#watches,
          clock,
          logger,
        }),
        ...breakerHandlers({ resilience: this.#resilience, logger }),
        ...cacheHandlers({ tiers: this.#caches.tiers, logger }),
        ...alertHandlers({
          alerting: this.#health.monitor.alerting,
          watches: this.#watches,
          logger,
        }),
        ...healthHandlers({
          monitor: this.#health.monitor,
          nodes: this.#nodes,
          roster: this.#roster,
          clock,
        }),
        ...balancerHandlers({
          balancer: this.#balancer,
          placeWaiting: () => this.#dispatcher.roomFreed(),
          logger,
        }),
      }),
    );
    services.addService(
      FunctionService.service,
      functionServiceHandlers({ ...guarded, registry: this.#functions }),
    );
    services.addService(
      SessionService.service,
      sessionServiceHandlers({ ...guarded, sessions: this.#sessions }),
    );
    services.addService(
      TenantService.service,
      forAdministrators(guarded, tenantServiceHandlers({ tenancy: this.#tenancy, logger })),
    );
    services.addService(
      healthService,
      healthServiceHandlers({ board: this.#health.board, watches: this.#probes }),
    );
    addReflection(services, this.#logger);
    addLoadReportService(services, this.#loadReports, { clock, watches: this.#watches });
  }
}
