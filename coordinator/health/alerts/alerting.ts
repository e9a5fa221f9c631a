/**
 * Alerts as a whole: looks at the numbers once a second, and tells those who want to know.
 *
 *   sources ──▶ AlertBook ──▶ Notifier ──▶ sinks
 *                 rules     silences, inhibition
 */
import type { AlertReport } from '../../../shared/health/alert-report.ts';
import type { Clock, Timer } from '../../../shared/time/clock.ts';
import type { AlertView } from './alert.ts';
import { AlertBook } from './alert-book.ts';
import type { AlertRule } from './alert-rule.ts';
import { type InhibitRule, isInhibited } from './inhibition.ts';
import type { MetricSource } from './metric-source.ts';
import type { AlertSink, Notification } from './notification.ts';
import { Notifier, type NotifierTimes } from './notifier.ts';
import { Silences } from './silences.ts';

export interface AlertingConfig {
  readonly rules: readonly AlertRule[];
  readonly inhibitRules: readonly InhibitRule[];
  readonly times: NotifierTimes;
  readonly groupBy: readonly string[];
}

export interface AlertingParts {
  readonly clock: Clock;
  readonly newId: () => string;
}

const evaluateEveryMs = 1_000;

export class Alerting {
  readonly silences: Silences;
  readonly #config: AlertingConfig;
  readonly #clock: Clock;
  readonly #book: AlertBook;
  readonly #notifier: Notifier;
  readonly #sources = new Set<MetricSource>();
  readonly #sinks = new Set<AlertSink>();
  readonly #inhibitRules: InhibitRule[];
  #timer: Timer | undefined;

  constructor(config: AlertingConfig, { clock, newId }: AlertingParts) {
    this.#config = config;
    this.#clock = clock;
    this.silences = new Silences({ clock, newId });
    this.#book = new AlertBook(config.rules, clock);
    this.#inhibitRules = [...config.inhibitRules];
    const { times, groupBy } = config;
    this.#notifier = new Notifier({
      times,
      groupBy,
      send: (notification) => this.#send(notification),
    });
  }

  get rules(): readonly AlertRule[] {
    return this.#config.rules;
  }

  addSource(source: MetricSource): void {
    this.#sources.add(source);
  }

  /** Returns what takes it out again. */
  addSink(sink: AlertSink): () => void {
    this.#sinks.add(sink);
    return () => this.#sinks.delete(sink);
  }

  addInhibitRules(rules: readonly InhibitRule[]): void {
    this.#inhibitRules.push(...rules);
  }

  /** Pending and firing, by rule. */
  get alerts(): AlertReport[] {
    return this.#book.alerts.map((alert) => this.#report(alert.view));
  }

  /** Idempotent. */
  start(): void {
    this.#timer ??= this.#clock.setTimer(evaluateEveryMs, () => {
      this.#timer = undefined;
      this.start();
      this.evaluate();
    });
  }

  /** Idempotent. */
  stop(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
  }

  /** As is done each second. */
  evaluate(): void {
    const nowMs = this.#clock.nowMs();
    const { fired, resolved } = this.#book.evaluate(this.#sources);
    for (const alert of fired) this.#notifier.fired(alert, nowMs);
    for (const alert of resolved) this.#notifier.resolved(alert);
    this.#notifier.flush(nowMs, ({ view }) => {
      const report = this.#report(view);
      return !report.isSilenced && !report.isInhibited;
    });
  }

  #report(alert: AlertView): AlertReport {
    return {
      ...alert,
      isSilenced: this.silences.isSilenced(alert.labels),
      isInhibited: isInhibited(alert, this.#book.alerts, this.#inhibitRules),
    };
  }

  #send(notification: Notification): void {
    for (const sink of this.#sinks) sink.notify(notification);
  }
}
