/** Alerts as ClusterService has them, both ways; requests checked. */
import { type FieldViolation, invalidRequest } from '../errors/isopod-error.ts';
import type { Alert, Alert__Output } from '../generated/isopod/v1/Alert.ts';
import type { AlertLabel, AlertLabel__Output } from '../generated/isopod/v1/AlertLabel.ts';
import type {
  AlertSilence__Output,
  AlertSilence as WireSilence,
} from '../generated/isopod/v1/AlertSilence.ts';
import type {
  SilenceAlertsRequest,
  SilenceAlertsRequest__Output,
} from '../generated/isopod/v1/SilenceAlertsRequest.ts';
import type {
  WatchAlertsResponse,
  WatchAlertsResponse__Output,
} from '../generated/isopod/v1/WatchAlertsResponse.ts';
import {
  type AlertNews,
  type AlertReport,
  type AlertSilence,
  alertStates,
  type Labels,
  type SilenceRequest,
  silenceLimits,
} from '../health/alert-report.ts';
import { durationFromUs, durationToUs, isDuration, timestampFromMs } from './duration.ts';
import { wireEnum } from './wire-enum.ts';

const alertStateEnum = wireEnum('ALERT_STATE', alertStates);

export function alertToWire(alert: AlertReport): Alert {
  const { endedAtEpochMs, startedAtEpochMs, isSilenced, isInhibited, ...same } = alert;
  return {
    ...same,
    labels: labelsToWire(alert.labels),
    state: alertStateEnum.toWire(alert.state),
    startTime: timestampFromMs(startedAtEpochMs),
    endTime: endedAtEpochMs === 0 ? null : timestampFromMs(endedAtEpochMs),
    silenced: isSilenced,
    inhibited: isInhibited,
  };
}

export function alertFromWire(wire: Alert__Output): AlertReport {
  return {
    fingerprint: wire.fingerprint,
    name: wire.name,
    labels: labelsFromWire(wire.labels),
    state: alertStateEnum.fromWire(wire.state) ?? 'FIRING',
    summary: wire.summary,
    value: wire.value,
    startedAtEpochMs: durationToUs(wire.startTime) / 1000,
    endedAtEpochMs: durationToUs(wire.endTime) / 1000,
    isSilenced: wire.silenced,
    isInhibited: wire.inhibited,
  };
}

export function newsToWire({ notification, alerts }: AlertNews): WatchAlertsResponse {
  return {
    alerts: alerts.map(alertToWire),
    notification: notification
      ? {
          groupLabels: labelsToWire(notification.groupLabels),
          alerts: notification.alerts.map(alertToWire),
          reminder: notification.isReminder,
        }
      : null,
  };
}

export function newsFromWire({ notification, alerts }: WatchAlertsResponse__Output): AlertNews {
  return {
    alerts: alerts.map(alertFromWire),
    notification: notification
      ? {
          groupLabels: labelsFromWire(notification.groupLabels),
          alerts: notification.alerts.map(alertFromWire),
          isReminder: notification.reminder,
        }
      : undefined,
  };
}

export function silenceToWire({ id, endsAtEpochMs, labels, ...same }: AlertSilence): WireSilence {
  return {
    ...same,
    silenceId: id,
    labels: labelsToWire(labels),
    expireTime: timestampFromMs(endsAtEpochMs),
  };
}

export function silenceFromWire(wire: AlertSilence__Output | null): AlertSilence {
  return {
    id: wire?.silenceId ?? '',
    labels: labelsFromWire(wire?.labels ?? []),
    endsAtEpochMs: durationToUs(wire?.expireTime) / 1000,
    createdBy: wire?.createdBy ?? '',
    comment: wire?.comment ?? '',
  };
}

export function silenceRequestToWire(request: SilenceRequest): SilenceAlertsRequest {
  const { labels, durationMs, createdBy, comment } = request;
  const duration = durationFromUs(durationMs * 1000);
  return { labels: labelsToWire(labels), duration, createdBy, comment };
}

/** Throws INVALID_REQUEST. */
export function readSilenceRequest(wire: SilenceAlertsRequest__Output): SilenceRequest {
  const violations: FieldViolation[] = [];
  const must = (isKept: boolean, field: string, description: string): void => {
    if (!isKept) violations.push({ field, description });
  };
  const { labels, duration, comment, createdBy } = wire;
  const { durationMsDefault, durationMsMin, durationMsMax } = silenceLimits;
  const { commentCharsMax, createdByCharsMax } = silenceLimits;
  const durationMs = duration ? durationToUs(duration) / 1000 : durationMsDefault;
  const isWithin = durationMs >= durationMsMin && durationMs <= durationMsMax;
  must(labels.length > 0 && labels.length <= 20, 'labels', 'must be 1 to 20');
  must(
    labels.every(({ name, value }) => name !== '' && name.length <= 200 && value.length <= 200),
    'labels',
    'must have names, and nothing of more than 200 characters',
  );
  must(
    isWithin && (!duration || isDuration(duration)),
    'duration',
    `must be from ${durationMsMin} ms to ${durationMsMax} ms: ${durationMs}`,
  );
  must(
    comment.length <= commentCharsMax,
    'comment',
    `must have at most ${commentCharsMax} characters`,
  );
  must(
    createdBy.length <= createdByCharsMax,
    'created_by',
    `must have at most ${createdByCharsMax} characters`,
  );
  if (violations.length > 0) throw invalidRequest(violations);
  return { labels: labelsFromWire(labels), durationMs, comment, createdBy };
}

function labelsToWire(labels: Labels): AlertLabel[] {
  return Object.entries(labels).map(([name, value]) => ({ name, value }));
}

function labelsFromWire(wire: readonly AlertLabel__Output[]): Labels {
  return Object.fromEntries(wire.map(({ name, value }) => [name, value]));
}
