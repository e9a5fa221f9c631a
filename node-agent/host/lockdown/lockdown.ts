/**
 * Takes from this process everything a sandbox host does not need, for good.
 *
 * Called once, after everything is loaded and warm and before any guest code: afterwards no file
 * can be opened, so nothing can be loaded either. The order of the layers matters and is said at
 * each. A compromised host is left with its memory, its frame socket, its announcement page and
 * the system calls in allowed-system-calls.ts.
 *
 * From then on the process ends only by SIGKILL: end-by-own-hand.ts.
 */
import { type LockdownLayer, type LockdownOptions, lockdownLayers } from '../../frames/lockdown.ts';
import { closeDescriptors, limitResources } from './descriptors-and-limits.ts';
import { endByOwnHand } from './end-by-own-hand.ts';
import { canChangeIds, giveUpIds } from './identity.ts';
import { becomeUndumpable, dieWithAgent } from './process-attributes.ts';
import { filterSystemCalls, refuseIoUring } from './system-call-filter.ts';

export interface LockdownReport {
  /** In force. `own-ids` is absent where the agent is not root and so has none to give. */
  readonly layers: readonly LockdownLayer[];
  /** Never anything but empty in mode `required`. */
  readonly missing: readonly MissingLayer[];
}

export interface MissingLayer {
  readonly layer: LockdownLayer;
  readonly reason: string;
}

/** A layer that is required could not be put in force: the process must end. */
export class LockdownError extends Error {
  override readonly name = 'LockdownError';
  readonly layer: LockdownLayer;

  constructor(layer: LockdownLayer, cause: unknown) {
    super(`The host could not be locked: ${layer}: ${reasonOf(cause)}`, { cause });
    this.layer = layer;
  }
}

/** Throws LockdownError in mode `required`; the process is then half locked and must end. */
export function lockDown(options: LockdownOptions): LockdownReport {
  const layers: LockdownLayer[] = [];
  const missing: MissingLayer[] = [];
  for (const layer of lockdownLayers) {
    if (layer === 'own-ids' && !canChangeIds(options.ids)) continue;
    try {
      applyLayer(layer, options);
      layers.push(layer);
    } catch (error) {
      if (options.mode === 'required') throw new LockdownError(layer, error);
      missing.push({ layer, reason: reasonOf(error) });
    }
  }
  endByOwnHand();
  return { layers, missing };
}

/** Each puts its layer in force and looks whether it is; each throws when it is not. */
function applyLayer(layer: LockdownLayer, { ids }: LockdownOptions): void {
  switch (layer) {
    case 'closed-descriptors':
      // First, as it reads /proc/self, which is not ours any more after the change of ids.
      return closeDescriptors();
    case 'resource-limits':
      return limitResources({ countsThreads: ids !== undefined });
    case 'own-ids':
      return giveUpIds(ids);
    case 'undumpable':
      return becomeUndumpable();
    case 'dies-with-agent':
      // After the change of ids, which makes the kernel forget it.
      return dieWithAgent();
    case 'no-io-uring':
      return refuseIoUring();
    case 'system-call-filter':
      // Last, as it forbids all that is done above.
      return filterSystemCalls();
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
