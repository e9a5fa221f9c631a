/**
 * A client of a coordinator: runs untrusted JavaScript and TypeScript and says how it ended.
 *
 *     using client = new IsopodClient('127.0.0.1:50051');
 *     const { outcome } = await client.execute({ source: 'input.a + 1', inputJson: '{"a":1}' });
 *     outcome.word === 'SUCCEEDED' && outcome.resultJson === '2';
 *
 *     // What the program may call of the caller's: `await tools.getWeather({ city: 'Oslo' })`.
 *     await client.execute({ source, tools: { getWeather: async (argument) => … } });
 */
import type { LogEntry } from '../../shared/execution/outcome.ts';
import type { HealthReport } from '../../shared/health/health-report.ts';
import { systemRandom } from '../../shared/random/system-random.ts';
import { systemClock } from '../../shared/time/system-clock.ts';
import { executionToWire } from '../../shared/wire/execution-codec.ts';
import { healthFromWire } from '../../shared/wire/health-codec.ts';
import type { NodeDescription } from '../../shared/wire/node-description-codec.ts';
import { logEntryFromWire, outcomeFromWire } from '../../shared/wire/outcome-codec.ts';
import {
  ClusterService,
  ExecutionService,
  FunctionService,
  SessionService,
  TenantService,
} from '../../shared/wire/services.ts';
import { AlertsClient } from './alerts-client.ts';
import { BalancerClient } from './balancer-client.ts';
import { BreakersClient } from './breakers-client.ts';
import { CacheClient } from './cache-client.ts';
import { type ClientConfig, clientConfig, type IsopodClientOptions } from './client-options.ts';
import type { ExecuteOptions, ExecuteResult } from './execute-options.ts';
import { ExecutionStream, type ExecutionWithTools } from './execution-stream.ts';
import { FunctionsClient } from './functions-client.ts';
import { NodesClient } from './nodes-client.ts';
import { OverloadThrottle } from './overload-throttle.ts';
import { tooLarge } from './request-size.ts';
import { SessionsClient } from './session.ts';
import { TenantsClient } from './tenants-client.ts';
import { type CallOptions, cancelled, type ResponseOf, UnaryCaller } from './unary-caller.ts';

type Executions = InstanceType<typeof ExecutionService>;
type Cluster = InstanceType<typeof ClusterService>;

export class IsopodClient {
  readonly #config: ClientConfig;
  readonly #executions: Executions;
  readonly #cluster: Cluster;
  readonly #caller: UnaryCaller;
  readonly #throttle: OverloadThrottle;
  /** Opens sessions, whose executions share a scope. */
  readonly sessions: SessionsClient;
  /** Shows, watches and silences alerts; for administrators. */
  readonly alerts: AlertsClient;
  /** Shows how runs are balanced over nodes, and changes it; for administrators. */
  readonly balancer: BalancerClient;
  /** Shows circuit breakers, and steers them; for administrators. */
  readonly breakers: BreakersClient;
  /** Shows what is kept of results, and has it forgotten; for administrators. */
  readonly cache: CacheClient;
  /** Deploys functions, and says what is deployed. */
  readonly functions: FunctionsClient;
  /** Shows and watches nodes, and has them get runs or not; for administrators. */
  readonly nodes: NodesClient;
  /** Makes tenants and their keys; for administrators. */
  readonly tenants: TenantsClient;

  /** Connects with the first call. */
  constructor(options: IsopodClientOptions | string) {
    this.#config = clientConfig(options);
    const { address, credentials, channelOptions } = this.#config;
    this.#executions = new ExecutionService(address, credentials, channelOptions);
    const channelOverride = this.#executions.getChannel();
    const shared = { ...channelOptions, channelOverride };
    this.#cluster = new ClusterService(address, credentials, shared);
    const clock = systemClock();
    this.#caller = new UnaryCaller(this.#config, clock);
    this.#throttle = new OverloadThrottle({ clock, random: systemRandom() });
    this.alerts = new AlertsClient(this.#cluster, this.#caller);
    this.balancer = new BalancerClient(this.#cluster, this.#caller);
    this.breakers = new BreakersClient(this.#cluster, this.#caller);
    this.cache = new CacheClient(this.#cluster, this.#caller);
    const functions = new FunctionService(address, credentials, shared);
    const sessions = new SessionService(address, credentials, shared);
    this.sessions = new SessionsClient(sessions, this.#caller, (request, given) =>
      this.execute(request, given),
    );
    const tenants = new TenantService(address, credentials, shared);
    this.nodes = new NodesClient(this.#cluster, this.#caller);
    this.tenants = new TenantsClient(tenants, this.#caller);
    this.functions = new FunctionsClient(functions, this.#caller, this.#config.messageBytesMax);
  }

  /** Where the coordinator is. */
  get address(): string {
    return this.#config.address;
  }

  /**
   * Runs one execution and resolves with how it ended, whatever its word. With `tools`, `stdin`, `onLog` or `onProgress`
   * it has a stream of its own.
   *
   * Rejects with an IsopodError when it could not be run, or its end is not known; its `reason`
   * is INVALID_EXECUTION with `fieldViolations`, QUEUE_FULL or NO_NODE with `retryAfterMs`,
   * UNREACHABLE, DEADLINE_EXCEEDED for `timeLimitMs`, CANCELLED for `signal`, or another of
   * docs/errors.md.
   */
  async execute(request: ExecutionWithTools, options: ExecuteOptions = {}): Promise<ExecuteResult> {
    const { onLog, onProgress, ...callOptions } = options;
    const isStreamed = onLog || onProgress || request.tools || request.stdin !== undefined;
    if (isStreamed) return this.#executeStreamed(request, options);
    const refusal = tooLarge(request, this.#config.messageBytesMax) ?? this.#throttle.refusal();
    if (refusal) throw refusal;
    const wire = { execution: executionToWire(request) };
    try {
      const response = await this.#caller.call<ResponseOf<Executions['execute']>>(
        callOptions,
        (metadata, grpcOptions, answer) =>
          this.#executions.execute(wire, metadata, grpcOptions, answer),
      );
      this.#throttle.answered();
      return {
        outcome: outcomeFromWire(response.outcome),
        logs: response.logs.map(logEntryFromWire),
      };
    } catch (thrown) {
      this.#throttle.answered(thrown);
      throw thrown;
    }
  }

  /** Opens a stream for many executions. It lives until it is ended, cancelled or broken. */
  openStream(options: Pick<CallOptions, 'timeLimitMs'> = {}): ExecutionStream {
    const { metadata, address, messageBytesMax, streamExecutionsMax } = this.#config;
    return new ExecutionStream({
      call: this.#executions.executeStream(metadata, this.#caller.deadline(options.timeLimitMs)),
      address,
      messageBytesMax,
      executionsMax: streamExecutionsMax,
      throttle: this.#throttle,
    });
  }

  /** The nodes connected to this coordinator, by id. Rejects as `execute` does. */
  listNodes(options: CallOptions = {}): Promise<NodeDescription[]> {
    return this.nodes.list(options);
  }

  /** How the coordinator is, and what it thinks of its nodes; for administrators. Rejects as `execute` does. */
  async health(options: CallOptions = {}): Promise<HealthReport> {
    const response = await this.#caller.call<ResponseOf<Cluster['getHealth']>>(
      options,
      (metadata, grpcOptions, answer) => this.#cluster.getHealth({}, metadata, grpcOptions, answer),
    );
    return healthFromWire(response);
  }

  /** Closes the connection. Calls that are not finished fail. */
  close(): void {
    this.#executions.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  async #executeStreamed(
    request: ExecutionWithTools,
    { onLog, onProgress, timeLimitMs, signal }: ExecuteOptions,
  ): Promise<ExecuteResult> {
    if (signal?.aborted) throw cancelled(signal);
    const stream = this.openStream(timeLimitMs === undefined ? {} : { timeLimitMs });
    // As with a unary call, nobody waits for what the server says to it.
    const abort = (): void => stream.cancel();
    signal?.addEventListener('abort', abort, { once: true });
    const logs: LogEntry[] = [];
    try {
      const outcome = await stream.execute(request, {
        onLog: (entry) => {
          logs.push(entry);
          onLog?.(entry);
        },
        ...(onProgress ? { onProgress } : {}),
      });
      void stream.end();
      return { outcome, logs };
    } catch (thrown) {
      stream.cancel();
      throw signal?.aborted ? cancelled(signal) : thrown;
    } finally {
      signal?.removeEventListener('abort', abort);
    }
  }
}
