/**
 * The node with the smallest share of its capacity in use. Up to `fullScanNodesMax` nodes all are
 * looked at; above, the better of two drawn at random, which is nearly as good and costs the same
 * at any size (Mitzenmacher, The Power of Two Choices in Randomized Load Balancing, 2001).
 */
import type { Random } from '../../shared/random/random.ts';
import type { Balancer, NodeView, Pick } from './balancer.ts';

const fullScanNodesMax = 16;

const queue = { name: 'queue' } as const;
const noNode = { name: 'no-node' } as const;

export class LeastConnections implements Balancer {
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  pick<Node extends NodeView>(nodes: readonly Node[]): Pick<Node> {
    if (nodes.length === 0) return noNode;
    const drawn = nodes.length > fullScanNodesMax ? this.#betterOfTwo(nodes) : undefined;
    // Two that are full say nothing of the rest, so then all are looked at.
    const node = drawn?.hasRoom ? drawn : this.#leastLoaded(nodes);
    return node ? { name: 'node', node } : queue;
  }

  #betterOfTwo<Node extends NodeView>(nodes: readonly Node[]): Node | undefined {
    const first = nodes[Math.floor(this.#random.next() * nodes.length)];
    const second = nodes[Math.floor(this.#random.next() * nodes.length)];
    return first && second && loadOf(second) < loadOf(first) ? second : first;
  }

  /** Starts anywhere, so that equal nodes share alike. */
  #leastLoaded<Node extends NodeView>(nodes: readonly Node[]): Node | undefined {
    const offset = Math.floor(this.#random.next() * nodes.length);
    let best: Node | undefined;
    for (let step = 0; step < nodes.length; step++) {
      const node = nodes[(offset + step) % nodes.length];
      if (node?.hasRoom && (!best || loadOf(node) < loadOf(best))) best = node;
    }
    return best;
  }
}

function loadOf(node: NodeView): number {
  return node.runsOutstanding / node.runsMax;
}
