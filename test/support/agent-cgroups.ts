/** The cgroups that node-agents on this machine have made for their hosts. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findMemoryCgroupMount } from '../../node-agent/pool/cgroup-folder.ts';

/** Of the agents with these pids; agents that started in this process's own cgroup. */
export function cgroupsOfAgents(agentPids: readonly number[]): string[] {
  const mounts = [findMemoryCgroupMount('v1'), findMemoryCgroupMount('v2')];
  const parents = mounts.flatMap((mount) => mount?.candidates ?? []);
  return parents.flatMap((parent) =>
    readdirSync(parent)
      .filter((name) => agentPids.some((pid) => name.startsWith(`isopod-${pid}-`)))
      .map((name) => join(parent, name)),
  );
}
