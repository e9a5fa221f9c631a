/** Runs a bench round by round, and keeps an eye on what else the machine is doing. */
import type { Bench, BenchContext, Metrics } from './bench.ts';
import { loadAverage, type MachineTicks, readMachineTicks } from './machine.ts';
import { descendantsCpuUs, processCpuUs } from './process-cpu.ts';
import { roundLine } from './report.ts';

/** Each round's metrics, in order, with the share of the machine that others used meanwhile. */
export async function runBench(
  bench: Bench,
  rounds: number,
  context: BenchContext,
): Promise<Metrics[]> {
  context.progress(`${bench.name}: ${bench.summary}`);
  const opened = await bench.open(context);
  const results: Metrics[] = [];
  for (let round = 1; round <= rounds; round++) {
    const load = loadAverage().toFixed(2);
    const before = readUse();
    const metrics = { ...(await opened.round()), others_cpu_percent: othersSince(before) };
    results.push(metrics);
    context.progress(`round ${round}/${rounds} (load ${load} before): ${roundLine(metrics)}`);
  }
  return results;
}

interface Use {
  readonly machine: MachineTicks;
  readonly ownUs: number;
}

function readUse(): Use {
  const ownUs = processCpuUs(process.pid) + descendantsCpuUs(process.pid);
  return { machine: readMachineTicks(), ownUs };
}

/** Of the whole machine's processor time: what neither this process nor its children used. */
function othersSince(before: Use): number {
  const now = readUse();
  const allTicks = now.machine.all - before.machine.all;
  const busyTicks = now.machine.busy - before.machine.busy;
  const ownTicks = (now.ownUs - before.ownUs) / 10_000;
  return Math.max(0, ((busyTicks - ownTicks) / allTicks) * 100);
}
