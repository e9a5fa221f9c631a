/** What each key may have where no more can be made: the rules of taking from one for another. */

/**
 * Whether the holder of a resource should give it back for the sake of others who wait, when no
 * more can be made. A key that holds more than its share is asked at once; one within its share
 * after a quantum, for otherwise a few keys could keep all others out for as long as they have
 * work (the rule of a time-sharing scheduler).
 */
export function isAskedBack(claim: {
  readonly held: number;
  /** Keys that hold or wait. */
  readonly keysInPlay: number;
  readonly liveMax: number;
  readonly heldMs: number;
  readonly leaseQuantumMs: number;
}): boolean {
  const share = claim.liveMax / Math.max(1, claim.keysInPlay);
  return claim.held > Math.max(1, share) || claim.heldMs >= claim.leaseQuantumMs;
}

/**
 * Whether a key keeps one that lies idle between two uses, though others wait. Within its share it
 * does, or a key that wears out one after another would make all the others wait for theirs:
 * what it must wait for is its own next one. Where there are more keys than resources nobody has
 * a share, and they go from hand to hand.
 */
export function keepsIdle(claim: {
  /** Held by the key, or idle and in steady use by it. */
  readonly has: number;
  /** Keys that hold, wait, or have idle ones in steady use. */
  readonly keysInPlay: number;
  readonly liveMax: number;
}): boolean {
  return claim.has <= Math.floor(claim.liveMax / Math.max(1, claim.keysInPlay));
}
