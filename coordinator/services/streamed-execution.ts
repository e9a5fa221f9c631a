/**
 * One execution of a stream, as what becomes of it is heard. There are tens of thousands a second:
 * it has no functions of its own.
 */

import type { IsopodError } from '../../shared/errors/isopod-error.ts';
import type { HostCall } from '../../shared/execution/host-call.ts';
import type { LogEntry, Outcome } from '../../shared/execution/outcome.ts';
import type { ExecutionObserver } from '../admission/ticket.ts';
import type { MeteredExecution } from '../tenancy/tenant-meter.ts';

/** Where the executions of one stream are heard, by their ids. */
export interface Hearing {
  logs(executionId: number, entries: readonly LogEntry[]): void;
  progress(executionId: number, valueJson: string): void;
  called(executionId: number, call: HostCall): void;
  ended(executionId: number, outcome: Outcome): void;
  failed(executionId: number, error: IsopodError): void;
}

export class StreamedExecution implements ExecutionObserver {
  readonly #executionId: number;
  readonly #metered: MeteredExecution;
  readonly #hearing: Hearing;

  constructor(executionId: number, metered: MeteredExecution, hearing: Hearing) {
    this.#executionId = executionId;
    this.#metered = metered;
    this.#hearing = hearing;
  }

  logs(entries: readonly LogEntry[]): void {
    this.#hearing.logs(this.#executionId, entries);
  }

  progress(valueJson: string): void {
    this.#hearing.progress(this.#executionId, valueJson);
  }

  called(call: HostCall): void {
    this.#hearing.called(this.#executionId, call);
  }

  used(cpuUs: number): void {
    this.#metered.used(cpuUs);
  }

  ended(outcome: Outcome): void {
    this.#metered.end();
    this.#hearing.ended(this.#executionId, outcome);
  }

  failed(error: IsopodError): void {
    this.#metered.end();
    this.#hearing.failed(this.#executionId, error);
  }
}
