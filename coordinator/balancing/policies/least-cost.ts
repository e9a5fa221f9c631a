/**
 * The node where a run costs least: see run-cost.ts. Up to `scanNodesMax` nodes all are looked at; above, the better
 * of two drawn at random, which is nearly as good and costs the same at any size (Mitzenmacher, The
 * Power of Two Choices in Randomized Load Balancing, 2001).
 *
 * Of nodes that are near equal, one that holds the program already is better: it need not be sent,
 * and its isolates may be warm.
 */
import type { NodeView, PickRequest } from '../balancer.ts';
import type { Draw } from '../draw.ts';
import type { Member } from '../member.ts';
import type { Policy } from './policy.ts';

const usualScanNodesMax = 16;
/** Draws that meet a node without room are repeated so often; then all nodes are looked at. */
const drawsMax = 8;
/** Near equal is a tenth more, and two runs: what a start costs more where the program is new. */
const nearRatio = 1.1;
const nearRuns = 2;

interface LeastCostParts {
  readonly draw: Draw;
  /** @default 16 */
  readonly scanNodesMax?: number;
}

export class LeastCost<Node extends NodeView> implements Policy<Node> {
  readonly #draw: Draw;
  readonly #scanNodesMax: number;
  #members: readonly Member<Node>[] = [];

  constructor({ draw, scanNodesMax = usualScanNodesMax }: LeastCostParts) {
    this.#draw = draw;
    this.#scanNodesMax = scanNodesMax;
  }

  update(members: readonly Member<Node>[]): void {
    this.#members = members;
  }

  pick(request: PickRequest): Member<Node> | undefined {
    // Draws that find no room say nothing of the rest, so then all are looked at.
    if (this.#members.length > this.#scanNodesMax)
      return this.#betterOfTwo(request) ?? this.#least(request);
    const least = this.#least(request);
    return least && this.#holderNear(least, request);
  }

  #betterOfTwo(request: PickRequest): Member<Node> | undefined {
    const members = this.#members;
    let first: Member<Node> | undefined;
    for (let draw = 0; draw < drawsMax; draw++) {
      const member = members[this.#draw.below(members.length)];
      if (!member || member === first || !member.takes(request)) continue;
      if (first) return this.#better(first, member, request.program.hash);
      first = member;
    }
    return first;
  }

  #better(first: Member<Node>, second: Member<Node>, programHash: string): Member<Node> {
    const isSecondLess = costNow(second) < costNow(first);
    const better = isSecondLess ? second : first;
    const other = isSecondLess ? first : second;
    if (better.node.holdsProgram(programHash)) return better;
    const isOtherNear = costNow(other) <= nearCost(better);
    return isOtherNear && other.node.holdsProgram(programHash) ? other : better;
  }

  /** Starts anywhere, so that equal nodes share alike. */
  #least(request: PickRequest): Member<Node> | undefined {
    const members = this.#members;
    const offset = this.#draw.below(members.length);
    let least: Member<Node> | undefined;
    let leastCost = Number.POSITIVE_INFINITY;
    for (let step = 0; step < members.length; step++) {
      const at = offset + step;
      const member = members[at < members.length ? at : at - members.length];
      if (!member?.takes(request)) continue;
      const cost = costNow(member);
      if (cost >= leastCost) continue;
      least = member;
      leastCost = cost;
    }
    return least;
  }

  /** The cheapest that holds the program and is near equal to `least`; else `least`. */
  #holderNear(least: Member<Node>, request: PickRequest): Member<Node> {
    const { hash } = request.program;
    if (least.node.holdsProgram(hash)) return least;
    let best = least;
    let bestCost = nearCost(least);
    for (const member of this.#members) {
      if (!member.takes(request) || !member.node.holdsProgram(hash)) continue;
      const cost = costNow(member);
      if (cost > bestCost) continue;
      best = member;
      bestCost = cost;
    }
    return best;
  }
}

function nearCost(member: Member<NodeView>): number {
  return costNow(member) * nearRatio + member.runCost * nearRuns;
}

function costNow({ node, runCost }: Member<NodeView>): number {
  return (node.runsOutstanding + 1) * runCost;
}
