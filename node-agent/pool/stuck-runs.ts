/** Which run of a host waits behind another for too long, and might be taken back. */
import { stuckMsMin } from './hosting-config.ts';
import { isParkedFull } from './placing-rule.ts';
import type { Placement } from './run.ts';
import type { SupervisedHost } from './supervised-host.ts';

/**
 * The newest that has waited long and is not known to have begun. The host has the last word: it
 * keeps one that it has begun meanwhile.
 */
export function stuckRunOf(host: SupervisedHost, nowMs: number): Placement | undefined {
  const isBehindThread = host.threads > 0 && host.threads + host.slices > 1;
  if (!isBehindThread && !isParkedFull(host)) return undefined;
  const executing = host.announced();
  let newest: Placement | undefined;
  for (const placement of host.placements()) {
    if (placement === executing || placement.isParked || placement.beganAtMs !== undefined)
      continue;
    // A run of a session can be nowhere else.
    if (placement.run.execution.sessionId !== undefined) continue;
    if (placement.isRecalled || placement.stop || nowMs - placement.sentAtMs < stuckMsMin) continue;
    newest = placement;
  }
  return newest;
}
