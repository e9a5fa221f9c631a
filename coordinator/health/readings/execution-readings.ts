/** How many executions fail by the cluster's fault, as numbers for alerts. */
import type { Clock } from '../../../shared/time/clock.ts';
import type { MetricSource, Sample } from '../alerts/metric-source.ts';
import { FaultWindows } from './fault-windows.ts';

const minuteMs = 60_000;
/** Of fewer than these a ratio says nothing. */
const executionsMin = 20;
/** Of fewer than these nobody is woken: a budget of one in a thousand is used up by one in fifty. */
const faultsMin = 5;
/** A fast window ends an alert soon after its cause; a slow one keeps a short burst from being one. */
const burnWindows = [
  { metric: 'slo_burn_rate_1h', slowMs: 60 * minuteMs, fastMs: 5 * minuteMs },
  { metric: 'slo_burn_rate_6h', slowMs: 360 * minuteMs, fastMs: 30 * minuteMs },
];

export class ExecutionReadings implements MetricSource {
  readonly #windows: FaultWindows;
  readonly #sloObjective: number;

  /** `sloObjective` is the share of executions that shall not fail by the cluster's fault. */
  constructor(sloObjective: number, clock: Clock) {
    this.#sloObjective = sloObjective;
    this.#windows = new FaultWindows(clock);
  }

  /** An execution has been answered, or refused for want of room. */
  answered(isFault: boolean): void {
    this.#windows.count(isFault);
  }

  *samples(): Generator<Sample> {
    const value = this.#errorRatio(minuteMs);
    if (value !== undefined) yield { metric: 'execution_error_ratio', labels: {}, value };
    for (const { metric, slowMs, fastMs } of burnWindows) {
      const slow = this.#burnRate(slowMs);
      const fast = this.#burnRate(fastMs);
      if (slow !== undefined && fast !== undefined)
        yield { metric, labels: {}, value: Math.min(slow, fast) };
    }
  }

  #errorRatio(windowMs: number): number | undefined {
    const { answered, faults } = this.#windows.over(windowMs);
    return answered < executionsMin ? undefined : faults / answered;
  }

  /** How many times as fast as it may the budget of errors is used up. */
  #burnRate(windowMs: number): number | undefined {
    const { answered, faults } = this.#windows.over(windowMs);
    if (answered < executionsMin) return undefined;
    return faults < faultsMin ? 0 : faults / answered / (1 - this.#sloObjective);
  }
}
