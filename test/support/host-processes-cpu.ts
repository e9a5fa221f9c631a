/** The sandbox hosts that this test run has started, as the kernel sees them. */
import { readdirSync, readFileSync } from 'node:fs';
import type { Clock } from '../../shared/time/clock.ts';

/** USER_HZ is 100 on every Linux architecture that Node runs on. */
const msPerTick = 10;

interface ProcessEntry {
  readonly pid: number;
  readonly parentPid: number;
  readonly cpuMs: number;
}

/** Processor time, so far, of all live hosts that descend from this process. */
export function hostsCpuMs(): number {
  const processes = readProcesses();
  const parents = new Map(processes.map(({ pid, parentPid }) => [pid, parentPid]));
  const isOurs = (pid: number): boolean => {
    for (let at = parents.get(pid); at; at = parents.get(at)) if (at === process.pid) return true;
    return false;
  };
  const hosts = processes.filter(({ pid }) => isOurs(pid) && isHost(pid));
  return hosts.reduce((sum, { cpuMs }) => sum + cpuMs, 0);
}

/**
 * What they burn in a while from now on: nobody says that nothing happens. Live hosts are counted, so
 * one that ends meanwhile makes it less.
 */
export async function hostsCpuMsOver(forMs: number, clock: Clock): Promise<number> {
  const beforeMs = hostsCpuMs();
  await new Promise<void>((resolve) => clock.setTimer(forMs, resolve));
  return hostsCpuMs() - beforeMs;
}

function readProcesses(): ProcessEntry[] {
  const processes: ProcessEntry[] = [];
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = readOrUndefined(`/proc/${name}/stat`);
    // The second field, the name, is in parentheses and may hold anything.
    const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (!fields) continue;
    const [, parentPid, , , , , , , , , , userTicks, systemTicks] = fields.map(Number);
    const cpuMs = ((userTicks ?? 0) + (systemTicks ?? 0)) * msPerTick;
    processes.push({ pid: Number(name), parentPid: parentPid ?? 0, cpuMs });
  }
  return processes;
}

function isHost(pid: number): boolean {
  return readOrUndefined(`/proc/${pid}/cmdline`)?.includes('node-agent/host/') ?? false;
}

/** A process may end while it is looked at. */
function readOrUndefined(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
