/**
 * Whether a node has forgotten runs: it tells with each heartbeat how many it has, of all
 * coordinators, and that cannot be fewer than what it has from this one. Heartbeats and answers may
 * pass one another on the way, so it must have told too few for a while, and of runs that were there
 * all the while.
 */

/** A node that is silent for as long is held to be gone, too. */
const shortMsMax = 5_000;

export class ClaimAudit {
  /** Since when it has told too few; undefined while it tells enough. */
  #shortSinceMs: number | undefined;
  #claimedMax = 0;

  /**
   * A heartbeat has come. `begunBefore` counts the unfinished runs that were given to the node
   * before a time. Returns how many runs are surely forgotten.
   */
  heard(
    claimed: number,
    runs: { readonly size: number; begunBefore(beforeMs: number): number },
    nowMs: number,
  ): number {
    if (claimed >= runs.size) {
      this.#shortSinceMs = undefined;
      return 0;
    }
    if (this.#shortSinceMs === undefined) {
      this.#shortSinceMs = nowMs;
      this.#claimedMax = claimed;
      return 0;
    }
    this.#claimedMax = Math.max(this.#claimedMax, claimed);
    if (nowMs - this.#shortSinceMs < shortMsMax) return 0;
    const forgotten = runs.begunBefore(this.#shortSinceMs) - this.#claimedMax;
    this.#shortSinceMs = undefined;
    return Math.max(0, forgotten);
  }
}
