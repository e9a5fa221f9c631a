/** Every alert there is: rules held against numbers, one alert for each rule and set of labels. */
import type { Clock } from '../../../shared/time/clock.ts';
import { Alert, type AlertView, type Moment } from './alert.ts';
import { type AlertRule, isBeyond } from './alert-rule.ts';
import { labelsText } from './labels.ts';
import type { MetricSource, Sample } from './metric-source.ts';

/** Numbers with endless labels must not fill the memory. */
const alertsMax = 1_000;

/** A rule and its alerts, by their labels. */
interface RulePage {
  readonly rule: AlertRule;
  readonly alerts: Map<string, Alert>;
}

/** One look at all numbers. */
interface Look {
  readonly moment: Moment;
  /** They have just begun to fire. */
  readonly fired: Alert[];
  /** They are just over. */
  readonly resolved: AlertView[];
}

export class AlertBook {
  readonly #clock: Clock;
  readonly #pages: readonly RulePage[];
  readonly #pagesOfMetric: ReadonlyMap<string, readonly RulePage[]>;

  constructor(rules: readonly AlertRule[], clock: Clock) {
    this.#clock = clock;
    this.#pages = rules.map((rule) => ({ rule, alerts: new Map() }));
    this.#pagesOfMetric = Map.groupBy(this.#pages, ({ rule }) => rule.metric);
  }

  /** Pending and firing. */
  get alerts(): Alert[] {
    return this.#pages.flatMap(({ alerts }) => [...alerts.values()]);
  }

  get #size(): number {
    return this.#pages.reduce((sum, { alerts }) => sum + alerts.size, 0);
  }

  /** As it is now: which alerts have begun to fire, and which are over. */
  evaluate(sources: Iterable<MetricSource>): Look {
    const moment = { nowMs: this.#clock.nowMs(), epochMs: this.#clock.epochMs() };
    const look: Look = { moment, fired: [], resolved: [] };
    const before = new Set(this.alerts);
    for (const source of sources)
      for (const sample of source.samples())
        for (const page of this.#pagesOfMetric.get(sample.metric) ?? []) {
          const alert = this.#evaluateOne(page, sample, look);
          if (alert) before.delete(alert);
        }
    // Those whose numbers are not there any more.
    for (const page of this.#pages)
      for (const entry of page.alerts)
        if (before.has(entry[1])) observe(page, entry, undefined, look);
    return look;
  }

  /** Returns the alert that there is of it, if any. */
  #evaluateOne(page: RulePage, sample: Sample, look: Look): Alert | undefined {
    const { rule, alerts } = page;
    const isBad = isBeyond(rule.threshold, rule.threshold.fireAt, sample.value);
    // Mostly all is well, and there may be ten thousand nodes.
    if (!isBad && alerts.size === 0) return undefined;
    const key = labelsText(sample.labels);
    const alert = alerts.get(key);
    if (alert) observe(page, [key, alert], sample, look);
    if (alert || !isBad || this.#size >= alertsMax) return alert;
    const begun = new Alert(rule, sample, look.moment);
    alerts.set(key, begun);
    if (begun.state === 'FIRING') look.fired.push(begun);
    return begun;
  }
}

/** The alert, among those of its rule, whose number is `sample` now. */
function observe(
  { alerts }: RulePage,
  [key, alert]: readonly [string, Alert],
  sample: Sample | undefined,
  { moment, fired, resolved }: Look,
): void {
  const before = alert.state;
  alert.observe(sample, moment);
  const { state } = alert;
  if (state === 'FIRING' && before !== 'FIRING') fired.push(alert);
  if (state === 'RESOLVED') resolved.push(alert.view);
  if (state === 'RESOLVED' || state === undefined) alerts.delete(key);
}
