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
