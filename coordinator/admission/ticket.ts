/**
 * One execution inside the coordinator, from its acceptance to its one answer.
 *
 *   queued ──assign──▶ assigned ──cancel──▶ cancelling ──ended, refused, lost──▶ answered
 *     ▲  │                │  └── ended, lost once too often ────────────────────────▲ ▲
 *     └──┼─ refused, lost ┘                                                         │ │
 *        └── cancelled, too late ───────────────────────────────────────────────────┘ │
 *                        given up by its caller, from wherever it is ─────────────────┘
 *
 * A ticket that was given up (deadline, cancel of the call) is answered at once, while its run
 * keeps its place on the node until the node has said that it ended.
 */
import { deadlineExceeded, type IsopodError } from '../../shared/errors/isopod-error.ts';
import type { Execution } from '../../shared/execution/execution.ts';
import type { HostCall, HostCallReply, HostCallResult } from '../../shared/execution/host-call.ts';
import type { LogEntry, Outcome } from '../../shared/execution/outcome.ts';
import { sizeOfInput } from '../../shared/execution/payload.ts';
import { defaultPriority } from '../../shared/execution/priority.ts';
import { programBytes } from '../../shared/execution/program-size.ts';
import { nodeIdOfSession } from '../../shared/sessions/session-terms.ts';
import { isFaultyReason, isFaultyWord } from '../health/readings/cluster-fault.ts';
import { demandOf } from './demand.ts';
import { OpenCalls } from './open-calls.ts';
import { type UnrunWord, unrunOutcome } from './unrun-outcome.ts';

/** Hears of one execution. Exactly one of `ended` and `failed` is called, and only `used` after it. */
export interface ExecutionObserver {
  logs(entries: readonly LogEntry[]): void;
  /** How far it says that it is, as JSON. Absent where nobody listens. */
  progress?(valueJson: string): void;
  /** It calls and waits for Ticket.reply. Absent where executions have no tools. */
  called?(call: HostCall): void;
  /** A node says what it cost, also of one that was given up. May come after its answer. */
  used(cpuUs: number): void;
  ended(outcome: Outcome): void;
  failed(error: IsopodError): void;
}

/** Where a run is when a node has it. */
interface Assignment {
  cancelRun(runId: number): void;
  reply(runId: number, reply: HostCallReply): void;
  readonly nodeId: string;
  /** It fetches for programs. */
  readonly hasEgress: boolean;
}

export type TicketState =
  | { readonly name: 'queued'; readonly sinceMs: number }
  | {
      readonly name: 'assigned' | 'cancelling';
      readonly node: Assignment;
      readonly runId: number;
    }
  | { readonly name: 'answered' };

interface TicketParts {
  readonly execution: Execution;
  readonly observer: ExecutionObserver;
  readonly nowMs: number;
  /** Clock.nowMs at which its caller stops waiting; Infinity for never. */
  readonly deadlineMs: number;
  /** `isFault` where the answer is the cluster's fault. */
  onAnswered(ticket: Ticket, isFault: boolean): void;
}

const answered: TicketState = { name: 'answered' };

export class Ticket {
  readonly execution: Execution;
  /** What it demands of a node, as one word: those of the same word can run on the same nodes. */
  readonly demand: string;
  /** The one node that can run it: that of its session. */
  readonly homeNodeId: string | undefined;
  /** Of source and input: what it holds while it waits. */
  readonly bytes: number;
  /** Of input alone: what it brings where its program is known. */
  readonly inputBytes: number;
  /** Clock.nowMs at which its caller stops waiting; Infinity for never. */
  readonly deadlineMs: number;
  readonly priority: number;
  readonly #observer: ExecutionObserver;
  readonly #onAnswered: (ticket: Ticket, isFault: boolean) => void;
  #state: TicketState;
  #queuedMs = 0;
  #nodesLost = 0;
  #lostNodeId = '';
  /** Begun on nodes it is not on any more, as far as they said. */
  #attemptsBefore = 0;
  /** Begun on the node it is on, as far as its logs tell. */
  #attemptsSeen = 0;
  /** It may have acted on the outside, on this node or one that was lost. */
  #hadEffects = false;
  /** Few executions call, so it is made by the first that does. */
  #calls: OpenCalls | undefined;

  constructor({ execution, observer, nowMs, deadlineMs, onAnswered }: TicketParts) {
    this.execution = execution;
    this.homeNodeId =
      execution.sessionId === undefined ? undefined : nodeIdOfSession(execution.sessionId);
    this.demand = demandOf(execution, this.homeNodeId);
    this.inputBytes = sizeOfInput(execution);
    this.bytes = programBytes(execution.program) + this.inputBytes;
    this.deadlineMs = deadlineMs;
    this.priority = execution.priority ?? defaultPriority;
    this.#state = { name: 'queued', sinceMs: nowMs };
    this.#observer = observer;
    this.#onAnswered = onAnswered;
  }

  get state(): TicketState {
    return this.#state;
  }

  get isAnswered(): boolean {
    return this.#state.name === 'answered';
  }

  /** Whether it may be begun again after it has been lost. */
  get isRepeatable(): boolean {
    return !this.#hadEffects || this.execution.isIdempotent;
  }

  /** How many nodes were lost while they had it. */
  get nodesLost(): number {
    return this.#nodesLost;
  }

  /** How long it has waited for nodes, all in all. */
  waitedMs(nowMs: number): number {
    const state = this.#state;
    return this.#queuedMs + (state.name === 'queued' ? nowMs - state.sinceMs : 0);
  }

  assign(node: Assignment, runId: number, nowMs: number): void {
    this.#queuedMs = this.waitedMs(nowMs);
    this.#state = { name: 'assigned', node, runId };
  }

  /** Its caller wants it ended; the node that has it will say how it was. */
  cancelling(): void {
    if (this.#state.name === 'assigned') this.#state = { ...this.#state, name: 'cancelling' };
  }

  /** Its node did not begin it. */
  refused(nowMs: number): void {
    this.#state = { name: 'queued', sinceMs: nowMs };
  }

  /** Its node is gone; it may be begun again elsewhere. */
  lost(nowMs: number): void {
    if (this.#state.name !== 'assigned' && this.#state.name !== 'cancelling') return;
    const { nodeId, hasEgress } = this.#state.node;
    this.#lostNodeId = nodeId;
    // A node tells of no fetch but at the end, which has not come.
    this.#hadEffects ||= hasEgress && mayFetch(this.execution);
    this.#nodesLost++;
    this.#attemptsBefore += Math.max(1, this.#attemptsSeen);
    this.#attemptsSeen = 0;
    this.#calls?.forgetAll();
    this.#state = { name: 'queued', sinceMs: nowMs };
  }

  logs(entries: readonly LogEntry[]): void {
    if (this.#state.name === 'answered') return;
    for (const { attempt } of entries) this.#attemptsSeen = Math.max(this.#attemptsSeen, attempt);
    const before = this.#attemptsBefore;
    this.#observer.logs(
      before === 0
        ? entries
        : entries.map((entry) => ({ ...entry, attempt: before + entry.attempt })),
    );
  }

  progress(valueJson: string): void {
    if (this.#state.name !== 'answered') this.#observer.progress?.(valueJson);
  }

  called(call: HostCall): void {
    if (this.#state.name === 'answered') return;
    this.#hadEffects = true;
    this.#calls ??= new OpenCalls();
    const callId = this.#calls.open(call.callId);
    this.#observer.called?.({ ...call, callId });
  }

  /** What came of a call; one that is not waited for, or not any more, is passed over. */
  reply({ callId, result }: HostCallReply): void {
    const state = this.#state;
    const callIdThere = this.#calls?.close(callId);
    if (callIdThere === undefined) return;
    if (state.name === 'assigned' || state.name === 'cancelling')
      state.node.reply(state.runId, { callId: callIdThere, result });
  }

  /** Nobody will reply to what it waits for now. */
  replyToAll(result: HostCallResult): void {
    for (const callId of this.#calls?.ids ?? []) this.reply({ callId, result });
  }

  /** The node's outcome, completed with what only the coordinator knows. */
  end(outcome: Outcome): void {
    const state = this.#state;
    this.#observer.used(outcome.usage.cpuUs);
    if (state.name === 'answered') return;
    // A node that nobody told to cancel has seen the deadline pass, a moment before us.
    if (outcome.word === 'CANCELLED' && state.name !== 'cancelling') {
      this.fail(deadlineExceeded());
      return;
    }
    // Whatever a node says of a run is its own tenant's doing: no other has been in that host.
    this.#answered(false);
    this.#observer.ended({
      ...outcome,
      usage: {
        ...outcome.usage,
        queuedUs: outcome.usage.queuedUs + Math.round(this.#queuedMs * 1000),
        attempts: this.#attemptsBefore + outcome.usage.attempts,
        nodeId: state.name === 'queued' ? '' : state.node.nodeId,
        inputBytes: this.bytes,
        ...this.#functionVersion(),
      },
    });
  }

  /** Ends it without a word from a node. */
  endUnrun(word: UnrunWord, nowMs: number): void {
    if (this.#state.name === 'answered') return;
    const queuedUs = Math.round(this.waitedMs(nowMs) * 1000);
    this.#answered(isFaultyWord(word));
    this.#observer.ended(
      unrunOutcome(word, this.#hadEffects, {
        queuedUs,
        attempts: this.#attemptsBefore,
        nodeId: this.#lostNodeId,
        inputBytes: this.bytes,
        ...this.#functionVersion(),
      }),
    );
  }

  fail(error: IsopodError): void {
    if (this.#state.name === 'answered') return;
    this.#answered(isFaultyReason(error.reason));
    this.#observer.failed(error);
  }

  #functionVersion(): { functionVersion?: string } {
    const { functionVersion } = this.execution;
    return functionVersion === undefined ? {} : { functionVersion };
  }

  #answered(isFault: boolean): void {
    this.#state = answered;
    this.#onAnswered(this, isFault);
  }
}

/** As far as its caller and its tenant are concerned; a deterministic one never does. */
function mayFetch({ determinism, egressRules }: Execution): boolean {
  return determinism === undefined && egressRules?.length !== 0;
}
