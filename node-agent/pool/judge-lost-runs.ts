/** The runs of a lost host, each with its verdict by blame.ts. */
import { blame, type HostEnd, type RunVerdict } from './blame.ts';
import { attemptsMax } from './hosting-config.ts';
import type { Placement } from './run.ts';

export interface JudgedRun {
  readonly placement: Placement;
  readonly verdict: RunVerdict;
}

/** In the order in which the host was given them; those already answered are left out. */
export function judgeLostRuns(
  placements: readonly Placement[],
  end: HostEnd,
  nowMs: number,
): JudgedRun[] {
  const unanswered = placements.filter((placement) => placement.run.placement === placement);
  return unanswered.map((placement) => {
    const { run, runId, stop } = placement;
    const verdict = blame(end, {
      runId,
      stopWord: stop?.word,
      hadEffects: run.hadEffects,
      isIdempotent: run.execution.isIdempotent,
      attempts: run.attempts,
      attemptsMax,
      isSuspect: run.isSuspect,
      isSentenced: run.code.isSentenced,
      timeLeftMs: run.deadlineMs - nowMs,
      isOfSession: run.execution.sessionId !== undefined,
    });
    return { placement, verdict };
  });
}
