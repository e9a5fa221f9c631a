/** Which nodes are there, and how full they are, as numbers for alerts. */
import type { Clock } from '../../../shared/time/clock.ts';
import type { MetricSource, Sample } from '../alerts/metric-source.ts';

interface NodeReadingsParts {
  readonly nodes: {
    readonly active: readonly { readonly runsOutstanding: number; readonly runsMax: number }[];
  };
  readonly clock: Clock;
}

/** Whether it is missed, and since when by Clock.nowMs. */
type Presence =
  | { readonly name: 'here' }
  | { readonly name: 'suspected' }
  | { readonly name: 'lost'; readonly sinceMs: number };

/** One that has not come back by then will not: its machine was replaced. */
const missedMsMax = 15 * 60_000;

export class NodeReadings implements MetricSource {
  readonly #parts: NodeReadingsParts;
  readonly #presence = new Map<string, Presence>();

  constructor(parts: NodeReadingsParts) {
    this.#parts = parts;
  }

  isHere(nodeId: string): void {
    this.#presence.set(nodeId, { name: 'here' });
  }

  isSuspected(nodeId: string): void {
    this.#presence.set(nodeId, { name: 'suspected' });
  }

  /** Suddenly: it is missed from now on. */
  hasLeft(nodeId: string, wasSudden: boolean): void {
    if (wasSudden) this.#presence.set(nodeId, { name: 'lost', sinceMs: this.#parts.clock.nowMs() });
    else this.#presence.delete(nodeId);
  }

  *samples(): Generator<Sample> {
    const nowMs = this.#parts.clock.nowMs();
    for (const [node, presence] of this.#presence) {
      if (presence.name === 'lost' && nowMs - presence.sinceMs > missedMsMax)
        this.#presence.delete(node);
      else {
        const value = presence.name === 'here' ? 0 : 1;
        yield { metric: 'node_lost', labels: { node }, value };
      }
    }
    const value = this.#saturation();
    if (value !== undefined) yield { metric: 'saturation_ratio', labels: {}, value };
  }

  #saturation(): number | undefined {
    let taken = 0;
    let most = 0;
    for (const { runsOutstanding, runsMax } of this.#parts.nodes.active) {
      taken += runsOutstanding;
      most += runsMax;
    }
    return most === 0 ? undefined : taken / most;
  }
}
