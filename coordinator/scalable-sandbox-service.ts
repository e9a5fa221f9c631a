/**
 * The coordinator, whole: the gRPC services over the dispatcher, the dispatcher over the nodes.
 *
 *   stopped ──start──▶ serving ──stop──▶ draining ──last answer, or grace over──▶ stopped
 */
import { HealthImplementation } from 'grpc-health-check';
import { evenRandom } from '../shared/random/even-random.ts';
import { newId, newToken, systemRandom } from '../shared/random/system-random.ts';
import type { Logger } from '../shared/telemetry/logger.ts';
import type { Clock } from '../shared/time/clock.ts';
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
import { LeastConnections } from './balancing/least-connections.ts';
import { type Caches, openCaches } from './cache/open-caches.ts';
import { ClusterEngine } from './cache/results/cluster-engine.ts';
import { ResultCache } from './cache/results/result-cache.ts';
import type { CoordinatorConfig } from './config.ts';
import { FunctionRegistry } from './functions/function-registry.ts';
import { KeptSessions } from './kept-sessions/kept-sessions.ts';
import type { Stores } from './open-stores.ts';
import { breakerLog } from './resilience/breaker-log.ts';
import { Resilience } from './resilience/resilience.ts';
import { clientCertificates } from './services/client-certificates.ts';
import { cacheHandlers } from './services/cluster/cache.ts';
import { breakerHandlers } from './services/cluster/breakers.ts';
import { clusterServiceHandlers } from './services/cluster-service.ts';
import { executionServiceHandlers } from './services/execution-service.ts';
import type { ExecutionStream } from './services/execution-stream.ts';
import { forAdministrators } from './services/for-administrators.ts';
import { functionServiceHandlers } from './services/function-service.ts';
import { nodeServiceHandlers } from './services/node-service.ts';
import { addReflection } from './services/reflection-service.ts';
import { sessionServiceHandlers } from './services/session-service.ts';
import { tenantServiceHandlers } from './services/tenant-service.ts';
import { NodeRegistry } from './sessions/node-registry.ts';
import { NodeRoster, type NodeRosterObserver } from './sessions/node-roster.ts';
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

const executionServiceName = 'isopod.v1.ExecutionService';

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
  readonly #resilience: Resilience;
  readonly #stores: Stores;
  readonly #functions: FunctionRegistry;
  readonly #sessions: KeptSessions;
  readonly #tenancy: Tenancy;
  readonly #transport: Transport;
  readonly #server: GrpcServer;
  readonly #health = new HealthImplementation({
    '': 'SERVING',
    [executionServiceName]: 'NOT_SERVING',
  });
  #isStopping = false;

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
    const balancer = new LeastConnections(systemRandom());
    this.#resilience = new Resilience(config, {
      clock,
      random: systemRandom(),
      observer: breakerLog(logger),
    });
    const resilience = this.#resilience;
    this.#dispatcher = new Dispatcher(config, { nodes, balancer, resilience, clock });
    this.#caches = openCaches(config, {
      clock,
      random: systemRandom(),
      logger,
      newId,
      dependencies: resilience.dependencies,
    });
    this.#desk = new ResultCache({
      desk: this.#dispatcher,
      cache: this.#caches.results,
      engine: new ClusterEngine(nodes),
      clock,
    });
    this.#roster = new NodeRoster({
      coordinatorId: newId(),
      nodes,
      owner: this.#dispatcher,
      guards: resilience.nodes,
      clock,
      observer: this.#rosterObserver(),
      nodeSilenceMsMax: config.nodeSilenceMsMax,
    });
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
    this.#caches.tiers.start();
    const bound = await this.#server.listen(host, port, this.#transport.certificates);
    const isEncrypted = this.#transport.certificates !== undefined;
    this.#logger.info({ host, port: bound, isEncrypted }, 'coordinator listens');
    return bound;
  }

  /** Says so, finishes what there is within the grace, closes. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    this.#health.setStatus('', 'NOT_SERVING');
    this.#reportHealth();
    this.#server.turnAway();
    this.#logger.info({ executions: this.#dispatcher.unanswered }, 'coordinator drains');
    await this.#dispatcher.close(this.#config.drainGraceMs);
    for (const stream of this.#streams) stream.shutDown();
    this.#roster.sayGoodbye();
    await this.#server.close(farewellMsMax);
    this.#transport.certificates?.close();
    this.#roster.close();
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
        ...clusterServiceHandlers({ nodes: this.#nodes, clock }),
        ...breakerHandlers({ resilience: this.#resilience, logger: this.#logger }),
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
    this.#health.addToServer(services);
    addReflection(services, this.#logger);
  }

  /** Executions are served while there is a node to serve them. */
  #reportHealth(): void {
    const isServing = !this.#isStopping && this.#nodes.active.length > 0;
    this.#health.setStatus(executionServiceName, isServing ? 'SERVING' : 'NOT_SERVING');
  }

  #rosterObserver(): NodeRosterObserver {
    return {
      joined: ({ nodeId, hello }) => {
        this.#reportHealth();
        this.#logger.info({ nodeId, capacity: hello.capacity }, 'node joined');
      },
      draining: ({ nodeId }) => {
        this.#reportHealth();
        this.#logger.info({ nodeId }, 'node drains');
      },
      suspected: ({ nodeId }, phi) => {
        this.#reportHealth();
        this.#logger.warn({ nodeId, phi }, 'node is suspected');
      },
      trusted: ({ nodeId }) => {
        this.#reportHealth();
        this.#logger.info({ nodeId }, 'node was heard of again');
      },
      left: ({ nodeId }, { reason, runsLost }) => {
        this.#reportHealth();
        const level = runsLost > 0 ? 'warn' : 'info';
        this.#logger[level]({ nodeId, reason, runsLost }, 'node left');
      },
    };
  }
}
