/** One caller's wait for a result that a cache may have, or that runs for others too. */
import type { IsopodError } from '../../../shared/errors/isopod-error.ts';
import type { LogEntry, Outcome } from '../../../shared/execution/outcome.ts';
import type { AcceptedExecution } from '../../admission/execution-desk.ts';
import type { ExecutionObserver } from '../../admission/ticket.ts';
import type { DeterministicExecution } from './result-key.ts';

/** What it waits for, maybe with others. */
interface SharedRun {
  /** Ends it as the caller's own; false where that cannot be, or others wait too. */
  cancelFor(run: ResultRun): boolean;
  leave(run: ResultRun, error: IsopodError): void;
}

export class ResultRun implements AcceptedExecution {
  readonly execution: DeterministicExecution;
  readonly observer: ExecutionObserver;
  readonly deadlineMs: number;
  flight: SharedRun | undefined;
  whenAnswered: (() => void) | undefined;
  #isAnswered = false;
  #linesHeard = 0;
  /** Of those, how many the run that is under way has not come to. */
  #linesToSkip = 0;

  constructor(execution: DeterministicExecution, observer: ExecutionObserver, deadlineMs: number) {
    this.execution = execution;
    this.observer = observer;
    this.deadlineMs = deadlineMs;
  }

  get isAnswered(): boolean {
    return this.#isAnswered;
  }

  /** Another run begins for it: as it is deterministic, it tells the same from the start. */
  beginAgain(): void {
    this.#linesToSkip = this.#linesHeard;
  }

  logs(entries: readonly LogEntry[]): void {
    const fresh = this.#linesToSkip === 0 ? entries : entries.slice(this.#linesToSkip);
    this.#linesToSkip = Math.max(0, this.#linesToSkip - entries.length);
    this.#linesHeard += fresh.length;
    if (fresh.length > 0) this.observer.logs(fresh);
  }

  end(outcome: Outcome): void {
    if (this.#isAnswered) return;
    this.#answered();
    this.observer.ended(outcome);
  }

  fail(error: IsopodError): void {
    if (this.#isAnswered) return;
    this.#answered();
    this.observer.failed(error);
  }

  #answered(): void {
    this.#isAnswered = true;
    this.whenAnswered?.();
  }

  /** What is deterministic calls nobody. */
  reply(): void {}
  replyToAll(): void {}
}
