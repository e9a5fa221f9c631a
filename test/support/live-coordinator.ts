/** A coordinator over real sockets in the test's own process, and what speaks with it. */
import { type ChannelCredentials, credentials, Metadata, type ServiceError } from '@grpc/grpc-js';
import { onTestFinished } from 'vitest';
import type { CoordinatorConfig } from '../../coordinator/config.ts';
import { readAlertsConfig } from '../../coordinator/health/alerts-config.ts';
import { memoryStores, type Stores } from '../../coordinator/open-stores.ts';
import { ScalableSandboxService } from '../../coordinator/scalable-sandbox-service.ts';
import { openTransport } from '../../coordinator/transport/open-transport.ts';
import type { IsopodError } from '../../shared/errors/isopod-error.ts';
import type { ExecuteResponse__Output } from '../../shared/generated/isopod/v1/ExecuteResponse.ts';
import type { Execution } from '../../shared/generated/isopod/v1/Execution.ts';
import type { Node__Output } from '../../shared/generated/isopod/v1/Node.ts';
import { type Logger, silentLogger } from '../../shared/telemetry/logger.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { systemClock } from '../../shared/time/system-clock.ts';
import { serverCheckOf } from '../../shared/tls/server-name.ts';
import { decodeStatusDetails, statusDetailsKey } from '../../shared/wire/rpc-status.ts';
import { ClusterService, ExecutionService } from '../../shared/wire/services.ts';
import { exampleResilience } from './example-resilience.ts';
import { FakeAgent } from './fake-agent.ts';

const megabyte = 2 ** 20;
export const liveNodeToken = 'a token for nodes';

export const liveTransport: CoordinatorConfig['transport'] = {
  nodeToken: liveNodeToken,
  tls: undefined,
  connectionAgeMsMax: undefined,
  connectionAgeGraceMs: 60_000,
  connectionCallsMax: 4_096,
  loadReportTrailers: false,
};

const config: CoordinatorConfig = {
  listenHost: '127.0.0.1',
  port: 0,
  transport: liveTransport,
  balancer: 'prequal',
  executionsQueuedMax: 1_000,
  queueBytesMax: 256 * megabyte,
  queueWaitMsMax: 10_000,
  queueWaitMsGoal: 5_000,
  streamExecutionsMax: 1_000,
  messageBytesMax: 24 * megabyte,
  dataDir: undefined,
  drainGraceMs: 5_000,
  redisUrl: undefined,
  databaseUrl: undefined,
  databaseConnectionsMax: 4,
  cacheBytesMax: 64 * megabyte,
  cacheEntriesMax: 10_000,
  ...exampleResilience,
  nodeSilenceMsMax: 10_000,
  alerts: readAlertsConfig(),
  alertWebhookUrl: undefined,
  adminKeyHashes: [],
  logLevel: 'info',
  logPretty: false,
  parentFd: undefined,
  readyFd: undefined,
};

interface Call {
  readonly metadata?: Record<string, string>;
  readonly timeoutMs?: number;
}

/** What it writes, and where it keeps what it keeps. */
interface Keeping {
  readonly logger?: Logger;
  readonly stores?: Stores;
}

/** One Execute under way. */
export interface RunningCall {
  readonly answer: Promise<ExecuteResponse__Output>;
  cancel(): void;
}

export class LiveCoordinator {
  readonly port: number;
  readonly executions;
  readonly cluster;
  readonly #service: ScalableSandboxService;
  readonly #clock: Clock;
  #stopped: Promise<void> | undefined;

  private constructor(
    service: ScalableSandboxService,
    port: number,
    { clock, secure }: { clock: Clock; secure: ChannelCredentials },
  ) {
    this.#service = service;
    this.#clock = clock;
    this.port = port;
    const options = {
      'grpc.max_receive_message_length': -1,
      ...(secure._isSecure() ? serverCheckOf(this.address, 'localhost').channelOptions : {}),
    };
    this.executions = new ExecutionService(this.address, secure, options);
    this.cluster = new ClusterService(this.address, secure, options);
  }

  /** Runs until the test is over. */
  static async start(
    given: Partial<CoordinatorConfig> = {},
    clock: Clock = systemClock(),
    secure: ChannelCredentials = credentials.createInsecure(),
    { logger = silentLogger, stores = memoryStores() }: Keeping = {},
  ): Promise<LiveCoordinator> {
    const whole = { ...config, ...given };
    const transport = await openTransport(whole.transport, { clock, logger });
    const parts = { clock, logger, stores, transport };
    const service = new ScalableSandboxService(whole, parts);
    const coordinator = new LiveCoordinator(service, await service.start(), { clock, secure });
    onTestFinished(() => coordinator.close());
    return coordinator;
  }

  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** An agent that has joined; it is gone when the test is over. */
  async agent(
    answer?: ConstructorParameters<typeof FakeAgent>[1]['answer'],
    hello: Parameters<typeof FakeAgent.join>[2] = {},
  ): Promise<FakeAgent> {
    const options = { token: liveNodeToken, ...(answer ? { answer } : {}) };
    const agent = await FakeAgent.join(this.address, options, hello);
    onTestFinished(() => agent.break());
    return agent;
  }

  /** An agent that has dialled and said nothing. */
  stranger(token = liveNodeToken): FakeAgent {
    const agent = new FakeAgent(this.address, { token });
    onTestFinished(() => agent.break());
    return agent;
  }

  execute(execution: Execution, { metadata = {}, timeoutMs = 20_000 }: Call = {}): RunningCall {
    const sent = new Metadata();
    for (const [key, value] of Object.entries(metadata)) sent.set(key, value);
    const { promise, resolve, reject } = Promise.withResolvers<ExecuteResponse__Output>();
    const deadline = this.#clock.epochMs() + timeoutMs;
    const call = this.executions.Execute({ execution }, sent, { deadline }, (error, response) => {
      if (response) resolve(response);
      else reject(error ?? new Error('neither a response nor an error'));
    });
    return { answer: promise, cancel: () => call.cancel() };
  }

  listNodes(): Promise<Node__Output[]> {
    return new Promise((resolve, reject) => {
      this.cluster.ListNodes({}, (error, response) => {
        if (response) resolve(response.nodes);
        else reject(error ?? new Error('neither a response nor an error'));
      });
    });
  }

  /** Idempotent. */
  stop(): Promise<void> {
    this.#stopped ??= this.#service.stop();
    return this.#stopped;
  }

  async close(): Promise<void> {
    this.executions.close();
    this.cluster.close();
    await this.stop();
  }
}

/** What a call's trailer says, which a client in any language can read. */
export function detailsOf(error: unknown): IsopodError | undefined {
  const bytes = (error as ServiceError).metadata.get(statusDetailsKey)[0];
  return bytes instanceof Buffer ? decodeStatusDetails(bytes) : undefined;
}

/** The error that a call must end with. */
export async function errorOf(running: RunningCall): Promise<ServiceError> {
  return running.answer.then(
    () => {
      throw new Error('the call succeeded');
    },
    (error: unknown) => error as ServiceError,
  );
}
