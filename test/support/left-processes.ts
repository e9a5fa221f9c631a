/**
 * Finds what a test run left running. A child process inherits its parent's environment, so a
 * mark put there by the run's first process is found again in /proc however often a process
 * forked, changed its session or lost its parents. A sandbox host is given no environment; it
 * is known by its command line, and is left over when its parent has ended.
 */
import { readdirSync, readFileSync } from 'node:fs';

/** Takes over the processes whose parents have ended. */
const initPid = 1;

export interface LeftProcess {
  readonly pid: number;
  readonly command: string;
}

export interface RunMark {
  readonly variable: string;
  readonly value: string;
}

/**
 * Processes carrying `mark`, and orphans started from `projectFolder`. The runner and its own
 * children (workers, a watchdog) are left out: it ends those after the teardowns.
 */
export function findLeftProcesses(
  mark: RunMark,
  projectFolder: string,
  runnerPid: number,
): LeftProcess[] {
  const left: LeftProcess[] = [];
  for (const entry of readdirSync('/proc')) {
    const pid = Number(entry);
    if (!Number.isInteger(pid) || pid === runnerPid) continue;
    const command = commandOf(pid);
    // A zombie has no command line any more, and waits only for its parent.
    if (command === '' || parentOf(pid) === runnerPid) continue;
    const isMarked = environmentOf(pid).includes(`${mark.variable}=${mark.value}`);
    if (isMarked || isOrphanHost(pid, command, projectFolder)) left.push({ pid, command });
  }
  return left;
}

function isOrphanHost(pid: number, command: string, projectFolder: string): boolean {
  return command.includes(`${projectFolder}/node-agent/host/`) && parentOf(pid) === initPid;
}

/** Empty where the process has ended. */
export function commandOf(pid: number): string {
  return readProc(pid, 'cmdline').replaceAll('\0', ' ').trim();
}

function environmentOf(pid: number): string[] {
  return readProc(pid, 'environ').split('\0');
}

function parentOf(pid: number): number | undefined {
  const match = /^PPid:\s*(\d+)$/m.exec(readProc(pid, 'status'));
  return match ? Number(match[1]) : undefined;
}

/** Empty where the process has ended in the meantime, or is not ours to look into. */
function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
