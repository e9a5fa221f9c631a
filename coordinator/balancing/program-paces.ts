/**
 * What runs of a program usually take, on whichever node. A node is judged by what its runs take in
 * proportion to this: otherwise one that was given a program of ten seconds would pass for slow
 * beside one that was given a program of a millisecond.
 */

/** The weight of the newest run. */
const newestShare = 0.05;
/** One for each program; the one that came first is forgotten first. */
const programsMax = 4_096;
/** Shorter ones are noise of the clock and of the loop. */
const latencyMsMin = 0.1;

interface ProgramPace {
  usualMs: number;
}

export class ProgramPaces {
  readonly #paces = new Map<string, ProgramPace>();

  /** What a run took, in proportion to what is usual: 1 for the first one. */
  ratioOf(programHash: string, latencyMs: number): number {
    const tookMs = Math.max(latencyMsMin, latencyMs);
    const pace = this.#paces.get(programHash);
    if (!pace) {
      this.#add(programHash, tookMs);
      return 1;
    }
    const ratio = tookMs / pace.usualMs;
    pace.usualMs += (tookMs - pace.usualMs) * newestShare;
    return ratio;
  }

  #add(programHash: string, usualMs: number): void {
    if (this.#paces.size >= programsMax) {
      const [oldest] = this.#paces.keys();
      if (oldest !== undefined) this.#paces.delete(oldest);
    }
    this.#paces.set(programHash, { usualMs });
  }
}
