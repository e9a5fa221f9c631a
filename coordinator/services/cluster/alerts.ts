/** ClusterService's view of alerts, and its silences. */
import { IsopodError } from '../../../shared/errors/isopod-error.ts';
import type { ClusterServiceHandlers } from '../../../shared/generated/isopod/v1/ClusterService.ts';
import type { WatchAlertsResponse } from '../../../shared/generated/isopod/v1/WatchAlertsResponse.ts';
import type { AlertNotification } from '../../../shared/health/alert-report.ts';
import type { Logger } from '../../../shared/telemetry/logger.ts';
import {
  alertToWire,
  newsToWire,
  readSilenceRequest,
  silenceToWire,
} from '../../../shared/wire/alert-codec.ts';
import type { Alerting } from '../../health/alerts/alerting.ts';
import { answeringAdministrator } from '../answering.ts';
import { LatestWriter } from '../latest-writer.ts';
import type { OpenWatches } from '../open-watches.ts';

export interface AlertParts {
  readonly alerting: Alerting;
  readonly watches: OpenWatches;
  readonly logger: Logger;
}

type Method = 'ListAlerts' | 'WatchAlerts' | 'SilenceAlerts' | 'EndAlertSilence';

export function alertHandlers({
  alerting,
  watches,
  logger,
}: AlertParts): Pick<ClusterServiceHandlers, Method> {
  return {
    ListAlerts: answeringAdministrator(logger, async () => ({
      alerts: alerting.alerts.map(alertToWire),
      silences: alerting.silences.all.map(silenceToWire),
    })),
    WatchAlerts: (call) => {
      let notification: AlertNotification | undefined;
      const writer = new LatestWriter<WatchAlertsResponse>(call, () =>
        newsToWire({ notification, alerts: alerting.alerts }),
      );
      const removeSink = alerting.addSink({
        notify: (told) => {
          notification = told;
          writer.changed();
        },
      });
      if (watches.open(call, removeSink)) writer.changed();
      else removeSink();
    },
    SilenceAlerts: answeringAdministrator(logger, async (request) => {
      const asked = readSilenceRequest(request);
      const silence = alerting.silences.add(asked);
      logger.info({ silence }, 'alerts are silenced');
      return { silence: silenceToWire(silence) };
    }),
    EndAlertSilence: answeringAdministrator(logger, async ({ silenceId }) => {
      if (!alerting.silences.end(silenceId))
        throw new IsopodError(
          'ALERT_SILENCE_NOT_FOUND',
          'Could not end the silence: there is none of this id',
        );
      return {};
    }),
  };
}
