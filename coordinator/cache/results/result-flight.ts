/**
 * One run for all who ask for the same at the same time. Each hears everything, from the first line,
 * whenever it came; each may leave by itself, and with the last of them the run is given up.
 */
import { IsopodError } from '../../../shared/errors/isopod-error.ts';
import type { LogEntry, Outcome } from '../../../shared/execution/outcome.ts';
import type { AcceptedExecution, ExecutionDesk } from '../../admission/execution-desk.ts';
import type { ExecutionObserver } from '../../admission/ticket.ts';
import { type CachedResult, unspent } from './cached-result.ts';
import type { DeterministicExecution } from './result-key.ts';
import type { ResultRun } from './result-run.ts';

/** A run may tell a gigabyte of it in all. */
const progressCharsMax = 256 * 1024;

export class ResultFlight {
  readonly #desk: ExecutionDesk;
  readonly #runs = new Set<ResultRun>();
  readonly #logs: LogEntry[] = [];
  /** The latest, as far as there is room: each overtakes those before. */
  readonly #progress: string[] = [];
  #progressChars = 0;
  #accepted: AcceptedExecution | undefined;
  #outcome: Outcome | undefined;
  #hasRun = false;
  /** Who pays for it when all have left: the last one. */
  #lastToLeave: ResultRun | undefined;
  /** Why nobody may join any more. */
  #end: IsopodError | 'cancelled' | 'landed' | undefined;

  constructor(desk: ExecutionDesk) {
    this.#desk = desk;
  }

  get isOpen(): boolean {
    return this.#end === undefined;
  }

  /** Whether anything was done for it here: its result may have come from elsewhere. */
  get hasRun(): boolean {
    return this.#hasRun;
  }

  /** What the run came to, with what it cost. */
  get outcome(): Outcome | undefined {
    return this.#outcome;
  }

  join(run: ResultRun): void {
    run.flight = this;
    this.#runs.add(run);
    run.beginAgain();
    if (this.#logs.length > 0) run.logs([...this.#logs]);
    for (const valueJson of this.#progress) run.observer.progress?.(valueJson);
  }

  /** `error` is why, for the run itself if nobody is left. */
  leave(run: ResultRun, error: IsopodError): void {
    this.#runs.delete(run);
    this.#lastToLeave = run;
    if (this.#runs.size > 0 || this.#end !== undefined) return;
    this.#end = error;
    if (this.#accepted) this.#desk.abandon(this.#accepted, error);
  }

  /** Ends the run as its caller's own, if there is a run and nobody else waits for it. */
  cancelFor(run: ResultRun): boolean {
    if (!this.#accepted || this.#runs.size !== 1 || !this.#runs.has(run)) return false;
    this.#end = 'cancelled';
    this.#desk.cancel(this.#accepted);
    return true;
  }

  /** Those who wait for its end, which has come. */
  land(): readonly ResultRun[] {
    this.#end ??= 'landed';
    const runs = [...this.#runs];
    this.#runs.clear();
    return runs;
  }

  #keepProgress(valueJson: string): void {
    this.#progress.push(valueJson);
    this.#progressChars += valueJson.length;
    while (this.#progressChars > progressCharsMax && this.#progress.length > 1)
      this.#progressChars -= this.#progress.shift()?.length ?? 0;
  }

  /** Has it run. Rejects with what the system has to say. */
  run(execution: DeterministicExecution, deadlineMs: number): Promise<CachedResult> {
    const { promise, resolve, reject } = Promise.withResolvers<CachedResult>();
    this.#hasRun = true;
    const observer: ExecutionObserver = {
      logs: (entries) => {
        for (const entry of entries) this.#logs.push(entry);
        for (const run of this.#runs) run.logs(entries);
      },
      progress: (valueJson) => {
        this.#keepProgress(valueJson);
        for (const { observer: listener } of this.#runs) listener.progress?.(valueJson);
      },
      // It was spent once, and is told to one of them.
      used: (cpuUs) => {
        const [first = this.#lastToLeave] = this.#runs;
        first?.observer.used(cpuUs);
      },
      ended: (outcome) => {
        this.#outcome = outcome;
        const ofOthers = unspent(outcome, 'L1');
        resolve({ outcome: ofOthers, logs: this.#logs, progress: this.#progress });
      },
      failed: reject,
    };
    try {
      if (this.#end instanceof IsopodError) throw this.#end;
      this.#accepted = this.#desk.submit(execution, observer, deadlineMs);
    } catch (thrown) {
      reject(thrown);
    }
    return promise;
  }
}
