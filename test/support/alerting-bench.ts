/** Alerting on a virtual clock, over numbers that a test sets; what is told is written down. */
import type { AlertRule } from '../../coordinator/health/alerts/alert-rule.ts';
import { Alerting, type AlertingConfig } from '../../coordinator/health/alerts/alerting.ts';
import type { Sample } from '../../coordinator/health/alerts/metric-source.ts';
import type { Notification } from '../../coordinator/health/alerts/notification.ts';
import type { Labels } from '../../shared/health/alert-report.ts';
import { VirtualClock } from '../../shared/time/virtual-clock.ts';

export function exampleRule(given: Partial<AlertRule> = {}): AlertRule {
  return {
    name: 'Load',
    metric: 'load',
    threshold: { is: 'above', fireAt: 80, resolveAt: 70 },
    forMs: 0,
    keepFiringMs: 0,
    severity: 'warning',
    summary: 'The load of {node} is {value}',
    ...given,
  };
}

export class AlertingBench {
  readonly clock = new VirtualClock();
  readonly alerting: Alerting;
  readonly told: Notification[] = [];
  readonly #samples = new Map<string, Sample>();
  #silences = 0;

  constructor(rules: readonly AlertRule[], config: Partial<AlertingConfig> = {}) {
    const times = { groupWaitMs: 0, groupIntervalMs: 0, repeatMs: 3_600_000 };
    this.alerting = new Alerting(
      { rules, inhibitRules: [], times, groupBy: ['alertname'], ...config },
      { clock: this.clock, newId: () => `silence-${++this.#silences}` },
    );
    this.alerting.addSource({ samples: () => this.#samples.values() });
    this.alerting.addSink({ notify: (notification) => this.told.push(notification) });
    this.alerting.start();
  }

  /** Undefined takes the number away. */
  set(metric: string, value: number | undefined, labels: Labels = {}): void {
    const key = JSON.stringify([metric, labels]);
    if (value === undefined) this.#samples.delete(key);
    else this.#samples.set(key, { metric, labels, value });
  }

  async seconds(seconds: number): Promise<void> {
    await this.clock.advance(seconds * 1_000);
  }

  /** What was told, in words. */
  get words(): string[] {
    return this.told.map(({ alerts, isReminder }) => {
      const words = alerts.map(({ name, state }) => `${name} ${state.toLowerCase()}`).join(', ');
      return isReminder ? `${words} (reminder)` : words;
    });
  }
}
