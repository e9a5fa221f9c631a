/**
 * Looks after the one run that executes: announces it, counts its processor time, and ends it
 * when a limit is passed. In mode SLICE it can do none of the last, as the guest has the main
 * thread: the agent, which reads the announcement, does.
 *
 *   resting ──enter──▶ watching ──stop──▶ stopping ──100 ms──▶ wedged
 *      ▲───── leave ──────┴───────────────────┘
 */
import type { Clock } from '../../../shared/time/clock.ts';
import { pulseEveryMs } from '../../frames/announcement.ts';
import type { SandboxIsolate } from '../engine/sandbox-engine.ts';
import type { StopWord } from './ending.ts';
import type { GuestRun } from './guest-run.ts';
import type { ProcessorTime } from './processor-time.ts';

const lookEveryMs = 10;
const stoppingMsMax = 100;
/**
 * Asking for the whole process's time costs as much as a short slice. Between two slices only
 * the main thread works, so for this long the answer is taken from its time.
 */
const processTimeKeptUs = 10_000;

/** What a watch says where the agent can see it; the Announcer does. */
export interface Announcing {
  announce(runId: number, cpuUsBefore: number, processCpuUsAtEntry: number): void;
  pulse(): void;
}

interface Watched {
  readonly run: GuestRun;
  /** Undefined while the program is read: nothing of it runs. */
  isolate: SandboxIsolate | undefined;
  readonly processUs: number;
  readonly mainThreadUs: number;
  stopping: { readonly word: StopWord; readonly sinceMs: number } | undefined;
}

export class ExecutionWatch {
  readonly #clock: Clock;
  readonly #processorTime: ProcessorTime;
  readonly #announcing: Announcing;
  readonly #onWedged: (run: GuestRun, word: StopWord) => void;
  #watched: Watched | undefined;
  /** Whether a look is due: then another need not be asked for. */
  #isLooking = false;
  #pulsedAtMs = 0;
  /** When the process's time was last asked for, in both counts. */
  #asked = { processUs: 0, mainThreadUs: Number.NEGATIVE_INFINITY };
  /** The main thread's time when a run left last. */
  #leftAtUs = 0;

  constructor(
    clock: Clock,
    processorTime: ProcessorTime,
    announcing: Announcing,
    onWedged: (run: GuestRun, word: StopWord) => void,
  ) {
    this.#clock = clock;
    this.#processorTime = processorTime;
    this.#announcing = announcing;
    this.#onWedged = onWedged;
  }

  /** Guest code of `run` is about to be entered, or its program to be read. */
  enter(run: GuestRun): void {
    const mainThreadUs = this.#processorTime.mainThreadUs();
    const processUs = this.#processUsAtEntry(run, mainThreadUs);
    this.#announcing.announce(run.runId, run.cpuUs, processUs);
    this.#watched = { run, isolate: undefined, processUs, mainThreadUs, stopping: undefined };
  }

  /** The isolate that the run is about to be in, on another thread: it can be ended there. */
  guard(isolate: SandboxIsolate): void {
    if (this.#watched === undefined) return;
    this.#watched.isolate = isolate;
    if (this.#watched.stopping) isolate.dispose();
    if (!this.#isLooking) this.#lookSoon();
  }

  /**
   * The run has left. Charges it and returns why it was stopped, if it was. `onMainThread` says
   * which thread the guest had.
   */
  leave({ onMainThread }: { onMainThread: boolean }): StopWord | undefined {
    const watched = this.#watched;
    if (watched === undefined) return undefined;
    this.#leftAtUs = this.#processorTime.mainThreadUs();
    const { run, mainThreadUs, stopping } = watched;
    run.cpuUs += onMainThread ? this.#leftAtUs - mainThreadUs : this.#processUsSince(watched);
    this.#watched = undefined;
    return stopping?.word;
  }

  /** Charges the run that left last for what has been done since to let it wait. */
  parked(run: GuestRun): void {
    run.cpuUs += this.#processorTime.mainThreadUs() - this.#leftAtUs;
  }

  /** Ends the run that executes. The first reason counts. */
  stop(word: StopWord): void {
    if (this.#watched === undefined || this.#watched.stopping) return;
    this.#watched.stopping = { word, sinceMs: this.#clock.nowMs() };
    this.#watched.isolate?.dispose();
  }

  #look(): void {
    this.#isLooking = false;
    const watched = this.#watched;
    if (watched === undefined) return;
    const nowMs = this.#clock.nowMs();
    if (nowMs - this.#pulsedAtMs >= pulseEveryMs) {
      this.#pulsedAtMs = nowMs;
      this.#announcing.pulse();
    }
    const { run, stopping } = watched;
    if (stopping === undefined) {
      const word = run.exceeded(nowMs, run.cpuUs + this.#processUsSince(watched));
      if (word) this.stop(word);
    } else if (nowMs - stopping.sinceMs >= stoppingMsMax) {
      this.#onWedged(run, stopping.word);
      return;
    }
    this.#lookSoon();
  }

  #lookSoon(): void {
    this.#isLooking = true;
    this.#clock.setTimer(lookEveryMs, () => this.#look());
  }

  #processUsAtEntry(run: GuestRun, mainThreadUs: number): number {
    const sinceAskedUs = mainThreadUs - this.#asked.mainThreadUs;
    if (run.frame.mode === 'SLICE' && sinceAskedUs < processTimeKeptUs) {
      return this.#asked.processUs + sinceAskedUs;
    }
    const processUs = this.#processorTime.processUs();
    this.#asked = { processUs, mainThreadUs };
    return processUs;
  }

  #processUsSince(entry: Watched): number {
    return Math.max(0, this.#processorTime.processUs() - entry.processUs);
  }
}
