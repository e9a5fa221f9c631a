/**
 * The files by which the two versions of the kernel's memory controller are asked for the same.
 * v1: https://docs.kernel.org/admin-guide/cgroup-v1/memory.html
 * v2: https://docs.kernel.org/admin-guide/cgroup-v2.html
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The kernel charges in batches and may fail one that is larger than what is left. */
const atLimitMarginBytes = 2 * 1024 * 1024;

export interface CgroupInterface {
  readonly kind: 'cgroup-v1' | 'cgroup-v2';
  readonly usageFile: string;
  /** Once, in a new folder. */
  prepare(folder: string): void;
  setLimit(folder: string, memoryBytesMax: number, change: { readonly isRaise: boolean }): void;
  /**
   * Whether the kernel killed in this cgroup because of this cgroup's own limit. A kill because
   * the whole machine, or the container around it, ran out is not the guest's fault.
   */
  wasExceeded(folder: string): boolean;
}

export const cgroupV2: CgroupInterface = {
  kind: 'cgroup-v2',
  usageFile: 'memory.current',
  prepare(folder) {
    writeFileSync(join(folder, 'memory.oom.group'), '1');
    // Absent where the machine has no swap.
    writeIfThere(join(folder, 'memory.swap.max'), '0');
  },
  setLimit(folder, memoryBytesMax) {
    writeFileSync(join(folder, 'memory.max'), String(memoryBytesMax));
  },
  wasExceeded(folder) {
    const events = readFileSync(join(folder, 'memory.events'), 'utf8');
    return counter(events, 'oom_kill') > 0 && counter(events, 'oom') > 0;
  },
};

export const cgroupV1: CgroupInterface = {
  kind: 'cgroup-v1',
  usageFile: 'memory.usage_in_bytes',
  prepare() {},
  setLimit(folder, memoryBytesMax, { isRaise }) {
    const memory = () => writeFileSync(join(folder, 'memory.limit_in_bytes'), `${memoryBytesMax}`);
    // Memory and swap together; absent where the kernel does not count swap. Never below the
    // limit of memory alone, hence the order.
    const both = () =>
      writeIfThere(join(folder, 'memory.memsw.limit_in_bytes'), `${memoryBytesMax}`);
    if (isRaise) {
      both();
      memory();
    } else {
      memory();
      both();
    }
  },
  wasExceeded(folder) {
    const kills = counter(readFileSync(join(folder, 'memory.oom_control'), 'utf8'), 'oom_kill');
    // memory.failcnt would say it more directly, and stays 0 in Linux 6.18.
    const missingBytes =
      bytesIn(folder, 'memory.limit_in_bytes') - bytesIn(folder, 'memory.max_usage_in_bytes');
    return kills > 0 && missingBytes <= atLimitMarginBytes;
  },
};

function bytesIn(folder: string, file: string): number {
  return Number(readFileSync(join(folder, file), 'utf8'));
}

function writeIfThere(file: string, text: string): void {
  if (existsSync(file)) writeFileSync(file, text);
}

/** From lines of a name and a number. */
function counter(text: string, name: string): number {
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${name} `));
  return Number(line?.slice(name.length + 1) ?? 0);
}
