/**
 * Prequal (Wydrowski et al., Load is not what you should balance, NSDI 2024): of some nodes, those
 * with many runs in flight for their room are hot and left alone; of the others the one on which a run
 * would take the least gets it. Runs in flight are known here without asking, so what Prequal keeps a
 * pool of probes for is a draw of as many nodes.
 *
 * Of nodes that are near equal, one that holds the program already is better.
 */
import type { NodeView, PickRequest } from '../balancer.ts';
import type { Draw } from '../draw.ts';
import type { Member } from '../member.ts';
import { anyThatTakes, type Policy } from './policy.ts';

/** Hot are those above this quantile of runs in flight. The paper's. */
const hotQuantile = 0.84;
/** The size of the paper's pool. */
const candidatesMax = 16;
/** Near equal is a tenth more, and two runs: what a start costs more where the program is new. */
const nearRatio = 1.1;
const nearRuns = 2;

export class Prequal<Node extends NodeView> implements Policy<Node> {
  readonly #draw: Draw;
  #members: readonly Member<Node>[] = [];
  /** Filled anew by each pick. */
  readonly #candidates: (Member<Node> | undefined)[] = Array.from({ length: candidatesMax });
  readonly #inFlight = new Float64Array(candidatesMax);
  readonly #paces = new Float64Array(candidatesMax);
  readonly #sorted = new Float64Array(candidatesMax);

  constructor(draw: Draw) {
    this.#draw = draw;
  }

  update(members: readonly Member<Node>[]): void {
    this.#members = members;
  }

  pick(request: PickRequest): Member<Node> | undefined {
    const count = this.#gather(request);
    if (count === 0) return anyThatTakes(this.#members, request, this.#draw);
    const hotAbove = this.#sorted[Math.floor((count - 1) * hotQuantile)] ?? 0;
    let best = -1;
    for (let at = 0; at < count; at++) {
      if ((this.#inFlight[at] ?? 0) > hotAbove) continue;
      if (best < 0 || this.#isBetter(at, best)) best = at;
    }
    return this.#candidates[this.#holderNear(best, count, hotAbove, request.program.hash)];
  }

  /** Candidates that take it, with their runs in flight in proportion to their room. */
  #gather(request: PickRequest): number {
    const members = this.#members;
    const isFew = members.length <= candidatesMax;
    const from = this.#draw.below(members.length);
    let count = 0;
    const looks = Math.min(members.length, candidatesMax);
    for (let look = 0; look < looks; look++) {
      const at = isFew ? (from + look) % members.length : this.#draw.below(members.length);
      const member = members[at];
      if (!member?.takes(request)) continue;
      this.#candidates[count] = member;
      const load = (member.node.runsOutstanding + 1) / (member.node.runsMax * member.warmth);
      this.#inFlight[count] = load;
      this.#paces[count] = member.paceByLoad.at(member.node.runsOutstanding);
      this.#insertSorted(count, load);
      count++;
    }
    return count;
  }

  #insertSorted(count: number, load: number): void {
    const sorted = this.#sorted;
    let at = count;
    for (; at > 0 && (sorted[at - 1] ?? 0) > load; at--) sorted[at] = sorted[at - 1] ?? 0;
    sorted[at] = load;
  }

  /** Of two that are as fast, give or take a tenth, the one that has less to do. */
  #isBetter(at: number, best: number): boolean {
    const pace = this.#paces[at] ?? 0;
    const bestPace = this.#paces[best] ?? 0;
    const isNear = pace <= bestPace * nearRatio && bestPace <= pace * nearRatio;
    if (!isNear) return pace < bestPace;
    return (this.#inFlight[at] ?? 0) < (this.#inFlight[best] ?? 0);
  }

  /** The fastest that holds the program and is near equal to `best`; else `best`. */
  #holderNear(best: number, count: number, hotAbove: number, programHash: string): number {
    const fastest = this.#candidates[best];
    if (!fastest || fastest.node.holdsProgram(programHash)) return best;
    const bestPace = this.#paces[best] ?? 0;
    const ofOneRun = bestPace / (fastest.node.runsOutstanding + 1);
    let holder = best;
    let holderPace = bestPace * nearRatio + ofOneRun * nearRuns;
    for (let at = 0; at < count; at++) {
      const pace = this.#paces[at] ?? 0;
      if (pace > holderPace || (this.#inFlight[at] ?? 0) > hotAbove) continue;
      if (!this.#candidates[at]?.node.holdsProgram(programHash)) continue;
      holder = at;
      holderPace = pace;
    }
    return holder;
  }
}
