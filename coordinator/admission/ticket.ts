/**
 * One execution inside the coordinator, from its acceptance to its one answer.
 *
 *   queued ──assign──▶ assigned ──ended──▶ answered
 *     ▲                   │  │                ▲ ▲
 *     └── refused, lost ──┘  └─ lost again ───┘ │
 *     └──────── cancelled, expired ─────────────┘
 *
 * A ticket that was given up by its caller (deadline, cancel of the call) is answered at once,
 * while its run keeps its place on the node until the node has said that it ended.
 */
import type { IsopodError } from '../../shared/errors/isopod-error.ts';
import type { Execution } from '../../shared/execution/execution.ts';
import type { LogEntry, Outcome } from '../../shared/execution/outcome.ts';

/** Hears of one execution. Exactly one of `ended` and `failed` is called, and nothing after it. */
export interface ExecutionObserver {
  logs(entries: readonly LogEntry[]): void;
  ended(outcome: Outcome): void;
  failed(error: IsopodError): void;
}

/** Where a run is when a node has it. */
interface Assignment {
  cancelRun(runId: number): void;
  readonly nodeId: string;
}

export type TicketState =
  | { readonly name: 'queued' }
  | { readonly name: 'assigned'; readonly node: Assignment; readonly runId: number }
  | { readonly name: 'answered' };

const queued: TicketState = { name: 'queued' };
const answered: TicketState = { name: 'answered' };

export class Ticket {
  readonly execution: Execution;
  /** Of source and input: what it holds while it waits. */
  readonly bytes: number;
  /** Clock.nowMs at which its caller stops waiting; Infinity for never. */
  readonly deadlineMs: number;
  readonly arrivedAtMs: number;
  readonly #observer: ExecutionObserver;
  readonly #onAnswered: () => void;
  #state: TicketState = queued;
  #attempts = 0;
  #queuedMs = 0;
  #queuedSinceMs: number;

  constructor(
    execution: Execution,
    observer: ExecutionObserver,
    times: { readonly nowMs: number; readonly deadlineMs: number },
    onAnswered: () => void,
  ) {
    this.execution = execution;
    const inputBytes =
      execution.inputJson === undefined ? 0 : Buffer.byteLength(execution.inputJson);
    this.bytes = Buffer.byteLength(execution.program.source) + inputBytes;
    this.deadlineMs = times.deadlineMs;
    this.arrivedAtMs = times.nowMs;
    this.#queuedSinceMs = times.nowMs;
    this.#observer = observer;
    this.#onAnswered = onAnswered;
  }

  get state(): TicketState {
    return this.#state;
  }

  /** How often a node was given it. */
  get attempts(): number {
    return this.#attempts;
  }

  assign(node: Assignment, runId: number, nowMs: number): void {
    this.#state = { name: 'assigned', node, runId };
    this.#attempts++;
    this.#queuedMs += nowMs - this.#queuedSinceMs;
  }

  /** It was not begun, or is to be begun again. */
  requeue(nowMs: number, { wasBegun }: { wasBegun: boolean }): void {
    this.#state = queued;
    this.#queuedSinceMs = nowMs;
    if (!wasBegun) this.#attempts--;
  }

  logs(entries: readonly LogEntry[]): void {
    if (this.#state.name !== 'answered') this.#observer.logs(entries);
  }

  /** The node's outcome, completed with what only the coordinator knows. */
  end(outcome: Outcome): void {
    const { state } = this;
    if (state.name === 'answered') return;
    this.#state = answered;
    this.#onAnswered();
    this.#observer.ended({
      ...outcome,
      usage: {
        ...outcome.usage,
        queuedUs: outcome.usage.queuedUs + Math.round(this.#queuedMs * 1000),
        // What the node counts are its own attempts; the first of them is this one.
        attempts: Math.max(0, this.#attempts - 1) + outcome.usage.attempts,
        nodeId: state.name === 'assigned' ? state.node.nodeId : '',
        inputBytes: this.bytes,
      },
    });
  }

  fail(error: IsopodError): void {
    if (this.#state.name === 'answered') return;
    this.#state = answered;
    this.#onAnswered();
    this.#observer.failed(error);
  }
}
