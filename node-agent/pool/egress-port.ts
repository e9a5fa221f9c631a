/**
 * What the pool needs of whoever carries out the fetches of runs, and no more. The broker in
 * node-agent/broker implements it.
 */
import type { Execution } from '../../shared/execution/execution.ts';
import { type FetchRequest, type FetchResult, failedFetch } from '../frames/fetch-call.ts';

export interface EgressPort {
  /** For one run, at its first fetch. */
  open(execution: Execution): RunFetches;
}

/** The fetches of one run. */
export interface RunFetches {
  /**
   * Carries it out. `done` is called once and later, unless it is aborted before. True where a
   * request may go out: then the run may have acted on the outside.
   */
  begin(callId: number, request: FetchRequest, done: (result: FetchResult) => void): boolean;
  /** Nobody waits for it any more: its connection is closed. */
  abort(callId: number): void;
  /** The run is in no host any more: so are all of them. */
  abortAll(): void;
}

/** Of a node that lets nothing out. */
export const noEgress: EgressPort = {
  open: () => ({
    begin(_callId, _request, done) {
      queueMicrotask(() => done(failedFetch('EGRESS_OFF', 'Nothing may be fetched here')));
      return false;
    },
    abort() {},
    abortAll() {},
  }),
};
