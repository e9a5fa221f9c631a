/** Alerts and silences as tables for people. */
import type { AlertReport, AlertSilence, Labels } from '../../shared/health/alert-report.ts';
import { shownText } from './shown-text.ts';
import { textTable } from './text-table.ts';

const alertTitles = ['ALERT', 'SEVERITY', 'STATE', 'FOR', 'WHAT', 'LABELS'];

/** `nowEpochMs` is now, in milliseconds since 1970. */
export function alertTable(alerts: readonly AlertReport[], nowEpochMs: number): string {
  const rows = alerts.map((alert) => [
    alert.name,
    alert.labels['severity'] ?? '',
    stateText(alert),
    `${Math.max(0, Math.round((nowEpochMs - alert.startedAtEpochMs) / 1_000))} s`,
    shownText(alert.summary),
    labelsText(labelsWithoutColumn(alert.labels)),
  ]);
  return textTable([alertTitles, ...rows]);
}

export function silenceTable(silences: readonly AlertSilence[]): string {
  const rows = silences.map(({ id, labels, endsAtEpochMs, createdBy, comment }) => [
    id,
    new Date(endsAtEpochMs).toISOString(),
    labelsText(Object.entries(labels)),
    shownText(createdBy),
    shownText(comment),
  ]);
  return textTable([['SILENCE', 'UNTIL', 'LABELS', 'BY', 'WHY'], ...rows]);
}

function stateText({ state, isSilenced, isInhibited }: AlertReport): string {
  if (isSilenced) return `${state.toLowerCase()}, silenced`;
  return isInhibited ? `${state.toLowerCase()}, explained` : state.toLowerCase();
}

/** Those that an alert's row does not say in a column of their own. */
function labelsWithoutColumn(labels: Labels): (readonly [string, string])[] {
  return Object.entries(labels).filter(([name]) => name !== 'alertname' && name !== 'severity');
}

function labelsText(labels: readonly (readonly [string, string])[]): string {
  return shownText(labels.map(([name, value]) => `${name}=${value}`).join(' '));
}
