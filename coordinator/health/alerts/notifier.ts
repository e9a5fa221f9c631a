/**
 * Turns alerts into few notifications, as Alertmanager does. Alerts of one group wait a little for
 * each other; after that the group speaks only when one of them is new or over, or as a reminder.
 * Each alert is told once, and once that it is over; none that is silenced or explained by another is.
 */

import type { Labels } from '../../../shared/health/alert-report.ts';
import type { Alert, AlertView } from './alert.ts';
import type { Notification } from './notification.ts';

export interface NotifierTimes {
  /** How long the first alert of a group waits for others. */
  readonly groupWaitMs: number;
  /** The least time between two notifications of a group. */
  readonly groupIntervalMs: number;
  /** After it an alert that goes on is told again. */
  readonly repeatMs: number;
}

interface NotifierParts {
  readonly times: NotifierTimes;
  readonly groupBy: readonly string[];
  readonly send: (notification: Notification) => void;
}

interface Group {
  readonly labels: Labels;
  readonly firing: Map<string, Alert>;
  /** Over, and told as firing before. */
  readonly over: AlertView[];
  /** Fingerprints of those that were told as firing. */
  readonly told: Set<string>;
  dueMs: number;
  toldAtMs: number;
}

/** Of what is told: nothing keeps it from that. */
const told = { isSilenced: false, isInhibited: false };

export class Notifier {
  readonly #parts: NotifierParts;
  readonly #groups = new Map<string, Group>();

  constructor(parts: NotifierParts) {
    this.#parts = parts;
  }

  fired(alert: Alert, nowMs: number): void {
    const labels = this.#groupLabels(alert.labels);
    const key = JSON.stringify(labels);
    const group = this.#groups.get(key) ?? {
      labels,
      firing: new Map(),
      over: [],
      told: new Set(),
      dueMs: nowMs + this.#parts.times.groupWaitMs,
      toldAtMs: nowMs,
    };
    group.firing.set(alert.fingerprint, alert);
    // It was over and nobody was told yet: to them it goes on.
    const again = group.over.findIndex(({ fingerprint }) => fingerprint === alert.fingerprint);
    if (again >= 0) {
      group.over.splice(again, 1);
      group.told.add(alert.fingerprint);
    }
    this.#groups.set(key, group);
  }

  resolved(alert: AlertView): void {
    const group = this.#groups.get(JSON.stringify(this.#groupLabels(alert.labels)));
    if (!group?.firing.delete(alert.fingerprint)) return;
    if (group.told.delete(alert.fingerprint)) group.over.push(alert);
  }

  /** Speaks for those whose time has come. `isAudible` knows silences and inhibition. */
  flush(nowMs: number, isAudible: (alert: Alert) => boolean): void {
    for (const [key, group] of this.#groups) {
      if (group.dueMs > nowMs) continue;
      this.#flushGroup(key, group, nowMs, isAudible);
      group.dueMs = nowMs + this.#parts.times.groupIntervalMs;
      if (group.firing.size === 0) this.#groups.delete(key);
    }
  }

  #flushGroup(
    groupKey: string,
    group: Group,
    nowMs: number,
    isAudible: (alert: Alert) => boolean,
  ): void {
    // What nobody was told of and is back already is no news.
    const audible = [...group.firing.values()].filter(
      (alert) => isAudible(alert) && (group.told.has(alert.fingerprint) || !alert.isBack),
    );
    const over = group.over.splice(0);
    const hasNews =
      over.length > 0 || audible.some(({ fingerprint }) => !group.told.has(fingerprint));
    const isReminder = !hasNews && nowMs - group.toldAtMs >= this.#parts.times.repeatMs;
    if (audible.length + over.length === 0 || !(hasNews || isReminder)) return;
    for (const { fingerprint } of audible) group.told.add(fingerprint);
    group.toldAtMs = nowMs;
    this.#parts.send({
      groupKey,
      groupLabels: group.labels,
      state: audible.length > 0 ? 'firing' : 'resolved',
      alerts: [...audible.map(({ view }) => view), ...over].map((alert) => ({ ...alert, ...told })),
      isReminder,
    });
  }

  #groupLabels(labels: Labels): Labels {
    const { groupBy } = this.#parts;
    return Object.fromEntries(groupBy.map((name) => [name, labels[name] ?? '']));
  }
}
