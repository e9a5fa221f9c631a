/**
 * Where an execution stands in line, as one number that never changes while it waits, the smaller
 * the earlier:
 *
 *     rank = arrival + what its tenant is ahead of its share − priority · aging
 *
 * Arrival is told by the queue's own clock, which goes on as executions leave the queue, not by the
 * machine's: a cluster that is slow does not let those who came first keep all others out. That clock
 * and the tenant's time are those of start-time fair queueing (Goyal, Vin, Cheng, Start-time Fair
 * Queuing, 1996): each execution puts its tenant ahead by one over the tenant's weight.
 *
 * Priority is of a tenant's own executions first: one is not behind those of its tenant that are less
 * urgent, though they are behind it, when they come later. Beyond that a step of priority is worth
 * `agingExecutions` of other tenants', so that nobody gets more than that out of calling everything
 * urgent, and nothing waits for ever behind what is.
 */
import { prioritiesCount } from '../../shared/execution/priority.ts';

/** What a step of priority is worth, in executions of a tenant of weight 1. */
export const agingExecutions = 10;

interface TenantTime {
  /** By priority: where an execution of it that comes now would begin, unless it is past. */
  readonly aheadTo: Float64Array;
  waiting: number;
}

/** A place in line. */
export interface Turn {
  readonly rank: number;
  /** By the queue's clock. */
  readonly beginsAt: number;
}

const tenantsIdleMax = 256;

export class FairOrder {
  readonly #weightOf: (tenantId: string) => number;
  readonly #tenants = new Map<string, TenantTime>();
  /** Where the last execution that left the queue had begun. */
  #now = 0;
  #waiting = 0;

  /** `weightOf` is above 0. */
  constructor(weightOf: (tenantId: string) => number) {
    this.#weightOf = weightOf;
  }

  enter(tenantId: string, priority: number): Turn {
    const tenant = this.#timeOf(tenantId);
    tenant.waiting++;
    this.#waiting++;
    const { aheadTo } = tenant;
    const beginsAt = Math.max(this.#now, aheadTo[priority] ?? 0);
    const cost = 1 / this.#weightOf(tenantId);
    // What is less urgent, and comes later, is behind this one.
    for (let level = 0; level <= priority; level++)
      aheadTo[level] = Math.max(this.#now, aheadTo[level] ?? 0) + cost;
    return { rank: beginsAt - priority * agingExecutions, beginsAt };
  }

  /** One has left the queue for a node. */
  served({ beginsAt }: Turn): void {
    this.#now = Math.max(this.#now, beginsAt);
  }

  /** One waits no more, whatever became of it. */
  leave(tenantId: string): void {
    const tenant = this.#tenants.get(tenantId);
    if (!tenant) return;
    tenant.waiting--;
    this.#waiting--;
    if (this.#waiting === 0) this.#beginAnew();
    else if (this.#tenants.size > tenantsIdleMax + this.#waiting) this.#forgetIdle();
  }

  #timeOf(tenantId: string): TenantTime {
    let tenant = this.#tenants.get(tenantId);
    if (!tenant) {
      tenant = { aheadTo: new Float64Array(prioritiesCount), waiting: 0 };
      this.#tenants.set(tenantId, tenant);
    }
    return tenant;
  }

  /** Nobody waits, so nobody has had more than others who wait. */
  #beginAnew(): void {
    this.#tenants.clear();
    this.#now = 0;
  }

  #forgetIdle(): void {
    for (const [tenantId, { aheadTo, waiting }] of this.#tenants)
      if (waiting === 0 && (aheadTo[0] ?? 0) <= this.#now) this.#tenants.delete(tenantId);
  }
}
