/**
 * Where an agent may make cgroups, and the folder it makes for its own:
 *
 *   <the agent's own cgroup, else the top of the mount>/isopod-<pid>-<start>-<agent id>/host-<slot>-<n>
 *
 * The name tells whether the agent still lives, so that the next one can clear away what an
 * agent that was killed has left.
 */
import { mkdirSync, readdirSync, readFileSync, rmdirSync } from 'node:fs';
import { join, relative } from 'node:path';

const folderPattern = /^isopod-(?<pid>\d+)-(?<startTicks>\d+)-/;

/** One mount of cgroups, and this process's place in it. */
export interface CgroupMount {
  readonly mountPoint: string;
  /** Folders to try, the better first. */
  readonly candidates: readonly string[];
}

/** `mountinfo` and `membership` are /proc/self/mountinfo and /proc/self/cgroup. */
export function findMemoryCgroupMount(
  version: 'v1' | 'v2',
  mountinfo = readFileSync('/proc/self/mountinfo', 'utf8'),
  membership = readFileSync('/proc/self/cgroup', 'utf8'),
): CgroupMount | undefined {
  const mount = mountinfo
    .split('\n')
    .map(parseMount)
    .find((line) => {
      return version === 'v2' ? line?.type === 'cgroup2' : line?.isMemoryV1;
    });
  if (!mount) return undefined;
  const own = membership
    .split('\n')
    .map((line) => line.split(':'))
    .find(([id, controllers]) => {
      return version === 'v2' ? id === '0' : controllers?.split(',').includes('memory');
    });
  const ownPath = own?.slice(2).join(':') ?? '/';
  // In a container the mount may begin below the top, or the path may be the outer one.
  const inner = relative(mount.root, ownPath);
  const isBelow = inner !== '' && !inner.startsWith('..');
  const candidates = isBelow
    ? [join(mount.mountPoint, inner), mount.mountPoint]
    : [mount.mountPoint];
  return { mountPoint: mount.mountPoint, candidates };
}

/** See proc_pid_mountinfo(5): optional fields end with a lone dash. */
function parseMount(line: string) {
  const [place, filesystem] = line.split(' - ');
  const [, , , root, mountPoint] = place?.split(' ') ?? [];
  const [type, , superOptions] = filesystem?.split(' ') ?? [];
  if (!root || !mountPoint) return undefined;
  const isMemoryV1 = type === 'cgroup' && superOptions?.split(',').includes('memory') === true;
  return { root, mountPoint, type, isMemoryV1 };
}

/** Makes the agent's folder, after clearing away those of agents that are gone. */
export function makeAgentFolder(parent: string, agentId: string): string {
  sweepFolders(parent);
  const folder = join(parent, `isopod-${process.pid}-${startTicksOf(process.pid)}-${agentId}`);
  mkdirSync(folder);
  return folder;
}

export function sweepFolders(parent: string): void {
  for (const name of readdirSync(parent)) {
    const { pid, startTicks } = folderPattern.exec(name)?.groups ?? {};
    if (pid && startTicksOf(Number(pid)) !== startTicks) removeFolder(join(parent, name));
  }
}

/** With the hosts' in it. A cgroup that still has a process cannot be removed, and is not. */
export function removeFolder(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) tryRemove(join(folder, entry.name));
  }
  tryRemove(folder);
}

function tryRemove(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Busy, or removed by another agent that sweeps too: the next sweep looks again.
  }
}

/** When a process started, in ticks since the machine did: with its pid, its one true name. */
function startTicksOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name, which may itself hold spaces and parentheses.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}
