/** Where executions are handed in: the dispatcher itself, or what stands before it. */
import type { IsopodError } from '../../shared/errors/isopod-error.ts';
import type { Execution } from '../../shared/execution/execution.ts';
import type { HostCallReply, HostCallResult } from '../../shared/execution/host-call.ts';
import type { ExecutionObserver } from './ticket.ts';

/** An execution as whoever handed it in holds it. */
export interface AcceptedExecution {
  /** It has been answered: its observer hears nothing more. */
  readonly isAnswered: boolean;
  reply(reply: HostCallReply): void;
  replyToAll(result: HostCallResult): void;
}

export interface ExecutionDesk {
  /**
   * Throws what is to be told at once, such as QUEUE_FULL. The observer may be answered before it
   * returns. `deadlineMs` is by the clock, Infinity for none.
   */
  submit(execution: Execution, observer: ExecutionObserver, deadlineMs: number): AcceptedExecution;
  /** The caller wants it ended: CANCELLED, unless it had ended before. */
  cancel(accepted: AcceptedExecution): void;
  /** The caller does not wait any more: `error` is its answer. */
  abandon(accepted: AcceptedExecution, error: IsopodError): void;
}
