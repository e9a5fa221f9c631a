/**
 * In turn, by weight, and smoothly: a node of weight 2 comes twice as often as one of weight 1, and
 * not twice in a row. Earliest deadline first: each node has the time of its next turn, which goes on
 * by 1/weight when it has had one; the earliest is next. With equal weights this is round robin.
 * A heap holds the order, so that a pick is of the order of log n.
 */
import type { NodeView, PickRequest } from '../balancer.ts';
import type { Draw } from '../draw.ts';
import type { Member } from '../member.ts';
import { anyThatTakes, type Policy } from './policy.ts';

export type TurnWeight = (member: Member<NodeView>) => number;

/** Round robin: all alike, new ones less. */
export const equalTurns: TurnWeight = ({ warmth }) => warmth;
export const weightedTurns: TurnWeight = ({ weight, warmth }) => weight * warmth;

/** Turns of nodes that cannot take it are passed over so often; then any that can gets it. */
const turnsPassedMax = 32;

export class WeightedTurns<Node extends NodeView> implements Policy<Node> {
  readonly #draw: Draw;
  readonly #weight: TurnWeight;
  #members: readonly Member<Node>[] = [];
  /** Of each member. */
  #turnAt = new Float64Array(0);
  /** Members by their index, each not later than those at 2i+1 and 2i+2. */
  #heap = new Int32Array(0);

  constructor(draw: Draw, weight: TurnWeight) {
    this.#draw = draw;
    this.#weight = weight;
  }

  /** All begin anew, anywhere in their first interval, so that several coordinators do not march in step. */
  update(members: readonly Member<Node>[]): void {
    this.#members = members;
    const count = members.length;
    this.#turnAt = new Float64Array(count);
    this.#heap = new Int32Array(count);
    for (const [index, member] of members.entries()) {
      const phase = this.#draw.below(2 ** 20) / 2 ** 20;
      this.#turnAt[index] = phase / this.#weight(member);
      this.#heap[index] = index;
    }
    for (let at = (count >> 1) - 1; at >= 0; at--) this.#sink(at);
  }

  pick(request: PickRequest): Member<Node> | undefined {
    if (this.#members.length === 0) return undefined;
    const turns = Math.min(turnsPassedMax, 2 * this.#members.length);
    for (let turn = 0; turn < turns; turn++) {
      const index = this.#heap[0] ?? 0;
      const member = this.#members[index];
      if (!member) break;
      this.#turnAt[index] = (this.#turnAt[index] ?? 0) + 1 / this.#weight(member);
      this.#sink(0);
      if (member.takes(request)) return member;
    }
    return anyThatTakes(this.#members, request, this.#draw);
  }

  #sink(from: number): void {
    const heap = this.#heap;
    const turnAt = this.#turnAt;
    const index = heap[from] ?? 0;
    const key = turnAt[index] ?? 0;
    let at = from;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      const right = child + 1;
      if (right < heap.length && (turnAt[heap[right] ?? 0] ?? 0) < (turnAt[heap[child] ?? 0] ?? 0))
        child = right;
      if ((turnAt[heap[child] ?? 0] ?? 0) >= key) break;
      heap[at] = heap[child] ?? 0;
      at = child;
    }
    heap[at] = index;
  }
}
