/** What an operator reads of nodes that are put aside. */
import type { Logger } from '../../shared/telemetry/logger.ts';
import type { OutlierObserver } from './outliers/outlier-detector.ts';

export function outlierLog(logger: Logger): OutlierObserver {
  return {
    ejected: (nodeId, rule) => logger.warn({ nodeId, rule }, 'node put aside: runs fail there'),
    readmitted: (nodeId) => logger.info({ nodeId }, 'node takes runs again'),
  };
}
