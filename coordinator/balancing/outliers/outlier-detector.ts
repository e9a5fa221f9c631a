/**
 * Puts nodes aside that fail more than the others, after gRPC's outlier detection (gRFC A50), for 30 s
 * at first and longer each time. Two rules: the success rate over an interval is far below the mean, or
 * several runs failed one after the other, which is what a small cluster can go by. (A50's other rule,
 * more than 85 % of faults, is met only by those that have met this one.) Never more than a tenth of the
 * nodes, though always one.
 */
import type { NodeView } from '../balancer.ts';
import type { Member } from '../member.ts';
import type { Tally } from './outlier-record.ts';

/** A50's defaults, and Envoy's for faults in a row. */
export const outlierIntervalMs = 10_000;
const ejectionBaseMs = 30_000;
const ejectionMsMax = 300_000;
const ejectedShareMax = 0.1;
const nodesMin = 5;
const successRate = {
  deviationsMax: 1.9,
  runsMin: 100,
  /**
   * Among a few nodes one that differs at all is far out in standard deviations: of five, 99 % beside
   * four times 100 %. So it must differ by something.
   */
  gapMin: 0.05,
};
const faultsInARowMax = 5;

export type OutlierRule = 'success-rate' | 'faults-in-a-row';

export interface OutlierObserver {
  ejected?(nodeId: string, rule: OutlierRule): void;
  /** It takes part again. */
  readmitted?(nodeId: string): void;
}

type Members = readonly Member<NodeView>[];

export class OutlierDetector {
  readonly #observer: OutlierObserver;

  constructor(observer: OutlierObserver) {
    this.#observer = observer;
  }

  /** A run has failed by its node. Returns whether the node is ejected for it. */
  faulted(member: Member<NodeView>, members: Members, nowMs: number): boolean {
    if (member.outliers.faultsInARow < faultsInARowMax) return false;
    return this.#eject(member, members, nowMs, 'faults-in-a-row');
  }

  /** An interval is over. Returns whether anything has changed. */
  intervalPassed(members: Members, nowMs: number): boolean {
    const tallies = members.map((member) => ({ member, ...rateOf(member.outliers.takeTally()) }));
    let isChanged = false;
    for (const { member } of belowMean(tallies))
      if (this.#eject(member, members, nowMs, 'success-rate')) isChanged = true;
    const times = { baseMs: ejectionBaseMs, msMax: ejectionMsMax };
    for (const { node, outliers } of members) {
      if (!outliers.intervalPassed(nowMs, times)) continue;
      isChanged = true;
      this.#observer.readmitted?.(node.nodeId);
    }
    return isChanged;
  }

  #eject(member: Member<NodeView>, members: Members, nowMs: number, rule: OutlierRule): boolean {
    if (member.outliers.isEjected) return false;
    const ejected = members.filter(({ outliers }) => outliers.isEjected).length;
    // One of the first nodes is more than a tenth; it may be put aside all the same.
    if (ejected > 0 && ejected + 1 > members.length * ejectedShareMax) return false;
    member.outliers.eject(nowMs);
    this.#observer.ejected?.(member.node.nodeId, rule);
    return true;
  }
}

interface Rated {
  readonly member: Member<NodeView>;
  readonly runs: number;
  readonly successRate: number;
}

function rateOf({ good, faults }: Tally): { runs: number; successRate: number } {
  const runs = good + faults;
  return { runs, successRate: runs === 0 ? 1 : good / runs };
}

function belowMean(rated: readonly Rated[]): readonly Rated[] {
  const judged = rated.filter(({ runs }) => runs >= successRate.runsMin);
  if (judged.length < nodesMin) return [];
  const mean = meanOf(judged.map((it) => it.successRate));
  const deviation = Math.sqrt(meanOf(judged.map((it) => (it.successRate - mean) ** 2)));
  const least = mean - deviation * successRate.deviationsMax;
  return judged.filter(
    (it) => it.successRate < least && mean - it.successRate >= successRate.gapMin,
  );
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
