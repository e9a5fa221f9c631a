/** What the hosting of runs tells its telemetry. */
import type { RunVerdict } from './blame.ts';

export interface HostingObserver {
  hostStarted?(hostId: number, tookMs: number): void;
  /** The next attempt is made no sooner than `retryInMs` from now. */
  hostNotStarted?(error: unknown, failuresInARow: number, retryInMs: number): void;
  /** It was ended for what happened in it, or ended by itself. */
  hostLost?(hostId: number, tenantId: string | undefined, detail: string): void;
  /** What became of a run when its host was lost. */
  runJudged?(tenantId: string, codeHash: string, verdict: RunVerdict): void;
}
