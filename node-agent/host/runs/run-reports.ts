/** What a host tells its agent of its runs, and when it lets go of it. */
import type { Clock } from '../../../shared/time/clock.ts';
import type { EndedFrame, LogLine } from '../../frames/frame.ts';
import { ErrorTeller } from '../programs/error-teller.ts';
import type { Ending, StopWord } from './ending.ts';
import type { FrameSink } from './frame-sink.ts';
import type { GuestRun } from './guest-run.ts';
import type { GuestSession } from './guest-session.ts';
import { keptLogs } from './log-lines.ts';
import type { CallOut } from './session-calls.ts';

/**
 * What slices have finished is written before the next one once it is this old. Writing each
 * result on its own would cost more than most slices do; what is lost with a process that a slice
 * brings down are the results of one millisecond, of runs that the agent can only call innocent.
 */
const unwrittenMsMax = 1;
/**
 * The heap of a shorter run is not asked for: its thread has hardly let go of the isolate, and
 * the main thread would wait for it.
 */
const heapAskedOfWallUs = 5_000;

export class RunReports {
  readonly #sink: FrameSink;
  readonly #clock: Clock;
  readonly #errors = new ErrorTeller();
  #flushedAtMs = 0;

  constructor(sink: FrameSink, clock: Clock) {
    this.#sink = sink;
    this.#clock = clock;
  }

  /** Guest code is about to be entered, and may be the last thing this process does. */
  flushBefore({ frame }: GuestRun): void {
    const nowMs = this.#clock.nowMs();
    if (frame.mode === 'SLICE' && nowMs - this.#flushedAtMs < unwrittenMsMax) return;
    this.#flushedAtMs = nowMs;
    this.#sink.flush();
  }

  logs(run: GuestRun, lines: readonly LogLine[]): void {
    if (lines.length === 0) return;
    for (const { text } of lines) run.logBytes += Buffer.byteLength(text);
    this.#sink.send({ name: 'logs', runId: run.runId, lines });
  }

  progress(run: GuestRun, valueJson: string): void {
    this.#sink.send({ name: 'progress', runId: run.runId, valueJson });
  }

  /** What was kept for want of a way to send it at once, as the runtime has it. */
  kept(run: GuestRun, json: string): void {
    const { lines, progressJson } = keptLogs(json);
    this.logs(run, lines);
    if (progressJson !== undefined) this.progress(run, progressJson);
  }

  /** Said once of a run, however often it waits. */
  parked(run: GuestRun): void {
    if (!run.hasParked) this.#sink.send({ name: 'parked', runId: run.runId });
    run.hasParked = true;
  }

  called(run: GuestRun, callOut: CallOut): void {
    this.#sink.send({ ...callOut, runId: run.runId });
  }

  recalled(run: GuestRun): void {
    this.#sink.send({ name: 'recalled', runId: run.runId });
  }

  /** What the isolate holds of a run that has just ended, where that is asked. */
  heapBytesOf(run: GuestRun, session: GuestSession | undefined): number | undefined {
    const isAsked = session && run.wallUs(this.#clock.nowMs()) >= heapAskedOfWallUs;
    return isAsked ? heapOf(session) : undefined;
  }

  /** `session` is absent when no guest code has run. */
  ended(
    run: GuestRun,
    ending: Ending & Pick<EndedFrame, 'isSessionLost'>,
    session: GuestSession | undefined,
    heapBytes: number | undefined,
  ): void {
    const wallUs = session ? run.wallUs(this.#clock.nowMs()) : 0;
    this.#sink.send({
      name: 'ended',
      runId: run.runId,
      ...this.#told(run, ending),
      wallUs,
      cpuUs: run.cpuUs,
      heapPeakBytes: heapBytes ?? 0,
      logBytes: run.logBytes,
      isWarm: session?.lease.isWarm ?? false,
    });
  }

  wedged(run: GuestRun, word: StopWord): void {
    this.#sink.send({ name: 'wedged', runId: run.runId, word });
    this.#sink.flush();
  }

  resetDone(): void {
    this.#errors.forget();
    this.#sink.send({ name: 'reset-done' });
  }

  /** What went wrong in the author's terms, which takes time that is not the run's any more. */
  #told({ code }: GuestRun, ending: Ending): Ending {
    const { word, error } = ending;
    if (!error || (word !== 'SCRIPT_THREW' && word !== 'SYNTAX_ERROR')) return ending;
    return { ...ending, error: this.#errors.tell(code, error) };
  }
}

/** The heap when the run had ended: what is known of its peak. */
function heapOf({ lease }: GuestSession): number {
  const { isolate } = lease.context;
  return isolate.isDisposed ? 0 : isolate.heapUsedBytes();
}
