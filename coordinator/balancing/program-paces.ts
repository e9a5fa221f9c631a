/**
 * What runs of a program usually take, on whichever node. A node is judged by what its runs take in
 * proportion to this: otherwise one that was given a program of ten seconds would pass for slow
 * beside one that was given a program of a millisecond.
 */

/** The weight of the newest run; the first ones, which found nothing warm, weigh more than that. */
const newestShare = 0.05;
/** One for each program; the one that came first is forgotten first. */
const programsMax = 4_096;
/** Shorter ones are noise of the clock and of the loop. */
const tookMsMin = 0.1;

interface ProgramPace {
  runs: number;
  /** Of milliseconds: a geometric mean, so that one run of many is not the usual one. */
  logMean: number;
}

export class ProgramPaces {
  readonly #paces = new Map<string, ProgramPace>();

  /** What a run took, in proportion to what was usual before: 1 for the first one. */
  ratioOf(programHash: string, tookMs: number): number {
    const logTook = Math.log(Math.max(tookMsMin, tookMs));
    const pace = this.#paces.get(programHash);
    if (!pace) {
      this.#add(programHash, { runs: 1, logMean: logTook });
      return 1;
    }
    const ratio = Math.exp(logTook - pace.logMean);
    pace.runs++;
    pace.logMean += (logTook - pace.logMean) * Math.max(newestShare, 1 / pace.runs);
    return ratio;
  }

  #add(programHash: string, pace: ProgramPace): void {
    if (this.#paces.size >= programsMax) {
      const [oldest] = this.#paces.keys();
      if (oldest !== undefined) this.#paces.delete(oldest);
    }
    this.#paces.set(programHash, pace);
  }
}
