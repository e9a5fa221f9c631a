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
import { ExecutionReadings } from './readings/execution-readings.ts';
import { NodeReadings } from './readings/node-readings.ts';

interface CoordinatorHealthParts {
  readonly alerts: AlertsConfig;
  readonly alertWebhookUrl: string | undefined;
  readonly nodes: {
    readonly active: readonly { readonly runsOutstanding: number; readonly runsMax: number }[];
  };
  readonly queue: { readonly longestWaitMs: number };
  readonly clock: Clock;
  readonly random: Random;
  readonly newId: () => string;
  readonly logger: Logger;
}

/** The check that there is somebody to run executions. */
export const nodesCheck = 'nodes';
const loopCheck = 'event-loop';

/** Of a process whose loop stands still for so long, again and again, nothing is to be had. */
const loopLateMsMax = 2_000;

export class CoordinatorHealth {
  readonly monitor: HealthMonitor;
  readonly nodes: NodeReadings;
  readonly executions: ExecutionReadings;
  readonly #loop: LoopWatch;
  readonly #webhook: WebhookSink | undefined;
  #loopLateMs = 0;

  constructor(parts: CoordinatorHealthParts) {
    const { alerts, alertWebhookUrl, clock, logger, nodes, queue } = parts;
    this.monitor = new HealthMonitor({ ...parts, alerting: alerts.alerting });
    this.nodes = new NodeReadings({ nodes, clock });
    this.executions = new ExecutionReadings(alerts.sloObjective, clock);
    const { alerting } = this.monitor;
    for (const source of [this.nodes, this.executions, queueReadings(queue)])
      alerting.addSource(source);
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

  /** Nodes have come or gone, or can be trusted, or not. */
  nodesChanged(): void {
    this.monitor.checkNow(nodesCheck);
  }

  #addChecks(nodes: CoordinatorHealthParts['nodes']): void {
    this.monitor.register({
      name: loopCheck,
      kind: 'liveness',
      run: () => {
        const lateMs = this.#loopLateMs;
        this.#loopLateMs = 0;
        if (lateMs > loopLateMsMax)
          throw new Error(`The event loop stood still for ${Math.round(lateMs)} ms`);
      },
    });
    this.monitor.register({
      name: nodesCheck,
      kind: 'readiness',
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
      { metric: 'queue_wait_seconds', labels: {}, value: queue.longestWaitMs / 1_000 },
    ],
  };
}
