/**
 * The runs that came over one stream: each is begun in the pool, and everything that becomes of
 * it goes back over the same stream, in order and in batches. When the stream is gone, so is
 * everyone who waits for them: all are cancelled, and what they still say is dropped.
 */
import type { Execution } from '../../shared/execution/execution.ts';
import { failedCall, type HostCall } from '../../shared/execution/host-call.ts';
import type { LogEntry, Outcome } from '../../shared/execution/outcome.ts';
import { weightOfResult } from '../../shared/execution/payload.ts';
import type {
  RefusalReason,
  RunCommands,
  RunEnded,
  RunEvents,
  RunHostCall,
  RunLogs,
  RunProgress,
  RunRefused,
  RunStart,
} from '../../shared/wire/node-messages.ts';
import { Outbox } from '../../shared/wire/outbox.ts';
import { ProgramsKept } from '../../shared/wire/programs-on-stream.ts';
import { WireError } from '../../shared/wire/wire-error.ts';
import {
  type BusyReason,
  NodeBusy,
  type RunExecutor,
  type RunHandle,
  type RunObserver,
} from '../pool/run-request.ts';

type RunEvent =
  | { readonly name: 'logs'; readonly event: RunLogs }
  | { readonly name: 'progress'; readonly event: RunProgress }
  | { readonly name: 'called'; readonly event: RunHostCall }
  | { readonly name: 'ended'; readonly event: RunEnded }
  | { readonly name: 'refused'; readonly event: RunRefused };

const refusalOf: Readonly<Record<BusyReason, RefusalReason>> = {
  QUEUE_FULL: 'NODE_BUSY',
  BYTES_FULL: 'NODE_BUSY',
  TENANT_QUEUE_FULL: 'TENANT_FULL',
  DRAINING: 'NODE_DRAINING',
};

/** The stream, as far as runs are concerned. */
interface LinkRunsParts {
  /** False when the stream is full; then `writable` is called. */
  write(events: RunEvents): boolean;
  /** No run is left to answer, and every answer has been handed to the stream. */
  allAnswered(): void;
  /** The coordinator reads so little that its stream has to end, and its runs with it. */
  overflowed(unreadBytes: number): void;
}

/** Above this a coordinator that does not read gets no more runs from us, and no more calls. */
const unreadBytesMax = 64 * 1024 * 1024;
/** Above this, which runs that were accepted before can bring about, its stream is ended. */
const unreadBytesHardMax = 2 * unreadBytesMax;
/** Above this nothing is said of progress: there is soon more of it. */
const progressUnreadBytesMax = 1024 * 1024;
/** What an event weighs in a message beyond its texts, roughly. */
const eventBytes = 64;

export class LinkRuns {
  readonly #executor: RunExecutor;
  readonly #parts: LinkRunsParts;
  readonly #handles = new Map<number, RunHandle>();
  readonly #outbox: Outbox<RunEvent>;
  readonly #programs = new ProgramsKept();

  constructor(executor: RunExecutor, parts: LinkRunsParts) {
    this.#executor = executor;
    this.#parts = parts;
    this.#outbox = new Outbox({
      write: (events) => parts.write(byKind(events)),
      flushed: () => {
        if (this.isDone) parts.allAnswered();
      },
    });
  }

  /** Whether everything that was to be said has been handed to the stream. */
  get isDone(): boolean {
    return this.#handles.size === 0 && this.#outbox.isEmpty;
  }

  /** Throws WireError where an id is used twice. */
  obey({ starts, hostCallReplies, cancelledRunIds }: RunCommands): void {
    for (const start of starts) this.#start(start);
    for (const { runId, reply } of hostCallReplies) this.#handles.get(runId)?.reply(reply);
    for (const runId of cancelledRunIds) this.#handles.get(runId)?.cancel();
  }

  writable(): void {
    this.#outbox.writable();
  }

  /** The stream is gone. */
  close(): void {
    this.#outbox.close();
    for (const handle of this.#handles.values()) handle.cancel();
    this.#handles.clear();
  }

  #start({ runId, execution, deadlineMs, isProgramKept }: RunStart): void {
    if (this.#handles.has(runId))
      throw new WireError(`Could not begin run ${runId}: a run of this id is there`);
    if (this.#outbox.bytes > unreadBytesMax) {
      this.#refuse(runId, 'NODE_BUSY');
      return;
    }
    const program = isProgramKept ? this.#programs.get(execution.program.hash) : execution.program;
    if (!program) {
      this.#refuse(runId, 'PROGRAM_UNKNOWN');
      return;
    }
    this.#begin(runId, isProgramKept ? { ...execution, program } : execution, deadlineMs);
  }

  #begin(runId: number, execution: Execution, deadlineMs: number): void {
    this.#programs.keep(execution.program);
    try {
      const request = Number.isFinite(deadlineMs) ? { execution, deadlineMs } : { execution };
      this.#handles.set(runId, this.#executor.start(request, new RunVoice(runId, this.#hearing)));
    } catch (thrown) {
      if (!(thrown instanceof NodeBusy)) throw thrown;
      this.#refuse(runId, refusalOf[thrown.reason]);
    }
  }

  #called(runId: number, call: HostCall): void {
    const { callId, argumentJson } = call;
    if (this.#outbox.bytes <= unreadBytesMax) {
      const bytes = eventBytes + (argumentJson?.length ?? 0);
      this.#outbox.push({ name: 'called', event: { runId, call } }, bytes);
      return;
    }
    const why = 'The call was not passed on: too much waits for the coordinator to read it';
    const result = failedCall('HostCallUnanswered', why);
    this.#handles.get(runId)?.reply({ callId, result });
  }

  #refuse(runId: number, reason: RefusalReason): void {
    this.#outbox.push({ name: 'refused', event: { runId, reason } }, eventBytes);
  }

  readonly #hearing: Hearing = {
    push: (event, bytes) => this.#push(event, bytes),
    progress: (event) => {
      if (this.#outbox.bytes > progressUnreadBytesMax) return;
      this.#outbox.push({ name: 'progress', event }, eventBytes + event.valueJson.length);
    },
    called: (runId, call) => this.#called(runId, call),
    ended: (event) => {
      this.#handles.delete(event.runId);
      this.#push({ name: 'ended', event }, bytesOfOutcome(event.outcome));
    },
  };

  /** What a run says that cannot be left out. */
  #push(event: RunEvent, bytes: number): void {
    const unreadBytes = this.#outbox.bytes;
    if (unreadBytes > unreadBytesHardMax) this.#parts.overflowed(unreadBytes);
    else this.#outbox.push(event, bytes);
  }
}

/** Where the runs of one link are heard. */
interface Hearing {
  push(event: RunEvent, bytes: number): void;
  progress(event: RunProgress): void;
  called(runId: number, call: HostCall): void;
  ended(event: RunEnded): void;
}

/** One for each run, of which there are tens of thousands a second: it has no functions of its own. */
class RunVoice implements RunObserver {
  readonly #runId: number;
  readonly #hearing: Hearing;

  constructor(runId: number, hearing: Hearing) {
    this.#runId = runId;
    this.#hearing = hearing;
  }

  logs(lines: readonly LogEntry[]): void {
    this.#hearing.push({ name: 'logs', event: { runId: this.#runId, lines } }, bytesOfLogs(lines));
  }

  progress(valueJson: string): void {
    this.#hearing.progress({ runId: this.#runId, valueJson });
  }

  called(call: HostCall): void {
    this.#hearing.called(this.#runId, call);
  }

  ended(outcome: Outcome): void {
    this.#hearing.ended({ runId: this.#runId, outcome });
  }
}

function byKind(items: readonly RunEvent[]): RunEvents {
  const events = {
    logs: [] as RunLogs[],
    progress: [] as RunProgress[],
    hostCalls: [] as RunHostCall[],
    ended: [] as RunEnded[],
    refused: [] as RunRefused[],
  };
  for (const item of items) {
    if (item.name === 'ended') events.ended.push(item.event);
    else if (item.name === 'logs') events.logs.push(item.event);
    else if (item.name === 'progress') events.progress.push(item.event);
    else if (item.name === 'called') events.hostCalls.push(item.event);
    else events.refused.push(item.event);
  }
  return events;
}

function bytesOfLogs(lines: readonly LogEntry[]): number {
  let bytes = eventBytes;
  for (const { text } of lines) bytes += eventBytes + text.length;
  return bytes;
}

function bytesOfOutcome(outcome: Outcome): number {
  const { error } = outcome;
  const errorChars = error ? error.message.length + error.stack.length : 0;
  return eventBytes + weightOfResult(outcome) + errorChars;
}
