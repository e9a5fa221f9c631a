/**
 * The node-agent, whole: sandbox hosts under supervision, and links to every coordinator.
 *
 *   new ──start──▶ serving ────────stop───────▶ draining ──last answer, or grace over──▶ stopped
 *    │                └──of age──▶ retiring ──stop──▲                                       ▲
 *    └── a layer of the lockdown cannot be had ─────────────────────────────────────────────┘
 */
import type { Random } from '../shared/random/random.ts';
import type { Logger } from '../shared/telemetry/logger.ts';
import type { Clock } from '../shared/time/clock.ts';
import type { CertificateSource } from '../shared/tls/certificate-source.ts';
import { isopodVersion } from '../shared/version.ts';
import { type NodeHello, nodeProtocolVersion } from '../shared/wire/node-messages.ts';
import { EgressBroker } from './broker/egress-broker.ts';
import { systemResolver } from './broker/host-resolver.ts';
import type { NodeAgentConfig } from './config.ts';
import type { CoordinatorLinks } from './link/coordinator-links.ts';
import { openLinkCertificates, openLinks } from './link/link-maker.ts';
import { chooseMemoryCeilings } from './pool/choose-memory-ceilings.ts';
import { HostProcesses } from './pool/host-processes.ts';
import type { HostProgram } from './pool/host-program.ts';
import { HostUids, mayKillOtherUsers } from './pool/host-uids.ts';
import { HostedExecutor } from './pool/hosted-executor.ts';
import type { HostingObserver } from './pool/hosting-observer.ts';
import { installInheritedFilter } from './pool/inherited-filter.ts';
import type { MemoryCeilings } from './pool/memory-ceiling.ts';
import { PostureWitness } from './pool/posture-witness.ts';
import { Retirement } from './retirement.ts';
import { LoadReport } from './telemetry/load-report.ts';
import { garbageCollector, RestCollection } from './telemetry/rest-collection.ts';

interface NodeAgentParts {
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  /** Closed with the agent. */
  readonly hostProgram: Promise<HostProgram>;
  /** The agent takes runs from a coordinator now. */
  readonly joined: () => void;
  /** It is of age, and has answered every run: it is to be stopped, and started anew. */
  readonly retired: () => void;
}

const hostStartMsMax = 10_000;

export class NodeAgent {
  readonly #config: NodeAgentConfig;
  readonly #parts: NodeAgentParts;
  /** What stopping closes, the last opened first. */
  #serving: Promise<AsyncDisposableStack> | undefined;

  constructor(config: NodeAgentConfig, parts: NodeAgentParts) {
    this.#config = config;
    this.#parts = parts;
  }

  /** Rejects where hosts cannot be started as the configuration demands; nothing is left then. */
  async start(): Promise<void> {
    this.#serving = this.#serve();
    await this.#serving;
  }

  /**
   * Finishes what there is within the grace; leaves no process and no control group behind. Told
   * in the middle of the start, it lets the start end first.
   */
  async stop(): Promise<void> {
    // One that failed has closed what it had opened.
    const opened = await this.#serving?.catch(() => undefined);
    if (!opened || opened.disposed) return;
    await opened.disposeAsync();
    this.#parts.logger.info({}, 'node-agent stopped');
  }

  async #serve(): Promise<AsyncDisposableStack> {
    const { clock, random, logger } = this.#parts;
    const config = this.#config;
    await using opened = new AsyncDisposableStack();
    this.#refuseIoUring();
    const ceilings = opened.adopt(this.#openCeilings(), (it) => it.close());
    const hostProgram = opened.adopt(await this.#parts.hostProgram, (it) => it.close());
    const uids = opened.adopt(await this.#claimUids(), (it) => it?.release());
    const factory = new PostureWitness(
      new HostProcesses({
        clock,
        hostProgram,
        lockdown: config.lockdown,
        guestFeatures: config.guestFeatures,
        ceilings,
        ...(uids ? { uids } : {}),
        memoryBytesMax: config.hostMemoryBytesMax,
        startMsMax: hostStartMsMax,
      }),
    );
    const observer = loggingObserver(logger);
    const egress = this.#openEgress();
    const executor = new HostedExecutor(config, { factory, clock, random, observer, egress });
    opened.defer(() => executor.close());
    executor.open();
    const { layers, v8Version } = await factory.first;
    const hello = this.#hello([...layers, ceilings.kind], v8Version);
    logger.info({ nodeId: hello.nodeId, layers: hello.posture.layers }, 'node-agent serves');
    const certificates = opened.adopt(
      await openLinkCertificates(config.link, { clock, logger }),
      (it) => it?.close(),
    );
    const links = this.#openLinks(executor, hello, certificates);
    opened.defer(() => links.drain(config.drainGraceMs));
    opened.use(this.#retireInTime(links));
    opened.use(this.#collectAtRest(executor));
    return opened.move();
  }

  #openEgress(): EgressBroker {
    const { clock, logger } = this.#parts;
    return new EgressBroker(this.#config.egress, {
      clock,
      resolveHost: systemResolver(),
      observer: { fetched: (record) => logger.debug({ ...record }, 'fetch') },
    });
  }

  #refuseIoUring(): void {
    try {
      installInheritedFilter();
    } catch (err) {
      if (this.#config.lockdown === 'required') throw err;
      this.#parts.logger.warn({ err }, 'hosts may use io_uring');
    }
  }

  #openCeilings(): MemoryCeilings {
    const agentId = this.#config.nodeId.replaceAll(/[^A-Za-z0-9-]/g, '-');
    const { ceilings, refusals } = chooseMemoryCeilings(agentId, this.#parts.clock);
    this.#parts.logger.debug({ kind: ceilings.kind, refusals }, 'memory ceilings');
    return ceilings;
  }

  /** Only root can give users away. */
  async #claimUids(): Promise<HostUids | undefined> {
    if (process.getuid?.() !== 0) return undefined;
    try {
      if (!mayKillOtherUsers())
        throw new Error('Could not end hosts of other users: the capability CAP_KILL is missing');
      return await HostUids.claim(this.#config.hostUidBase);
    } catch (err) {
      if (this.#config.lockdown === 'required') throw err;
      this.#parts.logger.warn({ err }, 'hosts run as the user of the agent');
      return undefined;
    }
  }

  #hello(layers: readonly string[], v8Version: string): NodeHello {
    const { nodeId, runsMax, hostsMax, guestFeatures, place, weight, egress } = this.#config;
    return {
      protocolVersion: nodeProtocolVersion,
      nodeId,
      agentVersion: isopodVersion,
      capacity: { runsMax, hostsMax },
      posture: {
        layers,
        nodeVersion: process.versions.node,
        v8Version,
        guestFeatures,
        startedAtMs: this.#parts.clock.epochMs(),
      },
      ...(place ? { place } : {}),
      ...(weight === undefined ? {} : { weight }),
      hasEgress: egress.rules.length > 0,
    };
  }

  #retireInTime(links: CoordinatorLinks): Retirement {
    const { clock, random, logger, retired } = this.#parts;
    const ageMsMax = this.#config.agentAgeMsMax;
    const drain = (graceMs: number): Promise<void> => links.drain(graceMs);
    return new Retirement({ ageMsMax, drain, retired, clock, random, logger });
  }

  #collectAtRest(executor: HostedExecutor): RestCollection {
    const runs = (): number => {
      const { runsExecuting, runsParked, runsWaiting } = executor.load();
      return runsExecuting + runsParked + runsWaiting;
    };
    return new RestCollection(this.#parts.clock, runs, garbageCollector());
  }

  #openLinks(
    executor: HostedExecutor,
    hello: NodeHello,
    certificates: CertificateSource | undefined,
  ): CoordinatorLinks {
    const { link, coordinators, messageBytesMax } = this.#config;
    const loadReport = new LoadReport(executor);
    const { clock, random, logger, joined } = this.#parts;
    return openLinks(link, certificates, {
      coordinators,
      messageBytesMax,
      hello,
      executor,
      readLoad: () => loadReport.read(),
      joined,
      clock,
      random,
      logger,
    });
  }
}

function loggingObserver(logger: Logger): HostingObserver {
  return {
    hostStarted: (hostId, tookMs) => logger.debug({ hostId, tookMs }, 'host started'),
    hostNotStarted: (err, failuresInARow, retryInMs) =>
      logger.error({ err, failuresInARow, retryInMs }, 'host could not be started'),
    hostLost: (hostId, tenantId, detail) => logger.warn({ hostId, tenantId, detail }, 'host lost'),
    runJudged: (tenantId, programHash, verdict) =>
      logger.info({ tenantId, programHash, verdict }, 'run judged after the loss of its host'),
  };
}
