/**
 * The node with the smallest share of its capacity in use. Up to `fullScanNodesMax` nodes all are
 * looked at; above, the better of two drawn at random, which is nearly as good and costs the same
 * at any size (Mitzenmacher, The Power of Two Choices in Randomized Load Balancing, 2001).
 *
 * Of nodes that are near equal, one that holds the program already is better: it need not be sent,
 * and its isolates may be warm.
 */
import type { Random } from '../../shared/random/random.ts';
import type { Balancer, NodeView, Pick } from './balancer.ts';

const fullScanNodesMax = 16;
/** Near equal is a tenth more, and two runs: what a start costs more where the program is new. */
const nearRatio = 1.1;
const nearRuns = 2;

const queue = { name: 'queue' } as const;
const noNode = { name: 'no-node' } as const;

export class LeastConnections implements Balancer {
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  pick<Node extends NodeView>(nodes: readonly Node[], programHash: string): Pick<Node> {
    if (nodes.length === 0) return noNode;
    if (nodes.length > fullScanNodesMax) {
      const drawn = this.#betterOfTwo(nodes, programHash);
      // Two that are full say nothing of the rest, so then all are looked at.
      if (drawn?.hasRoom) return { name: 'node', node: drawn };
    }
    const least = this.#leastLoaded(nodes);
    return least ? { name: 'node', node: holderNear(least, nodes, programHash) } : queue;
  }

  #betterOfTwo<Node extends NodeView>(
    nodes: readonly Node[],
    programHash: string,
  ): Node | undefined {
    const first = nodes[Math.floor(this.#random.next() * nodes.length)];
    const second = nodes[Math.floor(this.#random.next() * nodes.length)];
    if (!first || !second) return first;
    const [better, other] = loadOf(second) < loadOf(first) ? [second, first] : [first, second];
    if (better.holdsProgram(programHash)) return better;
    return isNear(other, better) && other.holdsProgram(programHash) ? other : better;
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

/** The least loaded that holds the program and is near equal to `least`; else `least`. */
function holderNear<Node extends NodeView>(
  least: Node,
  nodes: readonly Node[],
  programHash: string,
): Node {
  if (least.holdsProgram(programHash)) return least;
  let best: Node | undefined;
  for (const node of nodes) {
    if (!isNear(node, least) || !node.holdsProgram(programHash)) continue;
    if (!best || loadOf(node) < loadOf(best)) best = node;
  }
  return best ?? least;
}

function isNear(node: NodeView, least: NodeView): boolean {
  return node.hasRoom && loadOf(node) <= loadOf(least) * nearRatio + nearRuns / node.runsMax;
}

function loadOf(node: NodeView): number {
  return node.runsOutstanding / node.runsMax;
}
