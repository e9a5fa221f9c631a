/**
 * Which node gets a run: by a policy that can be exchanged while runs come in, among the nodes that
 * take new ones, without those that fail more than the others, and with less for those that are new.
 *
 * Nodes are read from where they are kept: a pick is never of one that has gone from there. What
 * changes with time alone (weights, warmth, forgiveness) is brought up to date once a second, so that a
 * pick reads no clock and allocates nothing.
 */
import type { PolicyChoice } from '../../shared/nodes/policy-choice.ts';
import type { Random } from '../../shared/random/random.ts';
import type { Clock, Timer } from '../../shared/time/clock.ts';
import type { CallVerdict } from '../resilience/call-verdict.ts';
import type { Balancer, NodeView, Pick, PickRequest, PlacedRun } from './balancer.ts';
import { Draw } from './draw.ts';
import { textHash } from './hashing.ts';
import { Member } from './member.ts';
import {
  OutlierDetector,
  type OutlierObserver,
  outlierIntervalMs,
} from './outliers/outlier-detector.ts';
import { createPlacement, type Placement } from './placement.ts';
import { ProgramPaces } from './program-paces.ts';
import { setRunCost } from './run-cost.ts';
import { assignWarmth } from './slow-start.ts';
import { assignWeights } from './weights/assign-weights.ts';

interface LoadBalancerParts<Node extends NodeView> {
  /** `active` are those that take new runs, another array whenever they are others. */
  readonly nodes: { readonly active: readonly Node[] };
  readonly policy: PolicyChoice;
  readonly clock: Clock;
  readonly random: Random;
  readonly observer?: OutlierObserver;
}

const queue = { name: 'queue' } as const;
const noNode = { name: 'no-node' } as const;

const tickMs = 1_000;
/** A node that is missing is expected back for so long. */
const missedMsMax = 300_000;

/** A node that went without a word, or that is silent. */
interface Missed<Node extends NodeView> {
  readonly member: Member<Node>;
  readonly sinceMs: number;
}

export class LoadBalancer<Node extends NodeView> implements Balancer<Node> {
  readonly #parts: LoadBalancerParts<Node>;
  readonly #draw: Draw;
  readonly #paces = new ProgramPaces();
  readonly #outliers: OutlierDetector;
  #choice: PolicyChoice;
  #placement: Placement<Node>;
  /** What `nodes.active` was when it was looked at last. */
  #seen: readonly Node[] = [];
  #members: readonly Member<Node>[] = [];
  readonly #byId = new Map<string, Member<Node>>();
  readonly #missed = new Map<string, Missed<Node>>();
  #tickTimer: Timer | undefined;
  #ticks = 0;
  #isClosed = false;

  constructor(parts: LoadBalancerParts<Node>) {
    this.#parts = parts;
    this.#draw = new Draw(parts.random);
    this.#outliers = new OutlierDetector(parts.observer ?? {});
    this.#choice = parts.policy;
    this.#placement = createPlacement(parts.policy, this.#draw);
  }

  get policy(): PolicyChoice {
    return this.#choice;
  }

  /** From the next pick on. What was learnt of the nodes is kept; runs stay where they are. */
  setPolicy(choice: PolicyChoice): void {
    this.#choice = choice;
    for (const member of this.#members) this.#setCost(member);
    this.#placement = createPlacement(choice, this.#draw);
    this.#place();
  }

  /** Put aside for a while, for failing more than the others. */
  get ejectedNodeIds(): readonly string[] {
    return this.#members.filter((it) => it.outliers.isEjected).map((it) => it.node.nodeId);
  }

  pick(request: PickRequest): Pick<Node> {
    if (this.#parts.nodes.active !== this.#seen) this.#lookAgain();
    if (this.#members.length === 0) return noNode;
    return this.#placement.pick(request)?.picked ?? queue;
  }

  finished(run: PlacedRun, tookMs: number, verdict: CallVerdict): void {
    const { nodeId, programHash, runsFound } = run;
    const member = this.#knownMember(nodeId);
    if (!member) return;
    member.outliers.add(verdict);
    if (verdict === 'good') {
      const ratio = this.#paces.ratioOf(programHash, tookMs);
      member.paceByLoad.add(ratio, runsFound);
      member.pace.add(ratio, this.#parts.clock.nowMs());
      this.#setCost(member);
    } else if (verdict === 'fault') {
      const isEjected = this.#outliers.faulted(member, this.#members, this.#parts.clock.nowMs());
      if (isEjected) this.#place();
    }
  }

  /** A node that should be there is not: it is silent, or went without having said so. */
  missed(nodeId: string): void {
    const member = this.#knownMember(nodeId);
    if (!member) return;
    this.#missed.set(nodeId, { member, sinceMs: this.#parts.clock.nowMs() });
    if (this.#parts.nodes.active !== this.#seen) this.#lookAgain();
    else this.#place();
  }

  close(): void {
    this.#isClosed = true;
    this.#tickTimer?.cancel();
    this.#tickTimer = undefined;
  }

  /** Also one that has just gone, and one that no pick has seen yet. */
  #knownMember(nodeId: string): Member<Node> | undefined {
    const known = this.#byId.get(nodeId) ?? this.#missed.get(nodeId)?.member;
    if (known || this.#parts.nodes.active === this.#seen) return known;
    this.#lookAgain();
    return this.#byId.get(nodeId);
  }

  #lookAgain(): void {
    const nowMs = this.#parts.clock.nowMs();
    this.#seen = this.#parts.nodes.active;
    const members = this.#seen.map((node) => this.#memberOf(node, nowMs));
    this.#byId.clear();
    for (const member of members) {
      this.#byId.set(member.node.nodeId, member);
      this.#missed.delete(member.node.nodeId);
    }
    this.#members = members;
    this.#refresh(nowMs);
    this.#place();
    if (members.length > 0) this.#scheduleTick();
  }

  #memberOf(node: Node, nowMs: number): Member<Node> {
    const { nodeId, startedAtMs } = node;
    const known = this.#byId.get(nodeId) ?? this.#missed.get(nodeId)?.member;
    if (known?.node === node) return known;
    const before = known?.node.startedAtMs === startedAtMs ? known : undefined;
    return new Member(node, { idHash: textHash(nodeId), nowMs, before });
  }

  #place(): void {
    const missed = [...this.#missed.values()].map(({ member }) => member);
    this.#placement.update(this.#members, missed, this.#parts.clock.nowMs());
  }

  #scheduleTick(): void {
    if (this.#isClosed) return;
    this.#tickTimer ??= this.#parts.clock.setTimer(tickMs, () => this.#tick());
  }

  #tick(): void {
    this.#tickTimer = undefined;
    const nowMs = this.#parts.clock.nowMs();
    if (this.#parts.nodes.active !== this.#seen) this.#lookAgain();
    this.#refresh(nowMs);
    const isForgotten = this.#forgetMissed(nowMs);
    const isIntervalOver = ++this.#ticks % (outlierIntervalMs / tickMs) === 0;
    const isOthers = isIntervalOver && this.#outliers.intervalPassed(this.#members, nowMs);
    if (isForgotten || isOthers) this.#place();
    this.#placement.tick(nowMs);
    if (this.#members.length + this.#missed.size > 0) this.#scheduleTick();
  }

  #refresh(nowMs: number): void {
    for (const { node, meter, reports, pace, paceByLoad } of this.#members) {
      const report = meter.read(node.load, nowMs);
      if (report) reports.add(report, nowMs);
      pace.forgive(nowMs, tickMs);
      paceByLoad.forgive(tickMs);
    }
    assignWarmth(this.#members, nowMs);
    assignWeights(this.#members, nowMs);
    for (const member of this.#members) this.#setCost(member);
  }

  #setCost(member: Member<Node>): void {
    setRunCost(this.#choice.policy, member);
  }

  #forgetMissed(nowMs: number): boolean {
    let isForgotten = false;
    for (const [nodeId, { sinceMs }] of this.#missed) {
      if (nowMs - sinceMs < missedMsMax) continue;
      this.#missed.delete(nodeId);
      isForgotten = true;
    }
    return isForgotten;
  }
}
