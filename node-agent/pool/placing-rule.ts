/**
 * Which of a tenant's hosts a run goes to. Pure: from the hosts' occupancy to a choice.
 *
 * A host runs one THREAD run at a time, or a queue of SLICE runs in quick succession. Occupancy
 * is what a host has been given less what waits there for timers. Where two hosts are near equal
 * the one that holds the code already is better.
 */

import type { EntryMode } from '../frames/frame.ts';
import { hostBounds } from '../frames/host-bounds.ts';
import {
  sliceBacklogUsMax,
  sliceCrowdRatio,
  sliceDepthMax,
  threadDepthMax,
} from './hosting-config.ts';

export interface HostOccupancy {
  /** THREAD runs that execute or are next. */
  readonly threads: number;
  readonly slices: number;
  /** Processor time that the SLICE runs are expected to take, together. */
  readonly sliceBacklogUs: number;
  readonly parked: number;
}

export type Fit =
  /** It can begin there at once, or nearly. */
  | 'FREE'
  /** It would wait behind others: better than in the agent, worse than in another host. */
  | 'BEHIND'
  | 'FULL';

/** Whether the host begins no more runs until one that is parked ends. */
export function isParkedFull({ parked }: HostOccupancy): boolean {
  return parked >= hostBounds.parkedRunsMax;
}

export function fitOf(mode: EntryMode, host: HostOccupancy): Fit {
  if (isParkedFull(host)) return 'FULL';
  const { threads, slices } = host;
  if (mode === 'SLICE') {
    const fill = Math.max(slices / sliceDepthMax, host.sliceBacklogUs / sliceBacklogUsMax);
    if (threads === 0) return fill < sliceCrowdRatio ? 'FREE' : fill < 1 ? 'BEHIND' : 'FULL';
    return threads + slices < threadDepthMax ? 'BEHIND' : 'FULL';
  }
  if (threads >= threadDepthMax) return 'FULL';
  return threads + slices === 0 ? 'FREE' : 'BEHIND';
}

export interface Choice<Host> {
  readonly host: Host;
  readonly fit: 'FREE' | 'BEHIND';
}

const equalWithinSlices = 16;

/** The best host that takes it, or undefined when all are full. */
export function chooseHost<Host extends HostOccupancy>(
  mode: EntryMode,
  hosts: readonly Host[],
  code: {
    readonly isHeldBy: (host: Host) => boolean;
    readonly hasRoomIn: (host: Host) => boolean;
  },
): Choice<Host> | undefined {
  let best: Choice<Host> | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const host of hosts) {
    const fit = fitOf(mode, host);
    if (fit === 'FULL') continue;
    const cold = code.isHeldBy(host) ? 0 : equalWithinSlices;
    const behind = fit === 'BEHIND' ? sliceDepthMax * 2 : 0;
    const cost = behind + host.threads * sliceDepthMax + host.slices + host.parked + cold;
    if (cost >= bestCost || !code.hasRoomIn(host)) continue;
    best = { host, fit };
    bestCost = cost;
  }
  return best;
}
