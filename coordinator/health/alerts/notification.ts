/** What somebody is told: the alerts of one group, together. */
import type { AlertNotification } from '../../../shared/health/alert-report.ts';

export interface Notification extends AlertNotification {
  /** The same for the same group, at any time. */
  readonly groupKey: string;
  /** `resolved` when none of them fires any more. */
  readonly state: 'firing' | 'resolved';
}

/** Hears of alerts. What it does with them delays nobody and fails nobody. */
export interface AlertSink {
  notify(notification: Notification): void;
}
