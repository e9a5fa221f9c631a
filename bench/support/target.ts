/** A server that is measured, whatever stands behind it. */
import type { CpuGauge } from './cpu-meter.ts';
import type { KnownExecution } from './workload.ts';

export interface Target {
  readonly name: string;
  /** On 127.0.0.1. */
  readonly port: number;
  /** Of every process that takes part in an answer. */
  readonly gauges: readonly CpuGauge[];
  /** The execution with the answer that this server should give. */
  answerTo(known: KnownExecution): KnownExecution;
}
