/**
 * Users for hosts: numbers that own no file, each given to one live host at a time, on the
 * whole machine. Only an agent that is root can use them.
 *
 * Agents of one machine keep out of each other's way by ranges. A range is held by listening on
 * an abstract socket with its name: the kernel gives it to one process and takes it back at
 * that process's end, whatever end that is, and nothing is left on a disk.
 */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import type { HostIds } from '../frames/lockdown.ts';
import { hostsPerAgentMax } from './hosting-config.ts';

/** Far above people and services, and above the ranges that user namespaces usually map. */
export const hostUidBase = 200_000;
/** One for each host it may have. */
export const uidsPerAgent = hostsPerAgentMax;
const agentsMax = 64;

export class HostUids {
  readonly first: number;
  readonly #claim: Server;

  private constructor(first: number, claim: Server) {
    this.first = first;
    this.#claim = claim;
  }

  /** Throws when every range is taken, or when this user namespace has too few users. */
  static async claim(base: number = findBase()): Promise<HostUids> {
    for (let range = 0; range < agentsMax; range++) {
      const first = base + range * uidsPerAgent;
      const claim = await listen(`\0isopod-host-uids-${first}`);
      if (claim) return new HostUids(first, claim);
    }
    throw new Error(`No range of users for hosts is free: ${agentsMax} from ${base} on are taken`);
  }

  /** @param slot 0 to uidsPerAgent - 1, of which no two live hosts have the same. */
  idsOf(slot: number): HostIds {
    if (!Number.isInteger(slot) || slot < 0 || slot >= uidsPerAgent) {
      throw new RangeError(`No user for this slot: ${slot}`);
    }
    return { uid: this.first + slot, gid: this.first + slot };
  }

  release(): Promise<void> {
    return new Promise((resolve) => this.#claim.close(() => resolve()));
  }
}

const killCapability = 5n; // CAP_KILL

/**
 * Whether this process may end those of other users. Root in a container often may not, and would
 * then watch hosts that it cannot stop.
 *
 * @param status /proc/self/status, see capabilities(7).
 */
export function mayKillOtherUsers(status = readFileSync('/proc/self/status', 'utf8')): boolean {
  const [, effective = '0'] = /^CapEff:\s*([0-9a-f]+)$/m.exec(status) ?? [];
  return ((BigInt(`0x${effective}`) >> killCapability) & 1n) === 1n;
}

/** Undefined when another process has the name. */
function listen(name: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.unref();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen(name, () => resolve(server));
  });
}

/**
 * In a user namespace only mapped users exist: then the upper end of the largest mapped range
 * is taken, where no image keeps its services.
 *
 * @param uidMap /proc/self/uid_map: lines of first inside, first outside, count. See
 *   user_namespaces(7). gid_map is made alike by every tool that makes both.
 */
export function findBase(uidMap: string = readFileSync('/proc/self/uid_map', 'utf8')): number {
  const needed = agentsMax * uidsPerAgent;
  const ranges = uidMap
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .map(([first = 0, , count = 0]) => ({ first, end: first + count }));
  const holdsBase = ranges.some(({ first, end }) => {
    return first <= hostUidBase && hostUidBase + needed <= end;
  });
  if (holdsBase) return hostUidBase;
  const largest = ranges.reduce((a, b) => (b.end - b.first > a.end - a.first ? b : a));
  if (largest.end - largest.first < 2 * needed) {
    throw new Error(`Too few users for hosts in this user namespace: ${uidMap.trim()}`);
  }
  return largest.end - needed;
}
