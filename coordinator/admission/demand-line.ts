/**
 * All that waits for the same nodes, in line: a lane for each tenant, so that one whose runs nodes
 * refuse at the moment can be held back without anybody looking at all that it has waiting.
 */
import { IndexedHeap } from './indexed-heap.ts';
import { isAhead, laneOrder, type QueueEntry } from './queue-entry.ts';

interface Lane {
  readonly tenantId: string;
  /** Never empty. */
  readonly entries: IndexedHeap<QueueEntry>;
  /** Among the lanes that are open. */
  index: number;
}

const openOrder = {
  isBefore: (a: Lane, b: Lane): boolean => isAhead(firstOf(a), firstOf(b)),
  indexOf: ({ index }: Lane): number => index,
  setIndex: (lane: Lane, index: number): void => {
    lane.index = index;
  },
};

export class DemandLine {
  readonly demand: string;
  /** Since when no node that is there could ever run what waits here; undefined while one could. */
  strandedSinceMs: number | undefined;
  readonly #lanes = new Map<string, Lane>();
  /** Of tenants that are not held. */
  readonly #open = new IndexedHeap<Lane>(openOrder);
  readonly #isHeld: (tenantId: string) => boolean;

  constructor(demand: string, isHeld: (tenantId: string) => boolean) {
    this.demand = demand;
    this.#isHeld = isHeld;
  }

  /** The next, of tenants that are not held; undefined where there is none. */
  get first(): QueueEntry | undefined {
    return this.#open.first?.entries.first;
  }

  get isEmpty(): boolean {
    return this.#lanes.size === 0;
  }

  /** Any that waits here. */
  get any(): QueueEntry | undefined {
    for (const { entries } of this.#lanes.values()) return entries.first;
    return undefined;
  }

  /** In no order. */
  get all(): readonly QueueEntry[] {
    return [...this.#lanes.values()].flatMap(({ entries }) => entries.all);
  }

  push(entry: QueueEntry): void {
    const { tenantId } = entry.ticket.execution;
    const lane = this.#lanes.get(tenantId);
    if (lane) {
      lane.entries.push(entry);
      this.#open.moved(lane);
      return;
    }
    const added = { tenantId, entries: new IndexedHeap(laneOrder), index: -1 };
    added.entries.push(entry);
    this.#lanes.set(tenantId, added);
    if (!this.#isHeld(tenantId)) this.#open.push(added);
  }

  remove(entry: QueueEntry): void {
    const { tenantId } = entry.ticket.execution;
    const lane = this.#lanes.get(tenantId);
    if (!lane) return;
    if (lane.entries.size > 1) {
      lane.entries.remove(entry);
      this.#open.moved(lane);
      return;
    }
    this.#open.remove(lane);
    this.#lanes.delete(tenantId);
  }

  setHeld(tenantId: string, isHeld: boolean): void {
    const lane = this.#lanes.get(tenantId);
    if (!lane) return;
    this.#open.remove(lane);
    if (!isHeld) this.#open.push(lane);
  }
}

function firstOf({ entries }: Lane): QueueEntry {
  return entries.first as QueueEntry;
}
