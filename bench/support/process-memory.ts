/** Memory of a process and of everything below it, from /proc. */
import { readdirSync, readFileSync } from 'node:fs';
import { BenchError } from './bench.ts';
import { parseProcessTimes } from './process-cpu.ts';

export interface MemoryUse {
  /** What several processes share counts in parts: the sum over processes is what they take. */
  readonly pssBytes: number;
  /** What they share counts in each of them. */
  readonly rssBytes: number;
}

/** Of the process and all that it has started and that live. */
export function treeMemory(pid: number): MemoryUse {
  const uses = [pid, ...descendantsOf(pid)].map(memoryOf);
  return {
    pssBytes: uses.reduce((sum, { pssBytes }) => sum + pssBytes, 0),
    rssBytes: uses.reduce((sum, { rssBytes }) => sum + rssBytes, 0),
  };
}

/** Reads the text of /proc/PID/smaps_rollup, which is all zero for a process that is ending. */
export function parseMemoryUse(rollup: string): MemoryUse {
  const bytesIn = (pattern: RegExp): number => Number(pattern.exec(rollup)?.[1] ?? 0) * 1024;
  return { pssBytes: bytesIn(/^Pss:\s+(\d+) kB$/m), rssBytes: bytesIn(/^Rss:\s+(\d+) kB$/m) };
}

function memoryOf(pid: number): MemoryUse {
  try {
    return parseMemoryUse(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    // It has ended meanwhile.
    if (code === 'ENOENT' || code === 'ESRCH') return { pssBytes: 0, rssBytes: 0 };
    throw new BenchError(
      `could not read the memory of process ${pid}: ${code}; hosts show theirs to root only`,
      { cause },
    );
  }
}

function descendantsOf(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const entry of readdirSync('/proc')) {
    const parentPid = /^\d+$/.test(entry) ? parentOf(entry) : undefined;
    if (parentPid !== undefined) parents.set(Number(entry), parentPid);
  }
  const found = [pid];
  for (const above of found)
    for (const [childPid, parentPid] of parents) if (parentPid === above) found.push(childPid);
  return found.slice(1);
}

function parentOf(pid: string): number | undefined {
  try {
    return parseProcessTimes(readFileSync(`/proc/${pid}/stat`, 'utf8')).parentPid;
  } catch {
    return undefined;
  }
}
