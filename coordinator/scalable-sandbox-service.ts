/**
 * The coordinator, whole: the gRPC services over the dispatcher, the dispatcher over the nodes.
 *
 *   stopped ──start──▶ serving ──stop──▶ draining ──last answer, or grace over──▶ stopped
 */
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { ReflectionService } from '@grpc/reflection';
import { HealthImplementation } from 'grpc-health-check';
import { evenRandom } from '../shared/random/even-random.ts';
import { newId, newToken, systemRandom } from '../shared/random/system-random.ts';
import type { Logger } from '../shared/telemetry/logger.ts';
import type { Clock } from '../shared/time/clock.ts';
import { loadForReflection } from '../shared/wire/load-for-reflection.ts';
import {
  ClusterService,
  ExecutionService,
  FunctionService,
  NodeService,
  SessionService,
} from '../shared/wire/services.ts';
import { Dispatcher } from './admission/dispatcher.ts';
import { LeastConnections } from './balancing/least-connections.ts';
import type { CoordinatorConfig } from './config.ts';
import { FunctionRegistry } from './functions/function-registry.ts';
import { KeptSessions } from './kept-sessions/kept-sessions.ts';
import type { Stores } from './open-stores.ts';
import { breakerLog } from './resilience/breaker-log.ts';
import { Resilience } from './resilience/resilience.ts';
import { clusterServiceHandlers } from './services/cluster-service.ts';
import { executionServiceHandlers } from './services/execution-service.ts';
import type { ExecutionStream } from './services/execution-stream.ts';
import { functionServiceHandlers } from './services/function-service.ts';
import { nodeServiceHandlers } from './services/node-service.ts';
import { sessionServiceHandlers } from './services/session-service.ts';
import { NodeRegistry } from './sessions/node-registry.ts';
import { NodeRoster, type NodeRosterObserver } from './sessions/node-roster.ts';

interface ServiceParts {
  readonly clock: Clock;
  readonly logger: Logger;
  /** They are closed with the service. */
  readonly stores: Stores;
}

/** How long answers that are already given may take to leave, and agents to say goodbye. */
const farewellMsMax = 1_000;
/** A peer that vanished is found by asking: it does not close its connection. */
const keepaliveTimeMs = 30_000;
const keepaliveTimeoutMs = 20_000;

const executionServiceName = 'isopod.v1.ExecutionService';

export class ScalableSandboxService {
  readonly #config: CoordinatorConfig;
  readonly #logger: Logger;
  readonly #streams = new Set<ExecutionStream>();
  readonly #nodes = new NodeRegistry();
  readonly #dispatcher: Dispatcher;
  readonly #roster: NodeRoster;
  readonly #resilience: Resilience;
  readonly #stores: Stores;
  readonly #functions: FunctionRegistry;
  readonly #server: Server;
  readonly #health = new HealthImplementation({
    '': 'SERVING',
    [executionServiceName]: 'NOT_SERVING',
  });
  #isStopping = false;
  /** Where it listens, once it does. */
  #address: string | undefined;

  constructor(config: CoordinatorConfig, { clock, logger, stores }: ServiceParts) {
    this.#config = config;
    this.#stores = stores;
    this.#functions = new FunctionRegistry({
      store: stores.functions,
      clock,
      random: evenRandom(systemRandom()),
    });
    this.#logger = logger;
    const nodes = this.#nodes;
    const balancer = new LeastConnections(systemRandom());
    this.#resilience = new Resilience(config, {
      clock,
      random: systemRandom(),
      observer: breakerLog(logger),
    });
    const resilience = this.#resilience;
    this.#dispatcher = new Dispatcher(config, { nodes, balancer, resilience, clock });
    this.#roster = new NodeRoster({
      coordinatorId: newId(),
      nodes,
      owner: this.#dispatcher,
      guards: resilience.nodes,
      clock,
      observer: this.#rosterObserver(),
      nodeSilenceMsMax: config.nodeSilenceMsMax,
    });
    this.#server = new Server({
      'grpc.max_receive_message_length': config.messageBytesMax,
      'grpc.max_send_message_length': config.messageBytesMax,
      // channelz counts every message of every connection; nobody reads it here.
      'grpc.enable_channelz': 0,
      'grpc.keepalive_time_ms': keepaliveTimeMs,
      'grpc.keepalive_timeout_ms': keepaliveTimeoutMs,
    });
    this.#addServices(clock);
  }

  /** Begins to listen and returns the port. Throws where the address cannot be had. */
  async start(): Promise<number> {
    const { listenHost: host, port } = this.#config;
    const addressOf = (aPort: number): string =>
      `${host.includes(':') ? `[${host}]` : host}:${aPort}`;
    const bound = await new Promise<number>((resolve, reject) => {
      this.#server.bindAsync(
        addressOf(port),
        ServerCredentials.createInsecure(),
        (error, boundPort) => {
          if (error) reject(error);
          else resolve(boundPort);
        },
      );
    });
    this.#address = addressOf(bound);
    this.#logger.info({ host, port: bound }, 'coordinator listens');
    return bound;
  }

  /** Says so, finishes what there is within the grace, closes. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    this.#health.setStatus('', 'NOT_SERVING');
    this.#reportHealth();
    this.#logger.info({ executions: this.#dispatcher.unanswered }, 'coordinator drains');
    await this.#dispatcher.close(this.#config.drainGraceMs);
    for (const stream of this.#streams) stream.shutDown();
    this.#roster.sayGoodbye();
    await this.#letConnectionsEnd();
    this.#roster.close();
    await this.#stores.close();
    this.#logger.info({}, 'coordinator stopped');
  }

  /** What was answered last is still on its way; after a while whoever is left is cut off. */
  async #letConnectionsEnd(): Promise<void> {
    // Not forceShutdown: without channelz grpc-js 1.14 knows of no connections there.
    if (this.#address !== undefined) this.#server.drain(this.#address, farewellMsMax);
    await new Promise<void>((resolve) => this.#server.tryShutdown(() => resolve()));
  }

  #addServices(clock: Clock): void {
    const streams = this.#streams;
    const { nodeToken, streamExecutionsMax } = this.#config;
    const dispatcher = this.#dispatcher;
    this.#server.addService(
      ExecutionService.service,
      executionServiceHandlers({
        dispatcher,
        functions: this.#functions,
        clock,
        logger: this.#logger,
        streamExecutionsMax,
        streams,
      }),
    );
    this.#server.addService(
      NodeService.service,
      nodeServiceHandlers({ door: this.#roster, clock, nodeToken, logger: this.#logger }),
    );
    this.#server.addService(
      ClusterService.service,
      clusterServiceHandlers({ nodes: this.#nodes, clock }),
    );
    this.#server.addService(
      FunctionService.service,
      functionServiceHandlers({ registry: this.#functions, logger: this.#logger }),
    );
    const sessions = new KeptSessions({ nodes: this.#nodes, clock, newSecret: newToken });
    this.#server.addService(
      SessionService.service,
      sessionServiceHandlers({ sessions, logger: this.#logger }),
    );
    this.#health.addToServer(this.#server);
    new ReflectionService(loadForReflection()).addToServer(this.#server);
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
