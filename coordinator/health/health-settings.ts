/** What can be set about health. */
import type { Relations, Surroundings } from '../../shared/config/program.ts';
import { type SettingsTable, textSetting, wholeNumber } from '../../shared/config/setting.ts';
import { type AlertsConfig, readAlertsConfig } from './alerts-config.ts';

export const healthSettings = {
  nodeSilenceMsMax: wholeNumber({
    summary:
      'How long a node-agent may be silent before it is given up, and what it was running with it; it gets nothing new from 4.5 s on.',
    min: 5_000,
    max: 600_000,
    default: 10_000,
  }),
  alertsFile: textSetting({
    summary: 'A JSON file with thresholds of alerts, see docs/health.md.',
    placeholder: 'FILE',
    rule: 'the path of a file',
    pattern: /./,
    default: undefined,
  }),
  alertWebhookUrl: textSetting({
    summary: "Where alerts are posted to, in the form of Alertmanager's webhooks.",
    placeholder: 'URL',
    rule: 'an http or https URL',
    pattern: /^https?:\/\/[^\s/]+/,
    default: undefined,
    // Many services have a token in theirs.
    isSecret: true,
  }),
};

/** What the file says, or what ships. */
export function readAlertsFile<Table extends SettingsTable & typeof healthSettings>(
  alertsFile: string | undefined,
  surroundings: Surroundings,
  relations: Relations<Table>,
): AlertsConfig {
  if (alertsFile === undefined) return readAlertsConfig();
  try {
    return readAlertsConfig(surroundings.readTextFile(alertsFile));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    relations.assert(false, ['alertsFile'], `could not be used: ${reason}`);
    return readAlertsConfig();
  }
}
