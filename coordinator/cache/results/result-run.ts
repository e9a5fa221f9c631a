/** One caller's wait for a result that a cache may have, or that runs for others too. */
import type { IsopodError } from '../../../shared/errors/isopod-error.ts';
import type { Outcome } from '../../../shared/execution/outcome.ts';
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

  constructor(execution: DeterministicExecution, observer: ExecutionObserver, deadlineMs: number) {
    this.execution = execution;
    this.observer = observer;
    this.deadlineMs = deadlineMs;
  }

  get isAnswered(): boolean {
    return this.#isAnswered;
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
