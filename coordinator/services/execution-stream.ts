/**
 * One client's ExecuteStream: many executions by id, events out in batches.
 *
 *   opening ──first execute──▶ open ──client half-closes──▶ finishing ──last answer──▶ closed
 *      └── anything else ──────┴── a rule broken, reader too slow, client gone ──────────▲
 *
 * A coordinator that shuts down takes the stream to finishing as a half-close does, and closes it
 * with an error, so that the client knows to go elsewhere.
 *
 * What a slow reader has not taken is bounded (client-outbox.ts); what is beyond that ends the stream,
 * and its executions are cancelled.
 */
import {
  deadlineExceeded,
  IsopodError,
  invalidExecution,
} from '../../shared/errors/isopod-error.ts';
import {
  cappedResult,
  failedCall,
  type HostCall,
  type HostCallReply,
} from '../../shared/execution/host-call.ts';
import { stdinCallName } from '../../shared/execution/stdin.ts';
import type { FunctionVersion } from '../../shared/functions/deployed-function.ts';
import type { ExecuteStreamCommand__Output } from '../../shared/generated/isopod/v1/ExecuteStreamCommand.ts';
import type { ExecuteStreamRequest__Output } from '../../shared/generated/isopod/v1/ExecuteStreamRequest.ts';
import type { ExecuteStreamResponse } from '../../shared/generated/isopod/v1/ExecuteStreamResponse.ts';
import type { StdinCommand__Output } from '../../shared/generated/isopod/v1/StdinCommand.ts';
import type { Place } from '../../shared/nodes/place.ts';
import type { Clock, Timer } from '../../shared/time/clock.ts';
import { readExecution, readFunctionReference } from '../../shared/wire/execution-codec.ts';
import { failureToWire } from '../../shared/wire/failure-codec.ts';
import { hostCallReplyFromWire, hostCallToWire } from '../../shared/wire/host-call-codec.ts';
import { readTimeLimitMs } from '../../shared/wire/limits-codec.ts';
import { logEntryToWire, outcomeToWire } from '../../shared/wire/outcome-codec.ts';
import type { AcceptedExecution, ExecutionDesk } from '../admission/execution-desk.ts';
import type { FunctionRegistry } from '../functions/function-registry.ts';
import type { Caller } from '../tenancy/caller.ts';
import type { MeteredExecution } from '../tenancy/tenant-meter.ts';
import {
  bytesOfFailure,
  bytesOfLogs,
  bytesOfOutcome,
  ClientOutbox,
  eventBytes,
} from './client-outbox.ts';
import { withOrigin } from './origin.ts';
import { StreamStdins } from './stream-stdins.ts';
import { type Hearing, StreamedExecution } from './streamed-execution.ts';
import type { UnreadTotal } from './unread-total.ts';

/** The client's stream, whatever carries it. */
interface ClientWire {
  /** `bytes` is about what it weighs. False when full: nothing more until `writable` is called. */
  write(response: ExecuteStreamResponse, bytes: number): boolean;
  pause(): void;
  resume(): void;
  end(): void;
  fail(error: IsopodError): void;
  /** Once, when the stream is over, however it ended. */
  closed(): void;
}

interface ExecutionStreamParts {
  readonly wire: ClientWire;
  readonly caller: Caller;
  /** Where its client is. */
  readonly origin: Place | undefined;
  /** Clock.nowMs; Infinity for none. */
  readonly deadlineMs: number;
  readonly desk: ExecutionDesk;
  readonly functions: Pick<FunctionRegistry, 'resolve'>;
  readonly clock: Clock;
  /** Of all clients. */
  readonly unreadTotal: UnreadTotal;
  /** Turns whatever was thrown into an error for the client. */
  readonly explain: (thrown: unknown) => IsopodError;
  readonly executionsMax: number;
}

/** Its code is looked up, and its client may have cancelled it meanwhile; or it is submitted. */
type RunningExecution =
  | { readonly name: 'resolving'; readonly metered: MeteredExecution; isCancelled: boolean }
  | {
      readonly name: 'submitted';
      readonly ticket: AcceptedExecution;
      readonly deadlineTimer: Timer | undefined;
    };

type ExecuteCommand = NonNullable<ExecuteStreamCommand__Output['execute']>;

const commandsPerMessageMax = 4_096;

const unanswered = failedCall(
  'HostCallUnanswered',
  'Nobody is there to answer: the client has ended its side of the stream',
);

export class ExecutionStream {
  readonly #parts: ExecutionStreamParts;
  readonly #running = new Map<number, RunningExecution>();
  #state: 'opening' | 'open' | 'finishing' | 'closed' = 'opening';
  readonly #outbox: ClientOutbox;
  readonly #leave: () => void;
  readonly #stdins = new StreamStdins({
    answer: (executionId, callId, result) => this.#ticketOf(executionId)?.reply({ callId, result }),
    taken: (executionId, bytes) =>
      this.#outbox.push({ executionId, stdinRead: { bytes } }, eventBytes),
  });
  #isHalfClosed = false;
  /** Why the stream ends when everything is said; OK where there is nothing. */
  #farewell: IsopodError | undefined;

  constructor(parts: ExecutionStreamParts) {
    this.#parts = parts;
    const { wire } = parts;
    this.#outbox = new ClientOutbox({
      unreadTotal: parts.unreadTotal,
      write: (response, bytes) => wire.write(response, bytes),
      pause: () => wire.pause(),
      resume: () => wire.resume(),
      flushed: () => this.#flushed(),
      overflowed: (waitingBytes) => this.#fail(readerTooSlow(waitingBytes)),
    });
    // Its executions end with it: they are of somebody who may not have them any more.
    this.#leave = parts.caller.whenRevoked((error) => this.#fail(error));
  }

  receive(request: ExecuteStreamRequest__Output): void {
    if (this.#state !== 'opening' && this.#state !== 'open') return;
    try {
      const { commands } = request;
      if (commands.length > commandsPerMessageMax)
        throw violation(`a message has at most ${commandsPerMessageMax} commands`, commands.length);
      for (const command of commands) {
        // What one command brings about may end the stream.
        if (this.#isClosed) return;
        this.#obey(command);
      }
    } catch (thrown) {
      this.#fail(this.#parts.explain(thrown));
    }
  }

  /** The client has nothing more to send: no replies, either. */
  halfClosed(): void {
    if (this.#isClosed) return;
    this.#isHalfClosed = true;
    this.#stdins.endAll();
    for (const executionId of this.#running.keys())
      this.#ticketOf(executionId)?.replyToAll(unanswered);
    this.#finish();
  }

  /** This coordinator stops: what runs is finished, and the client is told. */
  shutDown(): void {
    this.#farewell ??= new IsopodError(
      'SHUTTING_DOWN',
      'Could not go on with the stream: this coordinator is shutting down',
      { retryAfterMs: 1_000 },
    );
    this.#finish();
  }

  /** The client has cancelled the stream, or is not there any more. */
  gone(): void {
    this.#close();
  }

  /** The wire takes messages again. */
  writable(): void {
    this.#outbox.writable();
  }

  get #isClosed(): boolean {
    return this.#state === 'closed';
  }

  #finish(): void {
    if (this.#state === 'closed') return;
    this.#state = 'finishing';
    this.#flushed();
  }

  #obey(command: ExecuteStreamCommand__Output): void {
    const { executionId, execute, cancel, hostCallReply, stdin } = command;
    if (executionId === 0) throw violation('execution_id must not be 0', executionId);
    if (execute) {
      this.#state = 'open';
      if (this.#running.has(executionId))
        throw violation('execution_id must be unique among unfinished executions', executionId);
      this.#execute(executionId, execute);
    } else if (this.#state === 'opening')
      throw violation('the first command must be an execute', firstOf(command));
    else if (hostCallReply) this.#reply(executionId, hostCallReplyFromWire(hostCallReply));
    else if (stdin) this.#receiveStdin(executionId, stdin);
    else if (cancel) {
      const running = this.#running.get(executionId);
      if (running?.name === 'submitted') this.#parts.desk.cancel(running.ticket);
      else if (running) running.isCancelled = true;
    } else throw violation('a command must be set', `none for execution ${executionId}`);
  }

  #execute(executionId: number, command: ExecuteCommand): void {
    const { functions, caller, executionsMax } = this.#parts;
    let metered: MeteredExecution | undefined;
    try {
      if (this.#running.size >= executionsMax) throw tooManyExecutions(this.#running.size);
      metered = caller.beginExecution();
      if (command.execution?.stdin) this.#stdins.open(executionId);
      const reference = readFunctionReference(command.execution);
      if (!reference) return this.#submit(executionId, command, metered);
      const resolving = { name: 'resolving' as const, metered, isCancelled: false };
      this.#running.set(executionId, resolving);
      functions
        .resolve({ tenantId: caller.tenantId, name: reference.name }, reference.version)
        .then(
          (called) => this.#resolved(executionId, command, called, resolving),
          (thrown: unknown) => {
            if (this.#running.get(executionId) !== resolving) return;
            this.#forget(executionId);
            this.#pushFailure(executionId, this.#parts.explain(thrown));
          },
        );
    } catch (thrown) {
      metered?.end();
      this.#pushFailure(executionId, this.#parts.explain(thrown));
    }
  }

  #resolved(
    executionId: number,
    command: ExecuteCommand,
    called: FunctionVersion,
    resolving: RunningExecution & { readonly name: 'resolving' },
  ): void {
    if (this.#running.get(executionId) !== resolving) return;
    this.#running.delete(executionId);
    this.#submit(executionId, command, resolving.metered, called);
    const ticket = resolving.isCancelled ? this.#ticketOf(executionId) : undefined;
    if (ticket) this.#parts.desk.cancel(ticket);
  }

  /** Undefined also while its code is looked up: it has called nothing yet. */
  #ticketOf(executionId: number): AcceptedExecution | undefined {
    const running = this.#running.get(executionId);
    return running?.name === 'submitted' ? running.ticket : undefined;
  }

  #submit(
    executionId: number,
    command: ExecuteCommand,
    metered: MeteredExecution,
    called?: FunctionVersion,
  ): void {
    const { desk, clock, caller, origin } = this.#parts;
    try {
      const read = readExecution(command.execution, caller.tenantId, called, caller.ceilings);
      const timeLimitMs = readTimeLimitMs(command.timeLimit);
      const deadlineMs = Math.min(this.#parts.deadlineMs, clock.nowMs() + timeLimitMs);
      const observer = new StreamedExecution(executionId, metered, this.#hearing);
      const ticket = desk.submit(withOrigin(caller.narrowed(read), origin), observer, deadlineMs);
      if (ticket.isAnswered) return;
      const deadlineTimer = Number.isFinite(timeLimitMs)
        ? clock.setTimer(timeLimitMs, () => desk.abandon(ticket, deadlineExceeded()))
        : undefined;
      this.#running.set(executionId, { name: 'submitted', ticket, deadlineTimer });
    } catch (thrown) {
      metered.end();
      this.#pushFailure(executionId, this.#parts.explain(thrown));
    }
  }

  /** One for what is not there has crossed an outcome. */
  #reply(executionId: number, { callId, result }: HostCallReply): void {
    this.#ticketOf(executionId)?.reply({ callId, result: cappedResult(result) });
  }

  #receiveStdin(executionId: number, command: StdinCommand__Output): void {
    if (!this.#running.has(executionId)) return;
    const description = this.#stdins.receive(executionId, command);
    if (description === undefined) return;
    const error = invalidExecution([{ field: 'stdin', description }]);
    const ticket = this.#ticketOf(executionId);
    if (ticket) return this.#parts.desk.abandon(ticket, error);
    this.#forget(executionId);
    this.#pushFailure(executionId, error);
  }

  #called(executionId: number, call: HostCall): void {
    if (call.toolName === stdinCallName) return this.#stdins.wanted(executionId, call.callId);
    if (this.#isHalfClosed) {
      const reply = { callId: call.callId, result: unanswered };
      this.#ticketOf(executionId)?.reply(reply);
      return;
    }
    const bytes = eventBytes + (call.argumentJson?.length ?? 0);
    this.#outbox.push({ executionId, hostCall: hostCallToWire(call) }, bytes);
  }

  readonly #hearing: Hearing = {
    logs: (executionId, entries) =>
      this.#outbox.push(
        { executionId, logs: { entries: entries.map(logEntryToWire) } },
        bytesOfLogs(entries),
      ),
    progress: (executionId, valueJson) => {
      // A slow reader misses some: there is soon more of it.
      if (this.#outbox.isBehind) return;
      this.#outbox.push({ executionId, progress: { valueJson } }, eventBytes + valueJson.length);
    },
    called: (executionId, call) => this.#called(executionId, call),
    ended: (executionId, outcome) => {
      this.#forget(executionId);
      this.#outbox.push({ executionId, outcome: outcomeToWire(outcome) }, bytesOfOutcome(outcome));
    },
    failed: (executionId, error) => {
      this.#forget(executionId);
      this.#pushFailure(executionId, error);
    },
  };

  #pushFailure(executionId: number, error: IsopodError): void {
    this.#stdins.close(executionId);
    this.#outbox.push({ executionId, failure: failureToWire(error) }, bytesOfFailure(error));
  }

  #forget(executionId: number): void {
    const running = this.#running.get(executionId);
    if (running?.name === 'submitted') running.deadlineTimer?.cancel();
    else running?.metered.end();
    this.#running.delete(executionId);
    this.#stdins.close(executionId);
  }

  #flushed(): void {
    const isDone = this.#running.size === 0 && this.#outbox.isEmpty;
    if (this.#state !== 'finishing' || !isDone) return;
    this.#close();
    if (this.#farewell) this.#parts.wire.fail(this.#farewell);
    else this.#parts.wire.end();
  }

  #fail(error: IsopodError): void {
    if (this.#state === 'closed') return;
    this.#close();
    this.#parts.wire.fail(error);
  }

  #close(): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    this.#outbox.close();
    const running = [...this.#running.values()];
    this.#running.clear();
    for (const execution of running) {
      if (execution.name === 'resolving') {
        execution.metered.end();
        continue;
      }
      execution.deadlineTimer?.cancel();
      this.#parts.desk.cancel(execution.ticket);
    }
    this.#leave();
    this.#parts.wire.closed();
  }
}

function firstOf({ cancel, hostCallReply, stdin }: ExecuteStreamCommand__Output): string {
  if (stdin) return 'stdin';
  if (hostCallReply) return 'host_call_reply';
  return cancel ? 'cancel' : 'none';
}

function violation(rule: string, value: string | number): IsopodError {
  return new IsopodError(
    'PROTOCOL_VIOLATION',
    `Could not go on with the stream: ${rule}: ${value}`,
  );
}

function tooManyExecutions(running: number): IsopodError {
  return new IsopodError(
    'TOO_MANY_EXECUTIONS',
    `Could not accept the execution: the stream has ${running} unfinished ones`,
    { retryAfterMs: 100 },
  );
}

function readerTooSlow(bytes: number): IsopodError {
  return new IsopodError(
    'READER_TOO_SLOW',
    `Could not go on with the stream: ${bytes} bytes wait for its reader`,
  );
}
