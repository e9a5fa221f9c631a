/**
 * A notification in the form that Alertmanager's webhooks have, version 4, which receivers of all
 * kinds read: https://prometheus.io/docs/alerting/latest/configuration/#webhook_config
 */

import type { AlertReport, Labels } from '../../../shared/health/alert-report.ts';
import type { Notification } from './notification.ts';

const receiver = 'isopod';
/** What Go, which receivers are often written in, takes for "not yet". */
const notYet = '0001-01-01T00:00:00Z';

export function webhookPayload({ groupKey, groupLabels, state, alerts }: Notification): string {
  return JSON.stringify({
    version: '4',
    groupKey,
    truncatedAlerts: 0,
    status: state,
    receiver,
    groupLabels,
    commonLabels: common(alerts.map(({ labels }) => labels)),
    commonAnnotations: common(alerts.map(annotationsOf)),
    externalURL: '',
    alerts: alerts.map((alert) => ({
      status: alert.state.toLowerCase(),
      labels: alert.labels,
      annotations: annotationsOf(alert),
      startsAt: new Date(alert.startedAtEpochMs).toISOString(),
      endsAt: alert.endedAtEpochMs === 0 ? notYet : new Date(alert.endedAtEpochMs).toISOString(),
      generatorURL: '',
      fingerprint: alert.fingerprint,
    })),
  });
}

function annotationsOf({ summary, value }: AlertReport): Labels {
  return { summary, value: String(value) };
}

function common([first = {}, ...others]: readonly Labels[]): Labels {
  return Object.fromEntries(
    Object.entries(first).filter(([name, value]) =>
      others.every((labels) => labels[name] === value),
    ),
  );
}
