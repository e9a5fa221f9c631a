/**
 * Finds, by trying, how this machine lets an agent limit a host's memory.
 */
import { mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../shared/time/clock.ts';
import { findMemoryCgroupMount, makeAgentFolder, removeFolder } from './cgroup-folder.ts';
import { type CgroupInterface, cgroupV1, cgroupV2 } from './cgroup-interface.ts';
import { CgroupMemoryCeilings } from './cgroup-memory-ceilings.ts';
import type { MemoryCeilingKind, MemoryCeilings } from './memory-ceiling.ts';
import { ResidentMemoryCeilings } from './resident-memory-ceilings.ts';

export interface CeilingChoice {
  readonly ceilings: MemoryCeilings;
  /** Why the better kinds are not used; for the log. */
  readonly refusals: readonly { readonly kind: MemoryCeilingKind; readonly reason: string }[];
}

/** @param agentId Names the agent's cgroup: letters, digits and dashes. */
export function chooseMemoryCeilings(agentId: string, clock: Clock): CeilingChoice {
  const refusals: { kind: MemoryCeilingKind; reason: string }[] = [];
  for (const open of [openV2, openV1]) {
    const result = open(agentId);
    if ('ceilings' in result) return { ceilings: result.ceilings, refusals };
    refusals.push(result);
  }
  return { ceilings: new ResidentMemoryCeilings(clock), refusals };
}

type Attempt =
  | { readonly ceilings: MemoryCeilings }
  | { readonly kind: MemoryCeilingKind; readonly reason: string };

function openV1(agentId: string): Attempt {
  return openIn('v1', cgroupV1, (parent) => makeAgentFolder(parent, agentId));
}

function openV2(agentId: string): Attempt {
  return openIn('v2', cgroupV2, (parent) => {
    if (!wordsOf(parent, 'cgroup.controllers').includes('memory')) {
      throw new Error('the memory controller is not to be had here');
    }
    // A cgroup with processes in it cannot hand its controllers down, the topmost excepted; so
    // an agent that is alone in its own (a service with delegation) steps aside into a child.
    if (!handsMemoryDown(parent)) stepAside(parent, agentId);
    handMemoryDown(parent);
    const folder = makeAgentFolder(parent, agentId);
    handMemoryDown(folder);
    return folder;
  });
}

function openIn(
  version: 'v1' | 'v2',
  files: CgroupInterface,
  makeFolder: (parent: string) => string,
): Attempt {
  const mount = findMemoryCgroupMount(version);
  if (!mount) return { kind: files.kind, reason: 'the controller is not mounted' };
  let reason = '';
  for (const parent of mount.candidates) {
    let folder: string | undefined;
    try {
      folder = makeFolder(parent);
      tryOut(files, folder);
      return { ceilings: new CgroupMemoryCeilings(files, folder) };
    } catch (error) {
      if (folder) removeFolder(folder);
      reason = `${parent}: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
  return { kind: files.kind, reason };
}

/** A limit must be settable and the count of kills readable, or this is no ceiling. */
function tryOut(files: CgroupInterface, agentFolder: string): void {
  const folder = join(agentFolder, 'trial');
  mkdirSync(folder);
  files.prepare(folder);
  files.setLimit(folder, 64 * 1024 * 1024, { isRaise: false });
  files.wasExceeded(folder);
  rmdirSync(folder);
}

function handsMemoryDown(folder: string): boolean {
  return wordsOf(folder, 'cgroup.subtree_control').includes('memory');
}

function wordsOf(folder: string, file: string): string[] {
  return readFileSync(join(folder, file), 'utf8').trim().split(/\s+/);
}

function handMemoryDown(folder: string): void {
  if (!handsMemoryDown(folder)) writeFileSync(join(folder, 'cgroup.subtree_control'), '+memory');
}

function stepAside(parent: string, agentId: string): void {
  const pids = wordsOf(parent, 'cgroup.procs');
  if (pids.length !== 1 || pids[0] !== String(process.pid)) return;
  const folder = join(parent, `agent-${agentId}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'cgroup.procs'), String(process.pid));
}
