/** The numbers that alerts look at. Whoever has some implements this and is given to HealthMonitor. */
import type { Labels } from '../../../shared/health/alert-report.ts';

export interface Sample {
  readonly metric: string;
  readonly labels: Labels;
  readonly value: number;
}

export interface MetricSource {
  /** As they are now. What does not exist now, such as a ratio of nothing, is left out. */
  samples(): Iterable<Sample>;
}
