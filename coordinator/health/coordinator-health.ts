/**
 * A coordinator's health: the monitor with the checks and numbers that every coordinator has, and
 * with those who are told of alerts.
 */
import type { Random } from '../../shared/random/random.ts';
import type { Logger } from '../../shared/telemetry/logger.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { logSink } from './alerts/log-sink.ts';
import type { MetricSource } from './alerts/metric-source.ts';
import { postJson } from './alerts/post-json.ts';
import { WebhookSink } from './alerts/webhook-sink.ts';
import type { AlertsConfig } from './alerts-config.ts';
import { HealthMonitor } from './health-monitor.ts';
import { LoopWatch } from './loop-watch.ts';
import { breakerReadings } from './readings/breaker-readings.ts';
import { CacheReadings } from './readings/cache-readings.ts';
import { ExecutionReadings } from './readings/execution-readings.ts';
import { NodeReadings } from './readings/node-readings.ts';
import { ServingBoard } from './serving-board.ts';

interface CoordinatorHealthParts {
  readonly alerts: AlertsConfig;
  readonly alertWebhookUrl: string | undefined;
  readonly nodes: {
    readonly active: readonly { readonly runsOutstanding: number; readonly runsMax: number }[];
  };
  readonly queue: { readonly longestWaitMs: () => number };
  readonly breakers: Parameters<typeof breakerReadings>[0];
  /** Full names of the gRPC services. Executions need nodes; the others need this process only. */
  readonly services: { readonly ofNodes: readonly string[]; readonly others: readonly string[] };
  readonly clock: Clock;
  readonly random: Random;
  readonly newId: () => string;
  readonly logger: Logger;
}

/** The tiers of the caches, and what caches have done, by namespace. */
interface CacheTiersView {
  readonly remotes: readonly {
    readonly name: 'L2' | 'L3';
    check(): Promise<void>;
  }[];
  readonly stats: ReadonlyMap<string, { readonly requests: number; readonly hits: number }>;
}

const serverOfTier = { L2: 'redis', L3: 'postgres' } as const;

/** The check that there is somebody to run executions. */
const nodesCheck = 'nodes';
const loopCheck = 'event-loop';

/** Of a process whose loop stands still for so long, again and again, nothing is to be had. */
const loopLateMsMax = 2_000;

export class CoordinatorHealth {
  readonly monitor: HealthMonitor;
  /** For grpc.health.v1: all services, the whole as '', and `liveness`. */
  readonly board = new ServingBoard();
  readonly nodes: NodeReadings;
  readonly executions: ExecutionReadings;
  readonly #clock: Clock;
  readonly #loop: LoopWatch;
  readonly #webhook: WebhookSink | undefined;
  readonly #services: CoordinatorHealthParts['services'];
  #loopLateMs = 0;
  #isLeaving = false;

  constructor(parts: CoordinatorHealthParts) {
    const { alerts, alertWebhookUrl, clock, logger, nodes } = parts;
    this.#clock = clock;
    this.#services = parts.services;
    this.monitor = new HealthMonitor({ ...parts, alerting: alerts.alerting });
    this.nodes = new NodeReadings({ nodes, clock });
    this.executions = new ExecutionReadings(alerts.sloObjective, clock);
    const { alerting } = this.monitor;
    const others = [queueReadings(parts.queue), breakerReadings(parts.breakers)];
    for (const source of [this.nodes, this.executions, ...others]) alerting.addSource(source);
    alerting.addSink(logSink(logger));
    if (alertWebhookUrl !== undefined) {
      this.#webhook = new WebhookSink({ url: alertWebhookUrl, post: postJson, ...parts });
      alerting.addSink(this.#webhook);
    }
    this.#loop = new LoopWatch({
      clock,
      turned: (lateMs) => {
        this.#loopLateMs = Math.max(this.#loopLateMs, lateMs);
      },
    });
    this.#addChecks(nodes);
    this.monitor.subscribe(() => this.#publish());
    this.#publish();
  }

  start(): void {
    this.#loop.start();
    this.monitor.start();
  }

  stop(): void {
    this.#loop.stop();
    this.monitor.stop();
    this.#webhook?.close();
  }

  /** Nothing stops where a tier is gone: its check is not critical. */
  addCaches({ remotes, stats }: CacheTiersView): void {
    for (const tier of remotes)
      this.monitor.register({
        name: serverOfTier[tier.name],
        kind: 'DEPENDENCY',
        timeoutMs: 2_000,
        run: () => tier.check(),
      });
    this.monitor.alerting.addSource(new CacheReadings({ stats, clock: this.#clock }));
  }

  /** The coordinator is about to stop: it serves nobody new, and says so at once. */
  leave(): void {
    this.#isLeaving = true;
    this.#publish();
  }

  /** Nodes have come or gone, or can be trusted, or not. */
  nodesChanged(): void {
    this.monitor.checkNow(nodesCheck);
  }

  #publish(): void {
    const { monitor, board } = this;
    const isServing = monitor.isReady && !this.#isLeaving;
    const hasNodes = monitor.stateOf(nodesCheck) === 'HEALTHY';
    board.set('', isServing);
    board.set('liveness', monitor.isLive);
    for (const service of this.#services.others) board.set(service, isServing);
    for (const service of this.#services.ofNodes) board.set(service, isServing && hasNodes);
  }

  #addChecks(nodes: CoordinatorHealthParts['nodes']): void {
    this.monitor.register({
      name: loopCheck,
      kind: 'LIVENESS',
      run: () => {
        const lateMs = this.#loopLateMs;
        this.#loopLateMs = 0;
        if (lateMs > loopLateMsMax)
          throw new Error(`The event loop stood still for ${Math.round(lateMs)} ms`);
      },
    });
    this.monitor.register({
      name: nodesCheck,
      kind: 'READINESS',
      // It is asked whenever that changes.
      failureThreshold: 1,
      run: () => {
        if (nodes.active.length === 0) throw new Error('No node takes runs');
      },
    });
  }
}

function queueReadings(queue: CoordinatorHealthParts['queue']): MetricSource {
  return {
    samples: () => [
      { metric: 'queue_wait_seconds', labels: {}, value: queue.longestWaitMs() / 1_000 },
    ],
  };
}
