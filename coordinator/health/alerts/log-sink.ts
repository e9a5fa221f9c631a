/** Notifications as log lines, one an alert. */
import type { Logger } from '../../../shared/telemetry/logger.ts';
import type { AlertSink } from './notification.ts';

export function logSink(logger: Logger): AlertSink {
  return {
    notify: ({ alerts, isReminder }) => {
      for (const { name, labels, summary, value, state } of alerts) {
        const fields = { alert: name, labels, summary, value };
        if (state === 'RESOLVED') logger.info(fields, 'alert is over');
        else logger.warn(fields, isReminder ? 'alert still fires' : 'alert fires');
      }
    },
  };
}
