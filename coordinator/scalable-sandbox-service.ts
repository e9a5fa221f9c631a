/**
 * The coordinator, whole: the gRPC services over the dispatcher, the dispatcher over the nodes.
 *
 *   stopped ──start──▶ serving ──stop──▶ draining ──last answer, or grace over──▶ stopped
 */
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { ReflectionService } from '@grpc/reflection';
import { HealthImplementation } from 'grpc-health-check';
import { newId, systemRandom } from '../shared/random/system-random.ts';
import type { Logger } from '../shared/telemetry/logger.ts';
import type { Clock } from '../shared/time/clock.ts';
import {
  ClusterService,
  ExecutionService,
  NodeService,
  packageDefinition,
} from '../shared/wire/services.ts';
import { Dispatcher } from './admission/dispatcher.ts';
import { LeastConnections } from './balancing/least-connections.ts';
import type { CoordinatorConfig } from './config.ts';
import { clusterServiceHandlers } from './services/cluster-service.ts';
import { executionServiceHandlers } from './services/execution-service.ts';
import { nodeServiceHandlers } from './services/node-service.ts';
import { NodeRegistry } from './sessions/node-registry.ts';
import { NodeRoster } from './sessions/node-roster.ts';

interface ServiceParts {
  readonly clock: Clock;
  readonly logger: Logger;
}

const executionServiceName = 'isopod.v1.ExecutionService';

export class ScalableSandboxService {
  readonly #config: CoordinatorConfig;
  readonly #logger: Logger;
  readonly #nodes = new NodeRegistry();
  readonly #dispatcher: Dispatcher;
  readonly #roster: NodeRoster;
  readonly #server: Server;
  readonly #health = new HealthImplementation({
    '': 'SERVING',
    [executionServiceName]: 'NOT_SERVING',
  });

  constructor(config: CoordinatorConfig, { clock, logger }: ServiceParts) {
    this.#config = config;
    this.#logger = logger;
    const nodes = this.#nodes;
    const balancer = new LeastConnections(systemRandom());
    this.#dispatcher = new Dispatcher(config, { nodes, balancer, clock });
    this.#roster = new NodeRoster({
      coordinatorId: newId(),
      nodes,
      owner: this.#dispatcher,
      clock,
      observer: this.#rosterObserver(),
    });
    this.#server = new Server({
      'grpc.max_receive_message_length': config.messageBytesMax,
      'grpc.max_send_message_length': config.messageBytesMax,
      // channelz counts every message of every connection; nobody reads it here.
      'grpc.enable_channelz': 0,
    });
    this.#addServices(clock);
  }

  /** Begins to listen and returns the port. Throws where the address cannot be had. */
  async start(): Promise<number> {
    const { listenHost: host, port } = this.#config;
    const address = `${host.includes(':') ? `[${host}]` : host}:${port}`;
    const bound = await new Promise<number>((resolve, reject) => {
      this.#server.bindAsync(address, ServerCredentials.createInsecure(), (error, boundPort) => {
        if (error) reject(error);
        else resolve(boundPort);
      });
    });
    this.#logger.info({ host, port: bound }, 'coordinator listens');
    return bound;
  }

  /** Says so, finishes what there is within the grace, closes. */
  async stop(): Promise<void> {
    this.#health.setStatus('', 'NOT_SERVING');
    this.#health.setStatus(executionServiceName, 'NOT_SERVING');
    this.#logger.info({ executions: this.#dispatcher.unanswered }, 'coordinator drains');
    await this.#dispatcher.close(this.#config.drainGraceMs);
    this.#roster.sayGoodbye();
    this.#roster.close();
    this.#server.forceShutdown();
    this.#logger.info({}, 'coordinator stopped');
  }

  #addServices(clock: Clock): void {
    const { nodeToken, streamExecutionsMax } = this.#config;
    const dispatcher = this.#dispatcher;
    this.#server.addService(
      ExecutionService.service,
      executionServiceHandlers({ dispatcher, clock, streamExecutionsMax }),
    );
    this.#server.addService(
      NodeService.service,
      nodeServiceHandlers({ door: this.#roster, clock, nodeToken }),
    );
    this.#server.addService(
      ClusterService.service,
      clusterServiceHandlers({ nodes: this.#nodes, clock }),
    );
    this.#health.addToServer(this.#server);
    new ReflectionService(packageDefinition).addToServer(this.#server);
  }

  /** Executions are served while there is a node to serve them. */
  #rosterObserver(): ConstructorParameters<typeof NodeRoster>[0]['observer'] {
    const reportHealth = (): void =>
      this.#health.setStatus(
        executionServiceName,
        this.#nodes.active.length > 0 ? 'SERVING' : 'NOT_SERVING',
      );
    return {
      joined: ({ nodeId, hello }) => {
        reportHealth();
        this.#logger.info({ nodeId, capacity: hello.capacity }, 'node joined');
      },
      left: ({ nodeId }, reason, runsLost) => {
        reportHealth();
        this.#logger.warn({ nodeId, reason, runsLost }, 'node left');
      },
    };
  }
}
