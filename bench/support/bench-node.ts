/** A node as balancers see it, for benches without any. */
import type { NodeView } from '../../coordinator/balancing/balancer.ts';
import type { Place } from '../../shared/nodes/place.ts';
import type { NodeLoad } from '../../shared/wire/node-messages.ts';

const layers: ReadonlySet<string> = new Set();
/** What a node says of itself that has done nothing. */
export const idleLoad: NodeLoad = {
  runsInFlight: 0,
  runsWaiting: 0,
  hostsLive: 1,
  hostsBusy: 0,
  cpuPermille: 0,
  memoryBytes: 0,
  runsEnded: 0,
  runsFaulted: 0,
};

interface Given {
  readonly runsOutstanding?: number;
  readonly place?: Place;
}

export class BenchNode implements NodeView {
  readonly nodeId: string;
  readonly startedAtMs = 0;
  readonly runsMax = 1_024;
  readonly layers = layers;
  readonly place: Place | undefined;
  readonly weight = undefined;
  load = idleLoad;
  runsOutstanding: number;

  constructor(nodeId: string, { runsOutstanding = 0, place }: Given = {}) {
    this.nodeId = nodeId;
    this.runsOutstanding = runsOutstanding;
    this.place = place;
  }

  get hasRoom(): boolean {
    return this.runsOutstanding < this.runsMax;
  }

  get hasRoomForBatch(): boolean {
    return this.hasRoom;
  }

  holdsProgram(): boolean {
    return true;
  }
}
