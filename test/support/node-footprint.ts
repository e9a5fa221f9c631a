/** What a node-agent that this process has started holds of the machine, as the kernel sees it. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { cgroupsOfAgents } from './agent-cgroups.ts';

/** Its two socket pairs, its announcement page, and the agent's open /proc/PID/statm. */
const descriptorsPerHost = 4;
const bytesPerPage = 4096;

export interface NodeFootprint {
  readonly agentPid: number;
  readonly hostPids: readonly number[];
  /** Their users, where each has one of its own. */
  readonly hostUsers: readonly number[];
  /** Children that have ended and were not waited for. */
  readonly zombies: number;
  readonly threads: number;
  /** Those of the agent that do not belong to a live host. */
  readonly descriptors: number;
  /** What is left when each host is counted as what it should hold; 0 when nothing leaks. */
  readonly descriptorsOfDeadHosts: number;
  readonly cgroups: readonly string[];
  /** Of the agent and its hosts together. */
  readonly residentBytes: number;
  readonly agentResidentBytes: number;
}

export function nodeFootprint(): NodeFootprint {
  const agentPid = childRunning('node-agent/main.ts');
  const children = childrenOf(agentPid);
  const hostPids = children.filter((pid) => stateOf(pid) !== 'Z');
  const targets = descriptorsOf(agentPid);
  const ofHosts = targets.filter((target) => /isopod-announcement|\/statm$/.test(target));
  return {
    agentPid,
    hostPids,
    hostUsers: hostPids.map(userOf).filter((user) => user !== userOf(agentPid)),
    zombies: children.length - hostPids.length,
    threads: readdirSync(`/proc/${agentPid}/task`).length,
    descriptors: targets.length - descriptorsPerHost * hostPids.length,
    descriptorsOfDeadHosts: ofHosts.length - 2 * hostPids.length,
    cgroups: cgroupsOfAgents([agentPid]).flatMap((folder) => foldersIn(folder)),
    residentBytes: [agentPid, ...hostPids].reduce((sum, pid) => sum + residentBytesOf(pid), 0),
    agentResidentBytes: residentBytesOf(agentPid),
  };
}

/** Throws when no child of this process runs that script. */
export function childRunning(script: string): number {
  const runs = (pid: number): boolean => read(`/proc/${pid}/cmdline`).includes(script);
  const pid = childrenOf(process.pid).find(runs);
  if (pid === undefined) throw new Error(`No child of this process runs ${script}`);
  return pid;
}

/** Whatever a host would have left behind, under whichever parent. */
export function processesOfUsers(users: readonly number[]): number[] {
  return allPids().filter((pid) => users.includes(userOf(pid)));
}

function childrenOf(parentPid: number): number[] {
  return allPids().filter((pid) => statOf(pid)[1] === String(parentPid));
}

function allPids(): number[] {
  return readdirSync('/proc').map(Number).filter(Number.isInteger);
}

/** NaN where the process has ended in the meantime. */
function userOf(pid: number): number {
  return Number(/^Uid:\s+(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? Number.NaN);
}

function stateOf(pid: number): string {
  return statOf(pid)[0] ?? '';
}

/** The fields after the name, which is in parentheses and may hold anything. */
function statOf(pid: number): string[] {
  const stat = read(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

export function descriptorsOf(pid: number): string[] {
  return readdirSync(`/proc/${pid}/fd`).flatMap((name) => {
    try {
      return [readlinkSync(`/proc/${pid}/fd/${name}`)];
    } catch {
      return []; // Closed in the meantime.
    }
  });
}

export function residentBytesOf(pid: number): number {
  return Number(read(`/proc/${pid}/statm`).split(' ')[1] ?? 0) * bytesPerPage;
}

/** An agent's cgroup has one inside it for each host. */
function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}

/** Empty where the process has ended in the meantime. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
