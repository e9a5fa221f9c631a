/** Every alert there is: rules held against numbers, one alert for each rule and set of labels. */
import type { Clock } from '../../../shared/time/clock.ts';
import { Alert, type AlertView } from './alert.ts';
import { type AlertRule, isBeyond } from './alert-rule.ts';
import { labelsText } from './labels.ts';
import type { MetricSource, Sample } from './metric-source.ts';

/** Numbers with endless labels must not fill the memory. */
export const alertsMax = 1_000;

export class AlertBook {
  readonly #clock: Clock;
  /** By rule and labels. */
  readonly #alerts = new Map<string, Alert>();
  readonly #rules = new Map<string, AlertRule[]>();

  constructor(rules: readonly AlertRule[], clock: Clock) {
    this.#clock = clock;
    for (const rule of rules) {
      const ofMetric = this.#rules.get(rule.metric);
      if (ofMetric) ofMetric.push(rule);
      else this.#rules.set(rule.metric, [rule]);
    }
  }

  /** Pending and firing. */
  get alerts(): Alert[] {
    return [...this.#alerts.values()];
  }

  /** Returns those that have just begun to fire and those that are just over. */
  evaluate(sources: Iterable<MetricSource>): { fired: Alert[]; resolved: AlertView[] } {
    const moment = { nowMs: this.#clock.nowMs(), epochMs: this.#clock.epochMs() };
    const unseen = new Map(this.#alerts);
    const fired: Alert[] = [];
    const resolved: AlertView[] = [];
    const observe = (key: string, alert: Alert, sample: Sample | undefined): void => {
      const before = alert.state;
      alert.observe(sample, moment);
      if (alert.state === 'FIRING' && before !== 'FIRING') fired.push(alert);
      if (alert.state === 'RESOLVED') resolved.push(alert.view);
      if (alert.state === 'RESOLVED' || !alert.state) this.#alerts.delete(key);
    };
    for (const source of sources)
      for (const sample of source.samples())
        for (const rule of this.#rules.get(sample.metric) ?? []) {
          const key = `${rule.name} ${labelsText(sample.labels)}`;
          const alert = this.#alerts.get(key);
          if (alert) {
            unseen.delete(key);
            observe(key, alert, sample);
          } else if (isBeyond(rule.threshold, rule.threshold.fireAt, sample.value)) {
            if (this.#alerts.size >= alertsMax) continue;
            const begun = new Alert(rule, sample, moment);
            this.#alerts.set(key, begun);
            if (begun.state === 'FIRING') fired.push(begun);
          }
        }
    for (const [key, alert] of unseen) observe(key, alert, undefined);
    return { fired, resolved };
  }
}
