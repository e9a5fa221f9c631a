/**
 * One run's way through its context, entry by entry. It knows what to enter next and what a
 * returned entry means; when to enter, and what it may cost, is the scheduler's affair.
 *
 *   run-script ────────────────────────────────────┬─▶ ended
 *   evaluate-module ──(tick)*──▶ call-default ──────┤
 *                                call-default ──────┴─(tick)*─▶ ended
 *   evaluate-script, of a session ─────────────────────(tick)*─▶ ended
 *
 * In the place of a tick there may be a reply to a call out of the sandbox; and where something was
 * thrown in a microtask, one more entry looks at what it is.
 */
import type { EntryMode, RunFrame } from '../../frames/frame.ts';
import type { Entry, RunBegin, SliceEnd } from '../engine/sandbox-engine.ts';
import type { Lease } from '../isolates/lease.ts';
import { logsWaiting, reportBodyAt, reports } from '../runtime/runtime-protocol.ts';
import { type Ending, endingOf, neverSettled, stopped, syntaxError, threw } from './ending.ts';
import {
  type CallOut,
  reportedAborts,
  reportedCall,
  reportedFetch,
  SessionCalls,
} from './session-calls.ts';

export type Progress =
  /** Enter again, at once. */
  | { readonly name: 'again' }
  /** Nothing to do until a timer of the guest's is due, or a reply comes; Infinity for no timer. */
  | { readonly name: 'waiting'; readonly delayMs: number }
  | { readonly name: 'ended'; readonly ending: Ending; readonly isClean: boolean }
  /** It ended, or it did not compile: only reading the source again tells. */
  | { readonly name: 'syntax-doubt'; readonly ending: Ending };

const none: readonly CallOut[] = [];

type NextEntry = Exclude<Entry['name'], 'reply' | 'fetch-reply'>;

export class GuestSession {
  readonly lease: Lease;
  readonly #run: RunFrame;
  readonly #begins: RunBegin;
  /** Of a script, and its name; a module is in the lease's context. */
  readonly #script: string | undefined;
  #next: NextEntry;
  #hasBegun = false;
  #isEvaluating = false;
  /** By the last report. */
  #hasKeptLogs = false;
  readonly calls = new SessionCalls();
  #callsToMake: CallOut[] | undefined;

  private constructor(
    lease: Lease,
    run: RunFrame,
    begins: RunBegin,
    next: NextEntry,
    script?: string,
  ) {
    this.lease = lease;
    this.#run = run;
    this.#begins = begins;
    this.#next = next;
    this.#script = script;
  }

  static ofScript(lease: Lease, run: RunFrame, begins: RunBegin, source: string): GuestSession {
    return new GuestSession(lease, run, begins, 'run-script', source);
  }

  /** The lease's context holds the module: evaluated when it is warm, loaded when it is not. */
  static ofModule(lease: Lease, run: RunFrame, begins: RunBegin): GuestSession {
    const next = lease.isWarm ? 'call-default' : 'evaluate-module';
    return new GuestSession(lease, run, begins, next);
  }

  /** The next script of a session, loaded already. */
  static ofSessionScript(lease: Lease, run: RunFrame, begins: RunBegin): GuestSession {
    return new GuestSession(lease, run, begins, 'evaluate-script');
  }

  /** A module in the scope of a session: loaded, and never warm. */
  static ofSessionModule(lease: Lease, run: RunFrame, begins: RunBegin): GuestSession {
    return new GuestSession(lease, run, begins, 'evaluate-module');
  }

  /** The script's text, as it was given to be run. */
  get source(): string {
    return this.#script ?? '';
  }

  enter(mode: EntryMode, runMs: number): Promise<SliceEnd> | SliceEnd {
    const entry = this.#entry();
    this.#hasBegun = true;
    if (entry.name === 'evaluate-module') this.#isEvaluating = true;
    this.#next = 'tick';
    return this.lease.context.enter(mode, entry, runMs);
  }

  /** What the end of an entry means. The guest is not running. */
  progress(end: SliceEnd, runMs: number): Progress {
    // What a throw past the runtime leaves untold is asked for; of a dead isolate there is no asking.
    this.#hasKeptLogs = end.name === 'escaped';
    if (end.name === 'gone') {
      return over(stopped('MEMORY_EXCEEDED', this.#run.limits), false);
    }
    if (end.name === 'escaped') return this.#escaped(end.error);
    const gone = over(stopped('MEMORY_EXCEEDED', this.#run.limits), false);
    return this.#asked(() => this.#reported(end.report, runMs) ?? this.#collected(runMs), gone);
  }

  /** Log lines that were kept for want of a way to send them at once, as JSON. */
  takeLogs(runMs: number): string | undefined {
    if (!this.#hasKeptLogs) return undefined;
    return this.#asked(() => this.lease.context.takeLogs(runMs), undefined);
  }

  /** Calls that it has made, or given up, since they were taken last. */
  takeCalls(): readonly CallOut[] {
    const taken = this.#callsToMake ?? none;
    this.#callsToMake = undefined;
    return taken;
  }

  /** An isolate whose memory is all but used up may be ended by a mere question: then `otherwise`. */
  #asked<Answer>(ask: () => Answer, otherwise: Answer): Answer {
    try {
      return ask();
    } catch (error) {
      if (this.lease.context.isolate.isDisposed) return otherwise;
      throw error;
    }
  }

  #entry(): Entry {
    const input = this.#run;
    switch (this.#next) {
      case 'run-script':
        return { name: 'run-script', source: this.source, input, begins: this.#begins };
      case 'evaluate-module':
        return { name: 'evaluate-module', begins: this.#begins };
      case 'evaluate-script':
        return { name: 'evaluate-script', input, begins: this.#begins };
      case 'call-default':
        return {
          name: 'call-default',
          input,
          begins: this.#hasBegun ? undefined : this.#begins,
        };
      case 'describe':
        return { name: 'describe' };
      case 'tick': {
        return this.calls.takeReply() ?? { name: 'tick' };
      }
    }
  }

  /**
   * A session goes on after whatever its programs themselves came to: isolates/session-isolates.ts
   * says why. For the rest nothing is worth the doubt.
   */
  get #isOfSession(): boolean {
    return this.#run.sessionId !== undefined;
  }

  /** A module's context is of no more use when its top level threw; else it is only the call. */
  #escaped(error: Parameters<typeof threw>[0]): Progress {
    return over(threw(error), this.#isOfSession);
  }

  #reported(report: string, runMs: number): Progress | undefined {
    this.#hasKeptLogs = report[1] === logsWaiting;
    const { context } = this.lease;
    const ending = endingOf(report, this.#run.limits, () => context.takeBytes(runMs));
    if (ending === undefined) return undefined;
    if (this.#script !== undefined && looksUncompiled(ending)) {
      return { name: 'syntax-doubt', ending };
    }
    return over(ending, !this.#isEvaluating || this.#isOfSession);
  }

  #collected(runMs: number): Progress {
    const { context } = this.lease;
    let report = context.collect(runMs);
    // No more than may be open at once.
    for (let calls = callsIn(report); calls !== undefined; calls = callsIn(report)) {
      this.#callsToMake ??= [];
      this.#callsToMake.push(...calls);
      report = context.collect(runMs);
    }
    if (report[0] === reports.undescribed) {
      this.#next = 'describe';
      return { name: 'again' };
    }
    const settled = this.#reported(report, runMs);
    if (settled) return settled;
    if (this.#isEvaluating && context.isModuleEvaluated()) {
      this.#isEvaluating = false;
      this.#next = 'call-default';
      return { name: 'again' };
    }
    if (report[0] !== reports.waiting) return over(neverSettled, this.#isOfSession);
    const delayMs = Number(report.slice(reportBodyAt));
    return delayMs > 0 ? { name: 'waiting', delayMs } : { name: 'again' };
  }
}

/** Undefined where the report is of something else. */
function callsIn(report: string): readonly CallOut[] | undefined {
  switch (report[0]) {
    case reports.call:
      return [reportedCall(report.slice(reportBodyAt))];
    case reports.fetch:
      return [reportedFetch(report.slice(reportBodyAt))];
    case reports.fetchAborts:
      return reportedAborts(report.slice(reportBodyAt));
    default:
      return undefined;
  }
}

function over(ending: Ending, isClean: boolean): Progress {
  return { name: 'ended', ending, isClean };
}

/** An error of the compiler's has no frame in the source; one that a program throws has. */
function looksUncompiled({ word, error }: Ending): boolean {
  return word === 'SCRIPT_THREW' && error?.name === 'SyntaxError' && error.stack === '';
}

/** The doubt is over: the source was read again. */
export function resolveDoubt(ending: Ending, refusal: Ending['error']): Progress {
  return over(refusal === undefined ? ending : syntaxError(refusal), true);
}
