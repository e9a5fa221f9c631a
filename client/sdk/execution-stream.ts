/**
 * Many executions over one ExecuteStream call: the fastest way to run them. What one turn of the
 * event loop asks for goes out in one message, and comes back as it ends.
 *
 *   open ──end()──▶ ending ──last answer──▶ closed
 *     └── cancel(), or the stream breaks ─────▲
 */
import type { ServiceError } from '@grpc/grpc-js';
import { IsopodError } from '../../shared/errors/isopod-error.ts';
import { bytesOfResult, type HostCallReply } from '../../shared/execution/host-call.ts';
import type { LogEntry, Outcome } from '../../shared/execution/outcome.ts';
import {
  type StreamCommand,
  type StreamResponse,
  streamCommandToWire,
  streamEventFromWire,
} from '../../shared/wire/client-stream-codec.ts';
import type { ExecutionRequest } from '../../shared/wire/execution-codec.ts';
import { Outbox } from '../../shared/wire/outbox.ts';
import type { ExecutionService } from '../../shared/wire/services.ts';
import { errorOfCall } from './call-error.ts';
import type { OverloadThrottle } from './overload-throttle.ts';
import { requestChars, tooLarge } from './request-size.ts';
import { SentStdin, type StdinSource } from './stdin.ts';
import { ServedTools, type Tools } from './tools.ts';

/** An execution, and what is done for it here when it calls. */
export interface ExecutionWithTools extends Omit<ExecutionRequest, 'toolNames' | 'hasStdin'> {
  /** By the names under which the program finds them in `tools`. @default none */
  readonly tools?: Tools;
  /** What the program reads of `stdin`, as fast as it does. If it throws, the execution is given up. */
  readonly stdin?: StdinSource;
}

export interface StreamedExecuteOptions {
  /** Aborting cancels the execution; its outcome is then CANCELLED, unless it had ended before. */
  readonly signal?: AbortSignal;
  /** Hears every console line as it is written. If it throws, the execution is given up. */
  readonly onLog?: (entry: LogEntry) => void;
  /**
   * Hears what the program tells by `progress(value)`, the latest at most 20 times a second. It comes
   * from untrusted code. If it throws, the execution is given up.
   */
  readonly onProgress?: (value: unknown) => void;
  /** How long the whole may take, waiting included. @default as long as the stream lives */
  readonly timeLimitMs?: number;
}

type Call = ReturnType<InstanceType<typeof ExecutionService>['executeStream']>;

interface StreamParts {
  readonly call: Call;
  readonly address: string;
  readonly executionsMax: number;
  readonly messageBytesMax: number;
  readonly throttle: OverloadThrottle;
}

/** Of one execution that has no answer yet. */
interface Pending {
  readonly resolve: (outcome: Outcome) => void;
  readonly reject: (reason: unknown) => void;
  readonly onLog: ((entry: LogEntry) => void) | undefined;
  readonly onProgress: ((value: unknown) => void) | undefined;
  readonly signal: AbortSignal | undefined;
  readonly abort: (() => void) | undefined;
  readonly tools: ServedTools | undefined;
  stdin: SentStdin | undefined;
}

type State =
  | { readonly name: 'open' | 'ending' }
  | { readonly name: 'closed'; readonly error: IsopodError };

/** Waiting beyond this, because the server reads slowly, is refused. */
const waitingBytesMax = 64 * 2 ** 20;
/**
 * What a command weighs beyond its texts. More than it really does: 1 MB, which the outbox puts
 * into a message, then never holds more than the 4,096 commands the protocol allows.
 */
const commandBytes = 256;
const executionIdMax = 2 ** 32 - 1;

export class ExecutionStream {
  readonly #parts: StreamParts;
  readonly #pending = new Map<number, Pending>();
  readonly #outbox: Outbox<StreamCommand>;
  readonly #closed = Promise.withResolvers<void>();
  #state: State = { name: 'open' };
  #lastId = 0;

  /** Made by IsopodClient.openStream. */
  constructor(parts: StreamParts) {
    this.#parts = parts;
    const { call } = parts;
    this.#outbox = new Outbox({
      write: (commands) => call.write({ commands: commands.map(streamCommandToWire) }),
      flushed: () => this.#endWhenDone(),
    });
    call.on('data', ({ events }: StreamResponse) => this.#receive(events));
    call.on('drain', () => this.#outbox.writable());
    call.on('error', (status: ServiceError) => this.#close(errorOfCall(status, parts.address)));
    call.on('end', () => this.#close(endedBy(parts.address)));
  }

  /** Executions that have no answer yet. */
  get executionsUnfinished(): number {
    return this.#pending.size;
  }

  /**
   * Runs one execution and resolves with how it ended, whatever its word.
   *
   * Rejects with an IsopodError when it could not be run or its end is not known. Its `reason`:
   * INVALID_EXECUTION with `fieldViolations`; TOO_MANY_EXECUTIONS, at once, when this stream holds
   * as many as it may or the server reads too slowly; QUEUE_FULL or NO_NODE with `retryAfterMs`;
   * DEADLINE_EXCEEDED for `timeLimitMs`; UNREACHABLE when the stream broke; CANCELLED when the
   * stream was cancelled, or the signal was aborted before anything was sent.
   */
  execute(
    { tools, stdin, ...program }: ExecutionWithTools,
    options: StreamedExecuteOptions = {},
  ): Promise<Outcome> {
    const request: ExecutionRequest = program;
    if (tools) Object.assign(request, { toolNames: Object.keys(tools) });
    if (stdin !== undefined) Object.assign(request, { hasStdin: true });
    const refusal = this.#refusal(request, options);
    if (refusal) return Promise.reject(refusal);
    const { signal, onLog, onProgress, timeLimitMs } = options;
    const executionId = this.#nextId();
    return new Promise((resolve, reject) => {
      const abort = signal ? () => this.#cancelOne(executionId) : undefined;
      if (abort) signal?.addEventListener('abort', abort, { once: true });
      const served = tools && new ServedTools(tools, (reply) => this.#reply(executionId, reply));
      const pending: Pending = {
        resolve,
        reject,
        onLog,
        onProgress,
        signal,
        abort,
        tools: served,
        stdin: undefined,
      };
      this.#pending.set(executionId, pending);
      const bytes = commandBytes + requestChars(request);
      this.#outbox.push({ name: 'execute', executionId, request, timeLimitMs }, bytes);
      if (stdin !== undefined) pending.stdin = this.#sendStdin(executionId, stdin, pending);
    });
  }

  /** Takes nothing more, and resolves when every execution has ended and the stream is closed. */
  end(): Promise<void> {
    if (this.#state.name === 'open') {
      this.#state = { name: 'ending' };
      this.#endWhenDone();
    }
    return this.#closed.promise;
  }

  /** Ends the stream now. Unfinished executions are cancelled and reject with CANCELLED. */
  cancel(): void {
    this.#close(new IsopodError('CANCELLED', 'Could not finish the execution: stream cancelled'));
    this.#parts.call.cancel();
  }

  #refusal(request: ExecutionRequest, options: StreamedExecuteOptions): IsopodError | undefined {
    const { executionsMax, messageBytesMax, throttle } = this.#parts;
    if (this.#state.name === 'closed') return this.#state.error;
    if (this.#state.name === 'ending')
      return new IsopodError('CANCELLED', 'Could not start an execution: the stream is ending');
    if (options.signal?.aborted)
      return new IsopodError('CANCELLED', 'Could not start an execution: its signal is aborted', {
        cause: options.signal.reason,
      });
    if (this.#pending.size >= executionsMax) return tooMany(`${this.#pending.size} unfinished`);
    if (this.#outbox.bytes > waitingBytesMax) return tooMany(`${this.#outbox.bytes} bytes unsent`);
    return tooLarge(request, messageBytesMax) ?? throttle.refusal();
  }

  #nextId(): number {
    do this.#lastId = this.#lastId === executionIdMax ? 1 : this.#lastId + 1;
    while (this.#pending.has(this.#lastId));
    return this.#lastId;
  }

  #cancelOne(executionId: number): void {
    this.#outbox.push({ name: 'cancel', executionId }, commandBytes);
  }

  #reply(executionId: number, reply: HostCallReply): void {
    const bytes = commandBytes + bytesOfResult(reply.result);
    this.#outbox.push({ name: 'host-call-reply', executionId, reply }, bytes);
  }

  #sendStdin(executionId: number, source: StdinSource, pending: Pending): SentStdin {
    return new SentStdin(source, {
      send: (text, isEnd) => {
        const bytes = commandBytes + text.length;
        this.#outbox.push({ name: 'stdin', executionId, text, isEnd }, bytes);
      },
      failed: (thrown) => this.#giveUp(executionId, pending, thrown),
    });
  }

  #giveUp(executionId: number, pending: Pending, thrown: unknown): void {
    this.#forget(executionId, pending);
    this.#cancelOne(executionId);
    pending.reject(thrown);
  }

  #receive(events: StreamResponse['events']): void {
    for (const wire of events) {
      const pending = this.#pending.get(wire.executionId);
      if (!pending) continue;
      try {
        const event = streamEventFromWire(wire);
        if (event?.name === 'logs') {
          if (pending.onLog) for (const entry of event.entries) pending.onLog(entry);
          continue;
        }
        if (event?.name === 'progress') {
          pending.onProgress?.(JSON.parse(event.valueJson));
          continue;
        }
        if (event?.name === 'stdin-read') {
          pending.stdin?.taken(event.bytes);
          continue;
        }
        if (event?.name === 'host-call') {
          pending.tools?.serve(event.call);
          continue;
        }
        if (!event) continue;
        this.#forget(wire.executionId, pending);
        this.#parts.throttle.answered(event.name === 'outcome' ? undefined : event.error);
        if (event.name === 'outcome') pending.resolve(event.outcome);
        else pending.reject(event.error);
      } catch (thrown) {
        // The caller's own onLog, or an event of another version of the protocol.
        this.#giveUp(wire.executionId, pending, thrown);
      }
    }
  }

  #forget(executionId: number, { signal, abort, tools, stdin }: Pending): void {
    this.#pending.delete(executionId);
    tools?.end();
    stdin?.end();
    if (abort) signal?.removeEventListener('abort', abort);
    if (this.#state.name === 'ending') this.#endWhenDone();
  }

  /** Not before: until then there may be something to cancel. */
  #endWhenDone(): void {
    if (this.#state.name !== 'ending' || this.#pending.size > 0 || !this.#outbox.isEmpty) return;
    this.#parts.call.end();
  }

  #close(error: IsopodError): void {
    if (this.#state.name === 'closed') return;
    this.#state = { name: 'closed', error };
    this.#outbox.close();
    const unfinished = [...this.#pending];
    for (const [executionId, pending] of unfinished) {
      this.#forget(executionId, pending);
      pending.reject(error);
    }
    this.#closed.resolve();
  }
}

function endedBy(address: string): IsopodError {
  return new IsopodError('UNREACHABLE', `Could not go on with the stream: ${address} has ended it`);
}

function tooMany(what: string): IsopodError {
  return new IsopodError(
    'TOO_MANY_EXECUTIONS',
    `Could not start an execution: the stream already has ${what}`,
  );
}
