/**
 * Tenants whose runs a node has refused, since they have their share of it. They get no more runs under
 * way than nodes have taken, and then one more for each round of them that ends, so that little is
 * refused again, and nobody waits behind it.
 *
 *   free ──refused──▶ limited ──not refused for a while──▶ free
 *
 * A tenant is held while it is limited and has as many as it may.
 */
interface Limit {
  runsMax: number;
  refusedAtMs: number;
  /** Runs that have ended since `runsMax` was raised. */
  ended: number;
}

/** After it nodes may have more room than ends tell of. */
const limitedMs = 1_000;

export class HeldTenants {
  /** On nodes. */
  readonly #runs = new Map<string, number>();
  readonly #limits = new Map<string, Limit>();

  isHeld(tenantId: string): boolean {
    const limit = this.#limits.get(tenantId);
    return limit !== undefined && this.#runsOf(tenantId) >= limit.runsMax;
  }

  /** A run has gone to a node. */
  sent(tenantId: string): void {
    this.#runs.set(tenantId, this.#runsOf(tenantId) + 1);
  }

  /** A run is off its node. */
  left(tenantId: string): void {
    const runs = this.#runsOf(tenantId) - 1;
    if (runs > 0) this.#runs.set(tenantId, runs);
    else this.#runs.delete(tenantId);
    const limit = this.#limits.get(tenantId);
    if (!limit || ++limit.ended < limit.runsMax) return;
    limit.runsMax++;
    limit.ended = 0;
  }

  /** One that has left was refused. */
  refused(tenantId: string, nowMs: number): void {
    const runsMax = Math.max(1, this.#runsOf(tenantId));
    this.#limits.set(tenantId, { runsMax, refusedAtMs: nowMs, ended: 0 });
  }

  /** Lets go those that have not been refused for a while; returns them. */
  letGo(nowMs: number): string[] {
    const freed: string[] = [];
    for (const [tenantId, { refusedAtMs }] of this.#limits)
      if (nowMs - refusedAtMs >= limitedMs) freed.push(tenantId);
    for (const tenantId of freed) this.#limits.delete(tenantId);
    return freed;
  }

  #runsOf(tenantId: string): number {
    return this.#runs.get(tenantId) ?? 0;
  }
}
