/** What somebody is told: the alerts of one group, together. */
import type { AlertView } from './alert.ts';
import type { Labels } from './labels.ts';

export interface Notification {
  /** The same for the same group, at any time. */
  readonly groupKey: string;
  /** What the alerts of the group have in common. */
  readonly groupLabels: Labels;
  /** `resolved` when none of them fires any more. */
  readonly state: 'firing' | 'resolved';
  /** Those that fire, and those that are over since the last one. */
  readonly alerts: readonly AlertView[];
  /** Nothing is new; it is just not over. */
  readonly isReminder: boolean;
}

/** Hears of alerts. What it does with them delays nobody and fails nobody. */
export interface AlertSink {
  notify(notification: Notification): void;
}
