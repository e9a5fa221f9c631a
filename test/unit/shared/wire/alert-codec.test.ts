import { expect, test } from 'vitest';
import { IsopodError } from '../../../../shared/errors/isopod-error.ts';
import type { SilenceAlertsRequest } from '../../../../shared/generated/isopod/v1/SilenceAlertsRequest.ts';
import type { AlertNews, AlertReport } from '../../../../shared/health/alert-report.ts';
import {
  alertFromWire,
  alertToWire,
  newsFromWire,
  newsToWire,
  readSilenceRequest,
  silenceFromWire,
  silenceRequestToWire,
  silenceToWire,
} from '../../../../shared/wire/alert-codec.ts';
import { ClusterService } from '../../../../shared/wire/services.ts';

const { ListAlerts, WatchAlerts, SilenceAlerts } = ClusterService.service;
const epochMs = Date.UTC(2026, 0, 1);

const firing: AlertReport = {
  fingerprint: 'dcba82811ac5d351',
  name: 'NodeLost',
  labels: { alertname: 'NodeLost', node: 'n1', severity: 'critical' },
  state: 'FIRING',
  summary: 'Node n1 is not heard of',
  value: -0.125,
  startedAtEpochMs: epochMs,
  endedAtEpochMs: 0,
  isSilenced: true,
  isInhibited: false,
};
const over: AlertReport = { ...firing, state: 'RESOLVED', endedAtEpochMs: epochMs + 1_500 };

test('alerts and silences are read as they were written', () => {
  const silence = {
    id: 'one',
    labels: { alertname: 'NodeLost' },
    endsAtEpochMs: epochMs,
    createdBy: 'me',
    comment: 'known',
  };
  const bytes = ListAlerts.responseSerialize({
    alerts: [firing, over, { ...firing, state: 'PENDING' as const }].map(alertToWire),
    silences: [silenceToWire(silence)],
  });
  const answer = ListAlerts.responseDeserialize(bytes);
  expect(answer.alerts.map(alertFromWire)).toEqual([firing, over, { ...firing, state: 'PENDING' }]);
  expect(answer.silences.map(silenceFromWire)).toEqual([silence]);
});

test.each<AlertNews>([
  { notification: undefined, alerts: [firing] },
  {
    notification: { groupLabels: { alertname: 'NodeLost' }, alerts: [over], isReminder: true },
    alerts: [],
  },
])('news of alerts are read as they were written', (news) => {
  const bytes = WatchAlerts.responseSerialize(newsToWire(news));
  expect(newsFromWire(WatchAlerts.responseDeserialize(bytes))).toEqual(news);
});

function read(request: SilenceAlertsRequest) {
  return readSilenceRequest(
    SilenceAlerts.requestDeserialize(SilenceAlerts.requestSerialize(request)),
  );
}

/** The fields at fault. */
function faults(request: SilenceAlertsRequest): string[] {
  try {
    read(request);
    return [];
  } catch (thrown) {
    if (!(thrown instanceof IsopodError)) throw thrown;
    expect(thrown.reason).toBe('INVALID_REQUEST');
    return thrown.fieldViolations.map(({ field }) => field);
  }
}

const labels = [{ name: 'alertname', value: 'NodeLost' }];

test('what is asked to be silenced is read as it was written, for an hour unless it says how long', () => {
  const asked = {
    labels: { alertname: 'NodeLost' },
    durationMs: 90_000,
    createdBy: 'me',
    comment: 'x',
  };
  expect(read(silenceRequestToWire(asked))).toEqual(asked);
  expect(read({ labels }).durationMs).toBe(3_600_000);
});

test.each<[string, SilenceAlertsRequest, string[]]>([
  ['no label', {}, ['labels']],
  ['a label without a name', { labels: [{ name: '', value: 'x' }] }, ['labels']],
  ['endless labels', { labels: Array(21).fill(labels[0]) }, ['labels']],
  ['an instant', { labels, duration: { seconds: 0, nanos: 1 } }, ['duration']],
  ['a time that is none', { labels, duration: { seconds: 60, nanos: -1 } }, ['duration']],
  ['31 days', { labels, duration: { seconds: 31 * 86_400 } }, ['duration']],
  ['a long comment', { labels, comment: 'x'.repeat(1_001) }, ['comment']],
  ['a long name', { labels, createdBy: 'x'.repeat(201) }, ['created_by']],
])('%s cannot be silenced', (_what, request, fields) => {
  expect(faults(request)).toEqual(fields);
});
