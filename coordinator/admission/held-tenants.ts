/**
 * Tenants whose runs a node has refused, since they have their share of it. Their runs are held back,
 * and one more goes for each that ends, so that nobody waits behind what would be refused again.
 *
 *   free ──refused──▶ held ──a run ended──▶ one more may go ──gone──▶ held
 *     ▲─────────────────┴── not refused for a while ────────────────────┘
 */
interface Hold {
  refusedAtMs: number;
  /** How many may go before it is held again. */
  credits: number;
}

/** After it, nodes may have more room than ends tell of. */
const holdMs = 1_000;

export class HeldTenants {
  readonly #holds = new Map<string, Hold>();

  isHeld(tenantId: string): boolean {
    return this.#holds.get(tenantId)?.credits === 0;
  }

  refused(tenantId: string, nowMs: number): void {
    const hold = this.#holds.get(tenantId);
    // What has ended has made room all the same.
    if (hold) hold.refusedAtMs = nowMs;
    else this.#holds.set(tenantId, { refusedAtMs: nowMs, credits: 0 });
  }

  /** A run of the tenant's has ended. */
  ended(tenantId: string): void {
    const hold = this.#holds.get(tenantId);
    if (hold) hold.credits++;
  }

  /** A run of the tenant's goes to a node. */
  sent(tenantId: string): void {
    const hold = this.#holds.get(tenantId);
    if (hold && hold.credits > 0) hold.credits--;
  }

  /** Lets go those that have not been refused for a while; returns them. */
  letGo(nowMs: number): string[] {
    const freed: string[] = [];
    for (const [tenantId, { refusedAtMs }] of this.#holds)
      if (nowMs - refusedAtMs >= holdMs) freed.push(tenantId);
    for (const tenantId of freed) this.#holds.delete(tenantId);
    return freed;
  }
}
