/**
 * The coordinator, whole: the gRPC services over the dispatcher, the dispatcher over the nodes.
 *
 *   stopped ──start──▶ serving ──stop──▶ draining ──last answer, or grace over──▶ stopped
 */
import type { Logger } from '../shared/telemetry/logger.ts';
import type { Clock } from '../shared/time/clock.ts';
import { tenantTag } from './cache/results/result-key.ts';
import { addServices, type ServedParts } from './compose/add-services.ts';
import { composeBalancer } from './compose/compose-balancer.ts';
import { composeNodeParts } from './compose/node-parts.ts';
import { composeRunParts } from './compose/run-parts.ts';
import { composeTenantParts } from './compose/tenant-parts.ts';
import type { CoordinatorConfig } from './config.ts';
import type { Stores } from './open-stores.ts';
import { apiKeys } from './services/api-keys.ts';
import { clientCertificates } from './services/client-certificates.ts';
import { OpenWatches } from './services/open-watches.ts';
import { NodeRegistry } from './sessions/node-registry.ts';
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

export class ScalableSandboxService {
  readonly #stores: Stores;
  readonly #parts: ServedParts;
  readonly #server: GrpcServer;

  constructor(config: CoordinatorConfig, { clock, logger, stores, transport }: ServiceParts) {
    const nodes = new NodeRegistry();
    const balancer = composeBalancer(config, { nodes, clock, logger });
    const forgetResults = (tenantId: string): Promise<void> =>
      runParts.caches.results.invalidateTag(tenantTag(tenantId));
    const belongings = { nodes, balancer, stores, forgetResults, clock };
    const tenantParts = composeTenantParts(config, belongings);
    const { tenancy } = tenantParts;
    const runParts = composeRunParts(config, { nodes, balancer, tenancy, clock, logger });
    this.#stores = stores;
    this.#parts = {
      ...tenantParts,
      ...runParts,
      ...composeNodeParts(config, { ...runParts, nodes, clock, logger }),
      config,
      nodes,
      transport,
      streams: new Set(),
      watches: new OpenWatches(),
      probes: new OpenWatches(),
      clock,
      logger,
    };
    this.#server = new GrpcServer({
      ...config.transport,
      messageBytesMax: config.messageBytesMax,
      interceptors: [
        ...(config.transport.tls?.clientAuthorities ? [clientCertificates(transport.peers)] : []),
        ...(tenancy.authenticator.areKeysRequired ? [apiKeys(tenancy.authenticator)] : []),
      ],
      connectionChanged: (ends) => transport.peers.forget(ends),
      clock,
    });
    addServices(this.#server.services, this.#parts);
  }

  /** Begins to listen and returns the port. Throws where the address cannot be had. */
  async start(): Promise<number> {
    const { config, tenancy, caches, health, transport, logger } = this.#parts;
    const { listenHost: host, port } = config;
    await tenancy.directory.open();
    void caches.tiers.start();
    health.start();
    const bound = await this.#server.listen(host, port, transport.certificates);
    const isEncrypted = transport.certificates !== undefined;
    logger.info({ host, port: bound, isEncrypted }, 'coordinator listens');
    return bound;
  }

  /** Says so, finishes what there is within the grace, closes. */
  async stop(): Promise<void> {
    const { config, health, dispatcher, desk, roster, balancer, caches, transport, logger } =
      this.#parts;
    health.leave();
    this.#server.turnAway();
    logger.info({ executions: dispatcher.unanswered }, 'coordinator drains');
    await dispatcher.close(config.drainGraceMs);
    desk.close();
    for (const stream of this.#parts.streams) stream.shutDown();
    roster.sayGoodbye();
    this.#parts.watches.close();
    this.#parts.probes.close();
    await this.#server.close(farewellMsMax);
    transport.certificates?.close();
    health.stop();
    roster.close();
    balancer.close();
    await caches.tiers.close();
    await this.#stores.close();
    logger.info({}, 'coordinator stopped');
  }
}
