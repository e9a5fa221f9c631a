/**
 * After the end of a host: what becomes of each run it had. The run that the agent stopped has
 * its word. Of an unexplained death the run that was executing is the suspect: it gets one more
 * chance, in a host of its own, so that it can only bring down itself; if it does, that is proof.
 * The others are innocent and begin again elsewhere, unseen, unless they may have acted on the
 * outside already.
 */
import type { AgentWord } from './run-outcome.ts';

/** Why a host is no more. */
export type HostEnd =
  /** Killed because of what this run did; the word is for it. */
  | { readonly cause: 'STOPPED'; readonly runId: number; readonly word: AgentWord }
  /** The kernel, the watcher of its memory, or V8 for want of a heap ended it. */
  | { readonly cause: 'MEMORY'; readonly suspectRunId: number | undefined }
  /** It died, was killed for silence, or lied: somebody's doing, but nobody saw whose. */
  | { readonly cause: 'UNEXPLAINED'; readonly suspectRunId: number | undefined }
  /** This agent ends. */
  | { readonly cause: 'CLOSING' };

/** An end that no run of the host is to blame for. */
export const nobodysFault: HostEnd = { cause: 'UNEXPLAINED', suspectRunId: undefined };

/** The run that is known to have cost the host, where one is. */
export function costlyRunId(end: HostEnd): number | undefined {
  if (end.cause === 'STOPPED') return end.runId;
  return end.cause === 'MEMORY' ? end.suspectRunId : undefined;
}

export interface RunFacts {
  readonly runId: number;
  /** What it was to be stopped with anyway. */
  readonly stopWord: AgentWord | undefined;
  readonly hadEffects: boolean;
  /** Twice does no harm, says its caller. */
  readonly isIdempotent: boolean;
  readonly attempts: number;
  readonly attemptsMax: number;
  /** Was suspected before: it is in a host of its own now. */
  readonly isSuspect: boolean;
  /** Its code was proven to kill its host before: there is nothing to be found out. */
  readonly isSentenced: boolean;
  readonly timeLeftMs: number;
  /** It can be nowhere but in its session, which went with the host. */
  readonly isOfSession: boolean;
}

export type RunVerdict =
  | { readonly name: 'ANSWER'; readonly word: AgentWord; readonly mayHaveHadEffects: boolean }
  /** It may begin again in any host. */
  | { readonly name: 'RERUN' }
  /** It may begin again, in a host of its own. */
  | { readonly name: 'RERUN_ALONE' };

export function blame(end: HostEnd, run: RunFacts): RunVerdict {
  const isRepeatable = !run.hadEffects || run.isIdempotent;
  const answer = (word: AgentWord): RunVerdict => {
    return { name: 'ANSWER', word, mayHaveHadEffects: run.hadEffects };
  };
  if (end.cause === 'CLOSING') return answer(run.isOfSession ? 'SESSION_LOST' : 'NODE_LOST');
  if (end.cause === 'STOPPED' && end.runId === run.runId) return answer(end.word);
  if (end.cause === 'MEMORY' && end.suspectRunId === run.runId) return answer('MEMORY_EXCEEDED');
  if (run.stopWord) return answer(run.stopWord);
  if (run.isOfSession) return answer('SESSION_LOST');
  if (end.cause === 'UNEXPLAINED' && end.suspectRunId === run.runId) {
    const isProven = run.isSuspect || run.isSentenced;
    const mayTryAgain = !isProven && isRepeatable && run.timeLeftMs > 0;
    return mayTryAgain ? { name: 'RERUN_ALONE' } : answer('CRASHED');
  }
  if (run.timeLeftMs <= 0) return answer('CANCELLED');
  if (!isRepeatable || run.attempts >= run.attemptsMax) return answer('NODE_LOST');
  return run.isSuspect ? { name: 'RERUN_ALONE' } : { name: 'RERUN' };
}
