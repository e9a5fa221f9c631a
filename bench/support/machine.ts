/** What a figure was measured on, and what else was going on there. */
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem } from 'node:os';

export interface Machine {
  readonly cores: number;
  readonly cpu: string;
  readonly memory_bytes: number;
  readonly node: string;
  readonly kernel: string;
}

export function thisMachine(): Machine {
  return {
    cores: availableParallelism(),
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    memory_bytes: totalmem(),
    node: process.version,
    kernel: release(),
  };
}

/** Runnable processes over the last minute. */
export function loadAverage(): number {
  return loadavg()[0] ?? 0;
}

/** Processor time of the whole machine since it started, in clock ticks. */
export interface MachineTicks {
  readonly busy: number;
  readonly all: number;
}

/** The first line of /proc/stat: user nice system idle iowait irq softirq steal … */
export function readMachineTicks(stat = readFileSync('/proc/stat', 'utf8')): MachineTicks {
  const line = stat.slice(0, stat.indexOf('\n')).trim();
  const ticks = line.split(/\s+/).slice(1, 9).map(Number);
  const all = ticks.reduce((sum, value) => sum + value, 0);
  return { busy: all - (ticks[3] ?? 0) - (ticks[4] ?? 0), all };
}
