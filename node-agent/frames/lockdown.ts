/**
 * What the agent and a host say to each other about the lockdown: the agent how it is to be, on
 * the host's command line (its environment is empty, and its frame socket is not read before it
 * is locked); the host which layers stand, in its `ready` frame.
 */
import { parseArgs } from 'node:util';

/**
 * `required`: a host that cannot be locked does not serve. `best-effort`: it serves with the
 * layers there are, and says which; for machines where the operator has accepted that by name.
 */
export const lockdownModes = ['required', 'best-effort'] as const;
export type LockdownMode = (typeof lockdownModes)[number];

export interface LockdownOptions {
  readonly mode: LockdownMode;
  /** Who the host becomes; only root can hand this over, and root must. */
  readonly ids?: HostIds;
}

/** A user and a group that no other live process has. */
export interface HostIds {
  readonly uid: number;
  readonly gid: number;
}

/** In the order in which they are put in force. */
export const lockdownLayers = [
  'closed-descriptors',
  'resource-limits',
  'own-ids',
  'undumpable',
  'dies-with-agent',
  'no-io-uring',
  'system-call-filter',
] as const;
export type LockdownLayer = (typeof lockdownLayers)[number];

/** The layers without which a host does not serve. `own-ids` is for agents that have some to give. */
export function requiredLayers({ mode, ids }: LockdownOptions): readonly LockdownLayer[] {
  if (mode === 'best-effort') return [];
  return lockdownLayers.filter((layer) => ids !== undefined || layer !== 'own-ids');
}

export function lockdownArguments({ mode, ids }: LockdownOptions): string[] {
  return [`--lockdown=${mode}`, ...(ids ? [`--uid=${ids.uid}`, `--gid=${ids.gid}`] : [])];
}

/** The inverse of lockdownArguments. Throws on anything it would not have written. */
export function parseLockdownArguments(argv: readonly string[]): LockdownOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      lockdown: { type: 'string' },
      uid: { type: 'string' },
      gid: { type: 'string' },
    },
  });
  const mode = lockdownModes.find((known) => known === values.lockdown);
  if (!mode) throw new TypeError(`Unknown lockdown mode: ${values.lockdown}`);
  if (values.uid === undefined && values.gid === undefined) return { mode };
  return { mode, ids: { uid: parseId(values.uid), gid: parseId(values.gid) } };
}

/** 0 is root, and 2^32-1 means "no change" to the kernel. */
function parseId(text: string | undefined): number {
  const id = Number(text);
  if (!Number.isInteger(id) || id <= 0 || id >= 2 ** 32 - 1) {
    throw new TypeError(`Not an id a host may have: ${text}`);
  }
  return id;
}
