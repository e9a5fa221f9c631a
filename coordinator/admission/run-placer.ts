/** Brings an execution to the node that is to run it, or says that none ever could. */
import type { Execution } from '../../shared/execution/execution.ts';
import type { Balancer } from '../balancing/balancer.ts';
import type { RunPlace } from './run-place.ts';
import type { Ticket } from './ticket.ts';

/** The nodes, as they are at any time. */
export interface PlacerNodes {
  /** Those that take new runs. */
  readonly active: readonly RunPlace[];
  /** The node of sessions that are there, while it runs what is in them. */
  home(nodeId: string): RunPlace | undefined;
  /** Whether it gets nothing new for now, since it may be gone; or it comes back. */
  isSuspected(nodeId: string): boolean;
}

export type Stranding = 'homeless' | 'posture-unmet';

export class RunPlacer {
  readonly #nodes: PlacerNodes;
  readonly #balancer: Pick<Balancer<RunPlace>, 'pick'>;

  constructor(nodes: PlacerNodes, balancer: Pick<Balancer<RunPlace>, 'pick'>) {
    this.#nodes = nodes;
    this.#balancer = balancer;
  }

  /** False where no node has room for it now. */
  place(ticket: Ticket): boolean {
    const { homeNodeId } = ticket;
    if (homeNodeId !== undefined) {
      const home = this.#nodes.home(homeNodeId);
      if (!home?.hasRoom) return false;
      home.start(ticket);
      return true;
    }
    const pick = this.#balancer.pick(ticket.execution);
    if (pick.name !== 'node') return false;
    pick.node.start(ticket);
    return true;
  }

  /** Why no node that is there could run it, whatever room it had; undefined where one could. */
  strandingOf({ homeNodeId, execution }: Ticket): Stranding | undefined {
    if (homeNodeId === undefined) return this.isUnmet(execution) ? 'posture-unmet' : undefined;
    const isHere = this.#nodes.home(homeNodeId) || this.#nodes.isSuspected(homeNodeId);
    return isHere ? undefined : 'homeless';
  }

  /** There are nodes, and none has what it demands. */
  isUnmet({ layersRequired }: Execution): boolean {
    const { active } = this.#nodes;
    if (!layersRequired || active.length === 0) return false;
    return !active.some((node) => layersRequired.every((layer) => node.layers.has(layer)));
  }
}
