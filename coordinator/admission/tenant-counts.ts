/** How many executions wait, of each tenant by priority, and how many of those are before a new one. */
import { prioritiesCount } from '../../shared/execution/priority.ts';
import { agingExecutions } from './fair-order.ts';

interface Count {
  readonly byPriority: Uint32Array;
  total: number;
  readonly weight: number;
}

export class TenantCounts {
  readonly #weightOf: (tenantId: string) => number;
  readonly #counts = new Map<string, Count>();
  #total = 0;
  #weights = 0;

  constructor(weightOf: (tenantId: string) => number) {
    this.#weightOf = weightOf;
  }

  get total(): number {
    return this.#total;
  }

  add(tenantId: string, priority: number): void {
    let count = this.#counts.get(tenantId);
    if (!count) {
      const weight = this.#weightOf(tenantId);
      count = { byPriority: new Uint32Array(prioritiesCount), total: 0, weight };
      this.#counts.set(tenantId, count);
      this.#weights += weight;
    }
    change(count, priority, 1);
    this.#total++;
  }

  remove(tenantId: string, priority: number): void {
    const count = this.#counts.get(tenantId);
    if (!count) return;
    change(count, priority, -1);
    this.#total--;
    if (count.total > 0) return;
    this.#counts.delete(tenantId);
    this.#weights = this.#counts.size === 0 ? 0 : this.#weights - count.weight;
  }

  /**
   * About how many leave the queue before one that comes now: of its tenant those that are as urgent, and
   * as many of the others as their shares allow meanwhile, less what its priority is worth.
   */
  ahead(tenantId: string, priority: number): number {
    const own = this.#counts.get(tenantId);
    const weight = own?.weight ?? this.#weightOf(tenantId);
    const weights = this.#weights + (own ? 0 : weight);
    let ownAhead = 0;
    for (let level = priority; level < prioritiesCount; level++)
      ownAhead += own?.byPriority[level] ?? 0;
    const ofOthers = Math.min(
      this.#total - (own?.total ?? 0),
      Math.max(0, (ownAhead / weight - priority * agingExecutions) * (weights - weight)),
    );
    return ownAhead + ofOthers;
  }
}

function change(count: Count, priority: number, by: 1 | -1): void {
  count.byPriority[priority] = (count.byPriority[priority] ?? 0) + by;
  count.total += by;
}
