/**
 * Runs of one key go to one node: the one of the highest random weight for it (Thaler and Ravishankar,
 * Using Name-Based Mappings to Increase Hit Rates, 1998). Whoever knows the same nodes picks alike
 * without talking; a node that goes takes along its own keys only, and gets them back when it returns.
 *
 * No node is given more than 1 + ε times the mean of what is in flight (Mirrokni, Thorup and
 * Zadimoghaddam, Consistent Hashing with Bounded Loads, 2018): what is beyond that goes where the key
 * points to after another turn of its hash, and beyond that to wherever there is the least. To follow
 * the key further would fill node after node to the bound for one key that is most of the traffic, and
 * above 80 % of load they would fall behind for ever.
 *
 * Keys fall into 65,536 slots, and it is slots that nodes compete for. Where there are many nodes, the
 * winner of a slot is kept once it was asked for, so that a pick need not look at all of them.
 */
import type { NodeView, PickRequest } from '../balancer.ts';
import type { Draw } from '../draw.ts';
import { mixHash, textHash } from '../hashing.ts';
import type { Member } from '../member.ts';
import type { Policy } from './policy.ts';

const slots = 2 ** 16;
/** Up to as many nodes, looking at all is as fast as a table. */
const scanNodesMax = 128;
const excessMax = 0.25;
/** Where the runs of a key go before they go anywhere. */
const homes = 2;
const drawsMax = 8;
/** Of a product that should be whole. */
const roundingMax = 1e-9;
const leastWeight = -(2 ** 31);
/** What is in flight on many nodes is counted anew after a part of a pick for each. */
const countedNodesPerPick = 64;
/** More than this many changes at once: the winners are found anew. */
const changesMax = 32;

export class Rendezvous<Node extends NodeView> implements Policy<Node> {
  readonly #draw: Draw;
  #members: readonly Member<Node>[] = [];
  /** Of the members, close together, since a pick may go through them all. */
  #idHashes = new Int32Array(0);
  #winners: (Member<Node> | undefined)[] = [];
  #runsMax = 0;
  #runsOutstanding = 0;
  #picksUntilCount = 0;

  constructor(draw: Draw) {
    this.#draw = draw;
  }

  update(members: readonly Member<Node>[]): void {
    const before = this.#members;
    this.#members = members;
    this.#idHashes = Int32Array.from(members, ({ idHash }) => idHash);
    this.#picksUntilCount = 0;
    this.#runsMax = 0;
    for (const { node } of members) this.#runsMax += node.runsMax;
    if (members.length <= scanNodesMax) this.#winners = [];
    else this.#updateWinners(before, members);
  }

  /** By its key; one without goes where its program is. */
  pick(request: PickRequest): Member<Node> | undefined {
    if (this.#members.length === 0) return undefined;
    const perRoom = ((1 + excessMax) * (this.#countRuns() + 1)) / this.#runsMax;
    let at = textHash(request.affinityKey ?? request.program.hash);
    for (let home = 0; home < homes; home++) {
      const member = this.#winnerOf(at & (slots - 1));
      if (member?.takes(request) && isBelow(member, perRoom)) return this.#give(member);
      at = mixHash(at);
    }
    const least = this.#leastOfSome(request);
    if (least && isBelow(least, perRoom)) return this.#give(least);
    const member = this.#leastOf(request) ?? least;
    return member && this.#give(member);
  }

  #leastOfSome(request: PickRequest): Member<Node> | undefined {
    const members = this.#members;
    let least: Member<Node> | undefined;
    for (let draw = 0; draw < drawsMax; draw++) {
      const member = members[this.#draw.below(members.length)];
      if (member?.takes(request) && (!least || isLess(member, least))) least = member;
    }
    return least;
  }

  #leastOf(request: PickRequest): Member<Node> | undefined {
    let least: Member<Node> | undefined;
    for (const member of this.#members)
      if (member.takes(request) && (!least || isLess(member, least))) least = member;
    return least;
  }

  #give(member: Member<Node>): Member<Node> {
    this.#runsOutstanding++;
    return member;
  }

  #countRuns(): number {
    if (this.#picksUntilCount-- > 0) return this.#runsOutstanding;
    this.#picksUntilCount = Math.floor(this.#members.length / countedNodesPerPick);
    this.#runsOutstanding = 0;
    for (const { node } of this.#members) this.#runsOutstanding += node.runsOutstanding;
    return this.#runsOutstanding;
  }

  #winnerOf(slot: number): Member<Node> | undefined {
    if (this.#winners.length === 0) return this.#findWinner(slot);
    return (this.#winners[slot] ??= this.#findWinner(slot));
  }

  #findWinner(slot: number): Member<Node> | undefined {
    const slotHash = mixHash(slot);
    const hashes = this.#idHashes;
    let best = 0;
    let bestWeight = leastWeight;
    for (let at = 0; at < hashes.length; at++) {
      const weight = mixHash(slotHash ^ (hashes[at] ?? 0));
      if (weight < bestWeight || (weight === bestWeight && !this.#isNamedAfter(at, best))) continue;
      best = at;
      bestWeight = weight;
    }
    return this.#members[best];
  }

  /** Of two of one weight, everybody has to take the same. */
  #isNamedAfter(at: number, best: number): boolean {
    return (this.#members[at]?.node.nodeId ?? '') > (this.#members[best]?.node.nodeId ?? '');
  }

  #updateWinners(before: readonly Member<Node>[], members: readonly Member<Node>[]): void {
    const now = new Set(members);
    const gone = new Set(before.filter((member) => !now.has(member)));
    const known = new Set(before);
    const come = members.filter((member) => !known.has(member));
    if (this.#winners.length === 0 || gone.size + come.length > changesMax) {
      this.#winners = Array.from({ length: slots });
      return;
    }
    for (const [slot, winner] of this.#winners.entries()) {
      if (!winner) continue;
      if (gone.has(winner)) this.#winners[slot] = undefined;
      else this.#winners[slot] = winnerAmong(winner, come, slot);
    }
  }
}

function winnerAmong<Node extends NodeView>(
  winner: Member<Node>,
  come: readonly Member<Node>[],
  slot: number,
): Member<Node> {
  let best = winner;
  for (const member of come) if (wins(member, best, slot)) best = member;
  return best;
}

function wins(member: Member<NodeView>, other: Member<NodeView>, slot: number): boolean {
  const slotHash = mixHash(slot);
  const weight = mixHash(slotHash ^ member.idHash);
  const otherWeight = mixHash(slotHash ^ other.idHash);
  if (weight !== otherWeight) return weight > otherWeight;
  return member.node.nodeId > other.node.nodeId;
}

function isBelow({ node }: Member<NodeView>, runsPerRoomMax: number): boolean {
  return node.runsOutstanding < Math.ceil(runsPerRoomMax * node.runsMax - roundingMax);
}

function isLess({ node }: Member<NodeView>, other: Member<NodeView>): boolean {
  return node.runsOutstanding * other.node.runsMax < other.node.runsOutstanding * node.runsMax;
}
