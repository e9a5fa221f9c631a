/** Nodes as a balancer sees them, and a balancer over them, on a virtual clock. */
import type { NodeView, PickRequest } from '../../coordinator/balancing/balancer.ts';
import { LoadBalancer } from '../../coordinator/balancing/load-balancer.ts';
import type { OutlierObserver } from '../../coordinator/balancing/outliers/outlier-detector.ts';
import type { Place } from '../../shared/nodes/place.ts';
import { policyChoiceFromText } from '../../shared/nodes/policy-choice.ts';
import { seededRandom } from '../../shared/random/random.ts';
import { VirtualClock } from '../../shared/time/virtual-clock.ts';
import type { NodeLoad } from '../../shared/wire/node-messages.ts';
import { exampleLoad } from './example-node.ts';

interface Given {
  readonly runsOutstanding?: number;
  readonly runsMax?: number;
  readonly hasRoom?: boolean;
  readonly programs?: readonly string[];
  readonly layers?: readonly string[];
  readonly place?: Place;
  readonly weight?: number;
  readonly startedAtMs?: number;
}

export class BalancedNode implements NodeView {
  readonly nodeId: string;
  readonly startedAtMs: number;
  readonly runsMax: number;
  readonly layers: ReadonlySet<string>;
  readonly place: Place | undefined;
  readonly weight: number | undefined;
  readonly #programs: ReadonlySet<string>;
  runsOutstanding: number;
  load: NodeLoad = exampleLoad();
  isOpen: boolean;

  constructor(nodeId: string, given: Given = {}) {
    this.nodeId = nodeId;
    this.startedAtMs = given.startedAtMs ?? 0;
    this.runsOutstanding = given.runsOutstanding ?? 0;
    this.runsMax = given.runsMax ?? 10;
    this.isOpen = given.hasRoom ?? true;
    this.layers = new Set(given.layers);
    this.place = given.place;
    this.weight = given.weight;
    this.#programs = new Set(given.programs);
  }

  get hasRoom(): boolean {
    return this.isOpen && this.runsOutstanding < this.runsMax;
  }

  get hasRoomForBatch(): boolean {
    return this.hasRoom;
  }

  holdsProgram(hash: string): boolean {
    return this.#programs.has(hash);
  }
}

/** A run of the program `p`; `given` says what else it asks for. */
export function exampleRequest(given: Partial<PickRequest> = {}): PickRequest {
  return { program: { hash: 'p' }, ...given };
}

export class BalancedNodes {
  readonly clock: VirtualClock;
  readonly balancer: LoadBalancer<BalancedNode>;
  active: readonly BalancedNode[];

  constructor(
    active: readonly BalancedNode[],
    policy: string,
    { seed = 1, observer = {} }: { seed?: number; observer?: OutlierObserver } = {},
  ) {
    this.active = active;
    this.clock = new VirtualClock();
    this.balancer = new LoadBalancer({
      nodes: this,
      policy: policyChoiceFromText(policy),
      clock: this.clock,
      random: seededRandom(seed),
      observer,
    });
  }

  /** The id of the node that is picked; else the word for why there is none. */
  pick(given: Partial<PickRequest> = {}): string {
    const pick = this.balancer.pick(exampleRequest(given));
    return pick.name === 'node' ? pick.node.nodeId : pick.name;
  }

  /** How often each node is picked; with `isHeld`, what it gets it keeps. */
  count(
    picks: number,
    given: Partial<PickRequest> = {},
    { isHeld = false } = {},
  ): Map<string, number> {
    const counts = new Map(this.active.map(({ nodeId }) => [nodeId, 0]));
    for (let turn = 0; turn < picks; turn++) {
      const nodeId = this.pick(given);
      counts.set(nodeId, (counts.get(nodeId) ?? 0) + 1);
      if (isHeld) this.start(nodeId);
    }
    return counts;
  }

  start(nodeId: string): void {
    const node = this.active.find((known) => known.nodeId === nodeId);
    if (node) node.runsOutstanding++;
  }

  remove(nodeId: string): void {
    this.active = this.active.filter((node) => node.nodeId !== nodeId);
  }

  add(node: BalancedNode): void {
    this.active = [...this.active, node];
  }

  /** So many runs end on a node. */
  finish(nodeId: string, runs: { good?: number; faults?: number; tookMs?: number }): void {
    const { good = 0, faults = 0, tookMs = 10 } = runs;
    const run = { nodeId, programHash: 'p', runsFound: 0 };
    for (let at = 0; at < good; at++) this.balancer.finished(run, tookMs, 'good');
    for (let at = 0; at < faults; at++) this.balancer.finished(run, tookMs, 'fault');
  }
}
