/** docs/health.md and the alerts that ship say the same. */
import { expect, test } from 'vitest';
import { readAlertsConfig } from '../../coordinator/health/alerts-config.ts';
import { tableUnder } from './support/markdown-table.ts';
import { readProjectFile } from './support/project-files.ts';

const { text } = readProjectFile('docs/health.md');

test('docs/health.md has every alert that ships, with its number and its thresholds', () => {
  const shipped = readAlertsConfig().alerting.rules.map(
    ({ name, severity, metric, threshold: { is, fireAt, resolveAt }, forMs }) => [
      name,
      severity,
      metric,
      `${is} ${fireAt}`,
      `${resolveAt}`,
      `${forMs / 1_000} s`,
    ],
  );
  expect(tableUnder(text, '## Alerts')).toEqual(shipped);
});

test('docs/health.md shows a file of alerts that can be used', () => {
  const [, example] = /```json\n([^`]+)```/.exec(text) ?? [];
  const { alerting, sloObjective } = readAlertsConfig(example);
  expect(sloObjective).toBe(0.99);
  expect(alerting.rules.map(({ name }) => name)).not.toContain('Saturation');
});
