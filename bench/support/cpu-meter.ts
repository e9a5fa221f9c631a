/** What a piece of work cost each of the processes that took part. */
import type { Metrics } from './bench.ts';
import { descendantsCpuUs, processCpuUs } from './process-cpu.ts';

/** Reads the processor time used so far, in microseconds. */
export interface CpuGauge {
  readonly name: string;
  readUs(): number;
}

export function processGauge(name: string, pid: number): CpuGauge {
  return { name, readUs: () => processCpuUs(pid) };
}

/** All that a process has started. */
export function descendantsGauge(name: string, pid: number): CpuGauge {
  return { name, readUs: () => descendantsCpuUs(pid) };
}

export class CpuMeter {
  readonly #started: readonly { readonly gauge: CpuGauge; readonly startUs: number }[];

  constructor(gauges: readonly CpuGauge[]) {
    this.#started = gauges.map((gauge) => ({ gauge, startUs: gauge.readUs() }));
  }

  /** `NAME_cpu_us_per_UNIT` for each gauge, of `count` units since the meter was made. */
  metrics(unit: string, count: number): Metrics {
    const metrics: Record<string, number> = {};
    for (const { gauge, startUs } of this.#started)
      metrics[`${gauge.name}_cpu_us_per_${unit}`] = (gauge.readUs() - startUs) / count;
    return metrics;
  }
}
