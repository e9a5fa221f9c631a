/**
 * Which run has the thread. One executes at a time; those that wait for a timer or a reply are
 * parked, an isolate each, and go before new ones when they are due; new ones begin in order of arrival.
 */
import type { Clock } from '../../../shared/time/clock.ts';
import type { FrameToHost } from '../../frames/frame.ts';
import type { RunBegin, SandboxIsolate, SliceEnd } from '../engine/sandbox-engine.ts';
import type { FreshIsolates } from '../isolates/fresh-isolates.ts';
import type { SessionIsolates } from '../isolates/session-isolates.ts';
import type { WarmIsolates } from '../isolates/warm-isolates.ts';
import { CodeShelf } from '../programs/code-shelf.ts';
import { callOverflowLevel, progressLevel } from '../runtime/runtime-protocol.ts';
import { type Ending, type StopWord, stopped } from './ending.ts';
import { type Announcing, ExecutionWatch } from './execution-watch.ts';
import type { FrameSink } from './frame-sink.ts';
import { GuestRun } from './guest-run.ts';
import { type GuestSession, type Progress, resolveDoubt } from './guest-session.ts';
import { logLine } from './log-lines.ts';
import { type Opening, SessionOpener } from './open-session.ts';
import type { ProcessorTime } from './processor-time.ts';
import { RunBook } from './run-book.ts';
import { RunReports } from './run-reports.ts';
import { type CallOut, type ReplyEntry, refusalOf } from './session-calls.ts';

/** Guests on the main thread keep it from reading frames for no longer than this, together. */
const slicesMsMax = 4;

export interface SchedulerParts {
  readonly fresh: FreshIsolates;
  readonly warm: WarmIsolates;
  readonly sessions: SessionIsolates;
  readonly sink: FrameSink;
  readonly announcing: Announcing & { clear(): void };
  readonly clock: Clock;
  readonly processorTime: ProcessorTime;
  /** Calls back after the frames that have arrived are read. */
  readonly defer: (task: () => void) => void;
}

export class HostScheduler {
  readonly #parts: SchedulerParts;
  readonly #codes = new CodeShelf();
  readonly #runs = new RunBook();
  readonly #reports: RunReports;
  readonly #opener: SessionOpener;
  readonly #watch: ExecutionWatch;
  /** A run has the thread. */
  #isBusy = false;
  /** A run will not let go of it, or has broken something for good: the agent ends this host. */
  #isSpent = false;
  #isResetting = false;
  #isPreparing = false;

  constructor(parts: SchedulerParts) {
    const { fresh, warm, sessions, sink, clock, processorTime, announcing } = parts;
    this.#parts = parts;
    this.#reports = new RunReports(sink, clock);
    const linking = (isolate: SandboxIsolate): void => this.#watch.guard(isolate);
    this.#opener = new SessionOpener({ fresh, warm, sessions, linking });
    this.#watch = new ExecutionWatch(clock, processorTime, announcing, (run, word) =>
      this.#wedged(run, word),
    );
  }

  /** Takes one frame; `pump` begins what it brought. @throws FrameError */
  handle(frame: FrameToHost): void {
    switch (frame.name) {
      case 'load':
        return this.#codes.load(frame);
      case 'run':
        return this.#runs.add(new GuestRun(frame, this.#codes.get(frame.codeId)));
      case 'drop':
        this.#codes.drop(frame.codeId);
        return this.#parts.warm.dropCode(frame.codeId);
      case 'cancel':
        return this.#cancel(this.#runs.get(frame.runId));
      case 'call-reply':
        return this.#replied(this.#runs.get(frame.runId), { name: 'reply', reply: frame.reply });
      case 'fetch-reply':
        return this.#replied(this.#runs.get(frame.runId), { ...frame, name: 'fetch-reply' });
      case 'recall':
        return this.#recall(this.#runs.get(frame.runId));
      case 'open-session':
        return this.#parts.sessions.open(frame.sessionId, frame.memoryBytesMax);
      case 'close-session':
        return this.#parts.sessions.close(frame.sessionId);
      case 'reset':
        return this.#reset();
    }
  }

  /** Begins and resumes runs until one is out on its thread or there is nothing to do. */
  pump(): void {
    const { clock, sink, announcing, defer } = this.#parts;
    const untilMs = clock.nowMs() + slicesMsMax;
    while (!this.#isBusy && !this.#isSpent && !sink.isCongested) {
      if (clock.nowMs() >= untilMs) {
        defer(() => this.pump());
        break;
      }
      const run = this.#runs.next();
      if (run === undefined) break;
      this.#execute(run);
    }
    if (!this.#isBusy && !this.#isSpent) announcing.clear();
    this.#prepareSoon();
  }

  #execute(run: GuestRun): void {
    this.#isBusy = true;
    this.#reports.flushBefore(run);
    this.#watch.enter(run);
    if (run.phase.name === 'due') return this.#enter(run, run.phase.session);
    run.phase = { name: 'executing' };
    run.startedAtMs = this.#parts.clock.nowMs();
    const opening = this.#opener.open(run.frame, run.code, this.#begins(run));
    if (!(opening instanceof Promise)) return this.#opened(run, opening);
    void opening.then((openedLater) => {
      this.#opened(run, openedLater);
      this.pump();
    });
  }

  #opened(run: GuestRun, opening: Opening): void {
    run.startedAtMs = this.#parts.clock.nowMs();
    if (opening.name === 'opened') return this.#enter(run, opening.session);
    const word = this.#watch.leave({ onMainThread: false });
    this.#finish(run, word ? stopped(word, run.frame.limits) : opening.ending);
  }

  #enter(run: GuestRun, session: GuestSession): void {
    const { mode } = run.frame;
    run.phase = { name: 'executing', session };
    if (mode === 'THREAD') this.#watch.guard(session.lease.context.isolate);
    const end = session.enter(mode, this.#runMs(run));
    if (!(end instanceof Promise)) return this.#left(run, session, end);
    void end.then((endedLater) => {
      this.#left(run, session, endedLater);
      this.pump();
    });
  }

  /** The guest has come back. */
  #left(run: GuestRun, session: GuestSession, end: SliceEnd): void {
    const isStopped = this.#watch.leave({ onMainThread: run.frame.mode === 'SLICE' });
    const word = isStopped ?? run.exceeded(this.#parts.clock.nowMs());
    if (word) {
      this.#finish(run, stopped(word, run.frame.limits), session);
      return;
    }
    const progress = session.progress(end, this.#runMs(run));
    const logs = session.takeLogs(this.#runMs(run));
    if (logs) this.#reports.kept(run, logs);
    this.#proceed(run, session, progress);
  }

  #proceed(run: GuestRun, session: GuestSession, progress: Progress): void {
    for (const call of session.takeCalls()) this.#call(run, session, call);
    switch (progress.name) {
      case 'again':
        return this.#again(run, session);
      case 'waiting':
        if (session.calls.hasReplies) return this.#again(run, session);
        return this.#park(run, session, progress.delayMs);
      case 'ended':
        return this.#finish(run, progress.ending, session, progress.isClean);
      case 'syntax-doubt':
        void session.lease.context.isolate
          .checkScript(session.source, run.code.fileName)
          .then((refusal) => {
            this.#proceed(run, session, resolveDoubt(progress.ending, refusal));
            this.pump();
          });
    }
  }

  #again(run: GuestRun, session: GuestSession): void {
    this.#isBusy = false;
    run.phase = { name: 'due', session };
    this.#runs.again(run);
  }

  #park(run: GuestRun, session: GuestSession, delayMs: number): void {
    this.#isBusy = false;
    const nowMs = this.#parts.clock.nowMs();
    const { hasOpen } = session.calls;
    const wallUsLeft = run.wallUsLeft(nowMs) + (hasOpen ? run.callWaitUsLeft : 0);
    // A millisecond more, so that the limit has passed when the timer looks.
    const waitMs = Math.ceil(Math.min(delayMs, Math.max(0, wallUsLeft / 1_000) + 1));
    const timer = this.#parts.clock.setTimer(waitMs, () => this.#wake(run, session));
    run.phase = { name: 'parked', session, timer, waitsSinceMs: hasOpen ? nowMs : undefined };
    this.#runs.parked();
    this.#reports.parked(run);
    this.#watch.parked(run);
  }

  #wake(run: GuestRun, session: GuestSession): void {
    this.#unpark(run, session);
    this.pump();
  }

  #unpark(run: GuestRun, session: GuestSession): void {
    const nowMs = this.#parts.clock.nowMs();
    run.unparked(nowMs);
    const word = run.exceeded(nowMs);
    if (word) {
      this.#finish(run, stopped(word, run.frame.limits), session);
    } else {
      run.phase = { name: 'due', session };
      this.#runs.due(run);
    }
  }

  /** What is too large never leaves. */
  #call(run: GuestRun, { calls }: GuestSession, callOut: CallOut): void {
    if (callOut.name === 'fetch-abort') {
      if (calls.givenUp(callOut.callId)) this.#reports.called(run, callOut);
      return;
    }
    calls.made(callOut.call.callId);
    const refusal = refusalOf(callOut);
    if (refusal) calls.replied(refusal);
    else this.#reports.called(run, callOut);
  }

  /** A run that has ended, or that waits for no such reply, is no mistake: it has crossed this. */
  #replied(run: GuestRun | undefined, reply: ReplyEntry): void {
    if (run === undefined || !('session' in run.phase)) return;
    const { phase } = run;
    if (!phase.session?.calls.replied(reply) || phase.name !== 'parked') return;
    phase.timer.cancel();
    this.#unpark(run, phase.session);
  }

  #cancel(run: GuestRun | undefined): void {
    switch (run?.phase.name) {
      case 'queued':
        return this.#finish(run, stopped('CANCELLED', run.frame.limits));
      case 'executing':
        return this.#watch.stop('CANCELLED');
      case 'parked':
        run.phase.timer.cancel();
        return this.#finish(run, stopped('CANCELLED', run.frame.limits), run.phase.session);
      case 'due':
        return this.#finish(run, stopped('CANCELLED', run.frame.limits), run.phase.session);
      case 'ended':
      case undefined:
    }
  }

  #recall(run: GuestRun | undefined): void {
    if (run?.phase.name !== 'queued') return;
    this.#runs.remove(run);
    run.phase = { name: 'ended' };
    this.#reports.recalled(run);
  }

  #reset(): void {
    this.#isResetting = true;
    this.#codes.clear();
    for (const run of this.#runs.all()) this.#cancel(run);
    this.#parts.fresh.reset();
    this.#parts.warm.reset();
    this.#parts.sessions.reset();
    this.#finishReset();
  }

  #finishReset(): void {
    if (!this.#isResetting || this.#isBusy) return;
    this.#isResetting = false;
    this.#reports.resetDone();
  }

  #finish(run: GuestRun, ending: Ending, session?: GuestSession, isClean = false): void {
    if (run.phase.name === 'executing') this.#isBusy = false;
    this.#runs.remove(run);
    run.phase = { name: 'ended' };
    // Nothing of a run goes on after its end: what this process cannot stop, ends with it.
    const isSpent = ending.isHostSpent === true || session?.lease.context.isWorkedFor === true;
    if (isSpent) this.#isSpent = true;
    const heapBytes = this.#reports.heapBytesOf(run, session);
    session?.lease.giveBack(isClean, heapBytes);
    const { sessionId } = run.frame;
    const isLost = sessionId !== undefined && (isSpent || !this.#parts.sessions.has(sessionId));
    const told = {
      ...ending,
      ...(isSpent && { isHostSpent: true as const }),
      ...(isLost && { isSessionLost: true as const }),
    };
    this.#reports.ended(run, told, session, heapBytes);
    this.#finishReset();
  }

  #wedged(run: GuestRun, word: StopWord): void {
    this.#isSpent = true;
    this.#reports.wedged(run, word);
  }

  #begins(run: GuestRun): RunBegin {
    const { limits, mode, determinism, toolNames } = run.frame;
    const given = {
      limits,
      ...(determinism === undefined ? undefined : { determinism }),
      ...(toolNames === undefined ? undefined : { toolNames }),
    };
    if (mode === 'SLICE') return { ...given, emit: undefined };
    return {
      ...given,
      emit: (level, text, sinceStartUs) => {
        if (run.phase.name === 'ended') return;
        if (level >= 0) this.#reports.logs(run, [logLine(level, text, sinceStartUs)]);
        else if (level === progressLevel) this.#reports.progress(run, text);
        else if (run.phase.name === 'executing') this.#watch.stop(overflowWord(level));
      },
    };
  }

  #runMs(run: GuestRun): number {
    return this.#parts.clock.nowMs() - run.startedAtMs;
  }

  /** Contexts are made ahead, one a turn, while nothing runs: it would wait for the main thread. */
  #prepareSoon(): void {
    if (this.#isPreparing || this.#isBusy) return;
    this.#isPreparing = true;
    this.#parts.defer(() => {
      this.#isPreparing = false;
      if (!this.#isBusy && this.#parts.fresh.prepareOne()) this.#prepareSoon();
    });
  }
}

function overflowWord(level: number): StopWord {
  return level === callOverflowLevel ? 'HOST_CALL_LIMIT' : 'OUTPUT_EXCEEDED';
}
