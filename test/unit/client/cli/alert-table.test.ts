import { expect, test } from 'vitest';
import { alertTable, silenceTable } from '../../../../client/cli/alert-table.ts';
import type { AlertReport } from '../../../../shared/health/alert-report.ts';

const nowMs = Date.UTC(2026, 0, 1);
const alert: AlertReport = {
  fingerprint: 'dcba82811ac5d351',
  name: 'NodeLost',
  labels: { alertname: 'NodeLost', node: 'n1', severity: 'critical' },
  state: 'FIRING',
  summary: 'Node n1 is not heard of',
  value: 1,
  startedAtEpochMs: nowMs - 61_400,
  endedAtEpochMs: 0,
  isSilenced: false,
  isInhibited: false,
};

function row(given: Partial<AlertReport>): string[] {
  return (alertTable([{ ...alert, ...given }], nowMs).split('\n')[1] ?? '').split(/ {2,}/);
}

test('alertTable says what is wrong, for how long, and where', () => {
  expect(row({})).toEqual([
    'NodeLost',
    'critical',
    'firing',
    '61 s',
    'Node n1 is not heard of',
    'node=n1',
  ]);
});

test.each([
  [{ isSilenced: true }, 'firing, silenced'],
  [{ isInhibited: true, state: 'PENDING' as const }, 'pending, explained'],
  [{ state: 'RESOLVED' as const }, 'resolved'],
])('alertTable says of an alert that is %j: %s', (given, state) => {
  expect(row(given)[2]).toBe(state);
});

test('alertTable shows control characters instead of sending them to the terminal', () => {
  expect(row({ labels: { node: '\u001b[2J' } }).at(-1)).toBe('node=\\u001b[2J');
});

test('silenceTable says until when, of what, and why', () => {
  const silence = {
    id: 'one',
    labels: { alertname: 'NodeLost', node: 'a' },
    endsAtEpochMs: nowMs,
    createdBy: 'me',
    comment: 'new disk',
  };
  expect(silenceTable([silence])).toContain('2026-01-01T00:00:00.000Z');
  expect(silenceTable([silence])).toMatch(/one .* alertname=NodeLost node=a +me +new disk\n$/);
});
