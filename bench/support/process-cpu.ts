/** Processor time of processes, and of everything below them, from /proc. */
import { readdirSync, readFileSync } from 'node:fs';

/** USER_HZ: what the kernel counts in for user space, whatever its own clock. */
const ticksPerSecond = 100;

interface ProcessTimes {
  readonly parentPid: number;
  /** Its own, in clock ticks. */
  readonly ownTicks: number;
  /** Of its children that have ended and were waited for, in clock ticks. */
  readonly endedChildrenTicks: number;
}

/** Reads the text of /proc/PID/stat. The name, in parentheses, may hold anything. */
export function parseProcessTimes(stat: string): ProcessTimes {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // proc_pid_stat(5) counts from 1, and what is left here begins with the third field.
  const field = (number: number): number => Number(fields[number - 3]);
  return {
    parentPid: field(4),
    ownTicks: field(14) + field(15),
    endedChildrenTicks: field(16) + field(17),
  };
}

/** Microseconds used by the process itself; 0 once it is gone. */
export function processCpuUs(pid: number): number {
  return toUs(readTimes(pid)?.ownTicks ?? 0);
}

/** Microseconds used by everything the process has started, alive or ended, but not by itself. */
export function descendantsCpuUs(pid: number): number {
  const all = new Map<number, ProcessTimes>();
  for (const entry of readdirSync('/proc')) {
    const times = /^\d+$/.test(entry) ? readTimes(Number(entry)) : undefined;
    if (times) all.set(Number(entry), times);
  }
  const below = (parentPid: number): number => {
    let ticks = all.get(parentPid)?.endedChildrenTicks ?? 0;
    for (const [childPid, times] of all)
      if (times.parentPid === parentPid) ticks += times.ownTicks + below(childPid);
    return ticks;
  };
  return toUs(below(pid));
}

function readTimes(pid: number): ProcessTimes | undefined {
  try {
    return parseProcessTimes(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return undefined;
  }
}

function toUs(ticks: number): number {
  return (ticks / ticksPerSecond) * 1e6;
}
