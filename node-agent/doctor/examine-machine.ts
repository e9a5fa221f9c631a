/**
 * Finds out, by trying, whether hosts can be locked down on this machine, in the order in which a
 * node-agent does it (node-agent.ts). For a process of its own: the filter on io_uring stays.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { release } from 'node:os';
import type { Random } from '../../shared/random/random.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { chooseMemoryCeilings } from '../pool/choose-memory-ceilings.ts';
import { HostUids, mayKillOtherUsers } from '../pool/host-uids.ts';
import { installInheritedFilter } from '../pool/inherited-filter.ts';
import { isAutogrouped } from './autogroup.ts';
import {
  type Attempt,
  attempt,
  type MachineFindings,
  type UserFinding,
} from './machine-findings.ts';
import { tryOneHost } from './trial-run.ts';

interface ExaminationParts {
  readonly clock: Clock;
  readonly random: Random;
  /** The first of the users for hosts. @default what the machine has to give */
  readonly hostUidBase: number | undefined;
}

/** Leaves no process and no control group behind. */
export async function examineMachine(parts: ExaminationParts): Promise<MachineFindings> {
  const { clock, random, hostUidBase } = parts;
  await using opened = new AsyncDisposableStack();
  const ioUringFilter = await attempt(installInheritedFilter);
  const { ceilings, refusals } = chooseMemoryCeilings('doctor', clock);
  opened.adopt(ceilings, (it) => it.close());
  const claim = await claimUids(hostUidBase);
  const uids = claim?.name === 'had' ? claim.value : undefined;
  opened.defer(() => uids?.release());
  return {
    kernelRelease: release(),
    architecture: process.arch,
    seccompActions: readSeccompActions(),
    ioUringFilter,
    user: userFinding(claim),
    memoryCeiling: { kind: ceilings.kind, refusals },
    isAutogrouped: isAutogrouped(),
    nodeVersion: process.versions.node,
    v8Version: process.versions.v8,
    isolatedVm: await attempt(readIsolatedVmVersion),
    trial: await attempt(() => tryOneHost({ clock, random, ceilings, uids })),
  };
}

/** Undefined for who is not root. */
async function claimUids(base: number | undefined): Promise<Attempt<HostUids> | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  return attempt(() => {
    if (!mayKillOtherUsers()) throw new Error('the capability CAP_KILL is missing');
    return HostUids.claim(base);
  });
}

function userFinding(claim: Attempt<HostUids> | undefined): UserFinding {
  if (!claim) return { name: 'ordinary', uid: process.getuid?.() ?? 0 };
  const firstHostUid =
    claim.name === 'had' ? { name: claim.name, value: claim.value.first } : claim;
  return { name: 'root', firstHostUid };
}

/** See seccomp(2), under /proc interfaces. */
function readSeccompActions(): string[] | undefined {
  try {
    return readFileSync('/proc/sys/kernel/seccomp/actions_avail', 'utf8').trim().split(/\s+/);
  } catch {
    return undefined;
  }
}

function readIsolatedVmVersion(): string {
  const path = createRequire(import.meta.url).resolve('isolated-vm/package.json');
  const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
  return version;
}
