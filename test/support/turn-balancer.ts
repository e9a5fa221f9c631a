/** A balancer without a memory: whoever has room gets its turn. What else keeps runs from a node shows. */
import type {
  Balancer,
  NodeView,
  Pick,
  PickRequest,
} from '../../coordinator/balancing/balancer.ts';

export class TurnBalancer<Node extends NodeView> implements Balancer<Node> {
  readonly #nodes: { readonly active: readonly Node[] };
  #turn = 0;

  constructor(nodes: { readonly active: readonly Node[] }) {
    this.#nodes = nodes;
  }

  pick(_request: PickRequest): Pick<Node> {
    const { active } = this.#nodes;
    for (let step = 1; step <= active.length; step++) {
      const node = active[(this.#turn + step) % active.length];
      if (!node?.hasRoom) continue;
      this.#turn = (this.#turn + step) % active.length;
      return { name: 'node', node };
    }
    return active.length === 0 ? { name: 'no-node' } : { name: 'queue' };
  }

  finished(): void {}
}
