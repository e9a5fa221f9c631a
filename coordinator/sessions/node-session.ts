/**
 * One agent's stream, as the coordinator sees it. Runs go out in batches, one write for what one
 * turn of the event loop gathered; the agent's answers are matched to tickets here.
 *
 *   active ──heartbeat says so, or goodbye──▶ draining ──▶ closed
 *      └── stream ends, silence, a message that cannot be ──────▲
 *
 * It begins with the agent's hello; services/node-service.ts has what comes before.
 *
 * A run that is on the node when the session closes is lost: nothing is resumed.
 */
import { bytesOfResult, failedCall, type HostCallReply } from '../../shared/execution/host-call.ts';
import type { Place } from '../../shared/nodes/place.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type {
  MessageFromNode,
  MessageToNode,
  NodeHello,
  NodeLoad,
  RunEvents,
  RunHostCallReply,
  RunStart,
} from '../../shared/wire/node-messages.ts';
import type { SessionAnswer, SessionCall } from '../../shared/wire/node-session-codec.ts';
import { Outbox } from '../../shared/wire/outbox.ts';
import { ProgramsSent } from '../../shared/wire/programs-on-stream.ts';
import { WireError } from '../../shared/wire/wire-error.ts';
import type { RunOwner, RunPlace } from '../admission/run-place.ts';
import type { Ticket } from '../admission/ticket.ts';
import type { RunFeedback } from '../balancing/balancer.ts';
import type { NodeGuard } from '../resilience/node-guard.ts';
import type { RunClass } from '../resilience/run-class.ts';
import { ClaimAudit } from './claim-audit.ts';
import { NodeCalls } from './node-calls.ts';
import { RunsOnNode } from './runs-on-node.ts';

/** The agent's stream, whatever carries it. */
export interface NodeStream {
  /** False when it is full: nothing more until `NodeSession.writable` is called. */
  write(message: MessageToNode): boolean;
  close(reason: string): void;
}

interface NodeSessionParts {
  readonly owner: RunOwner;
  /** The node's own; it is told of every run. */
  readonly guard: NodeGuard;
  readonly feedback: RunFeedback;
  readonly clock: Clock;
}

type SessionState = 'active' | 'draining' | 'closed';

const emptyLoad: NodeLoad = {
  runsInFlight: 0,
  runsWaiting: 0,
  hostsLive: 0,
  hostsBusy: 0,
  cpuPermille: 0,
  memoryBytes: 0,
  runsEnded: 0,
  runsFaulted: 0,
};
/** What a run weighs in a message beyond its texts, roughly. */
const startBytes = 200;
const cancelBytes = 8;
const replyBytes = 64;
/** Of commands that wait for the stream: above it the node gets no new runs. */
const unsentBytesMax = 8 * 1024 * 1024;

/** Of replies beside that: above it a run gets an error in the place of one. */
const repliesBytesMax = 64 * 1024 * 1024;

type Command =
  | { readonly start: RunStart }
  | { readonly hostCallReply: RunHostCallReply }
  | { readonly cancelledRunId: number };

const unsent = failedCall(
  'HostCallUnanswered',
  'The reply was not passed on: too much waits for the node to read it',
);

export class NodeSession implements RunPlace {
  readonly hello: NodeHello;
  readonly guard: NodeGuard;
  readonly layers: ReadonlySet<string>;
  readonly connectedAtMs: number;
  readonly #stream: NodeStream;
  readonly #owner: RunOwner;
  readonly #clock: Clock;
  readonly #runs: RunsOnNode;
  readonly #audit = new ClaimAudit();
  readonly #outbox: Outbox<Command>;
  readonly #programs = new ProgramsSent();
  readonly #calls: NodeCalls;
  #state: SessionState = 'active';
  #goodbye: 'unsaid' | 'owed' | 'said' = 'unsaid';
  #load = emptyLoad;
  #heardAtMs: number;
  /** Less than its capacity from a refusal until it says that it has room again. */
  #runsMaxNow: number;

  constructor(
    hello: NodeHello,
    stream: NodeStream,
    { owner, guard, feedback, clock }: NodeSessionParts,
  ) {
    this.hello = hello;
    this.layers = new Set(hello.posture.layers);
    this.#stream = stream;
    this.#owner = owner;
    this.guard = guard;
    this.#clock = clock;
    this.#runs = new RunsOnNode({ guard, feedback, clock });
    this.#calls = new NodeCalls(clock);
    this.#runsMaxNow = hello.capacity.runsMax;
    this.#outbox = new Outbox({
      write: (commands) => this.#write(commands),
      flushed: () => {
        this.#sayGoodbyeWhenDue();
        owner.roomFreed();
      },
    });
    this.connectedAtMs = clock.epochMs();
    this.#heardAtMs = clock.nowMs();
  }

  get nodeId(): string {
    return this.hello.nodeId;
  }

  get startedAtMs(): number {
    return this.hello.posture.startedAtMs;
  }

  get place(): Place | undefined {
    return this.hello.place;
  }

  get hasEgress(): boolean {
    return this.hello.hasEgress ?? false;
  }

  get weight(): number | undefined {
    return this.hello.weight;
  }

  get state(): SessionState {
    return this.#state;
  }

  get runsOutstanding(): number {
    return this.#runs.size;
  }

  get runsMax(): number {
    return this.hello.capacity.runsMax;
  }

  get hasRoom(): boolean {
    return this.#hasRoomFor('interactive');
  }

  get hasRoomForBatch(): boolean {
    return this.#hasRoomFor('batch');
  }

  #hasRoomFor(runClass: RunClass): boolean {
    if (this.#runs.size >= this.#runsMaxNow || this.#outbox.bytes >= unsentBytesMax) return false;
    return this.guard.admits(runClass);
  }

  get load(): NodeLoad {
    return this.#load;
  }

  /** Clock.nowMs of the last message. */
  get heardAtMs(): number {
    return this.#heardAtMs;
  }

  /** Gives the node a run. The caller has seen that there is room. */
  start(ticket: Ticket): void {
    const runId = this.#runs.begin(ticket);
    ticket.assign(this, runId, this.#clock.nowMs());
    const { execution, deadlineMs } = ticket;
    const start = { runId, execution, deadlineMs };
    if (this.#programs.noteRun(execution.program))
      this.#outbox.push(
        { start: { ...start, isProgramKept: true } },
        startBytes + ticket.inputBytes,
      );
    else this.#outbox.push({ start }, startBytes + ticket.bytes);
  }

  holdsProgram(hash: string): boolean {
    return this.#programs.has(hash);
  }

  cancelRun(runId: number): void {
    if (!this.#runs.has(runId)) return;
    this.#outbox.push({ cancelledRunId: runId }, cancelBytes);
  }

  reply(runId: number, { callId, result }: HostCallReply): void {
    if (!this.#runs.has(runId)) return;
    const isFull = this.#outbox.bytes > repliesBytesMax;
    const passedOn = isFull ? unsent : result;
    const reply = { callId, result: passedOn };
    this.#outbox.push({ hostCallReply: { runId, reply } }, replyBytes + bytesOfResult(passedOn));
  }

  /** Throws WireError where the agent breaks the protocol; the caller then closes. */
  receive(message: MessageFromNode): void {
    this.#heardAtMs = this.#clock.nowMs();
    try {
      this.#receive(message);
    } catch (thrown) {
      if (thrown instanceof WireError) this.guard.violated();
      throw thrown;
    }
  }

  #receive(message: MessageFromNode): void {
    switch (message.name) {
      case 'hello':
        throw new WireError(`Could not go on with node ${this.nodeId}: it said hello twice`);
      case 'heartbeat':
        this.#receiveHeartbeat(message.load);
        if (message.isDraining && this.#goodbye === 'unsaid') {
          if (this.#state === 'active') this.#state = 'draining';
          this.#goodbye = 'owed';
          this.#sayGoodbyeWhenDue();
        }
        return;
      case 'session-answer':
        return this.#calls.answered(message.callId, message.answer);
      case 'run-events':
        this.#receiveEvents(message.events);
    }
  }

  /** The stream takes messages again. */
  writable(): void {
    this.#outbox.writable();
  }

  /** Idempotent. Every run on the node is lost. */
  close(reason: string): void {
    if (this.#state === 'closed') return;
    this.#state = 'closed';
    this.#outbox.close();
    this.#calls.close();
    this.#stream.close(reason);
    for (const ticket of this.#runs.loseAll()) this.#owner.lost(ticket);
  }

  /** Undefined where no answer came, since the stream ended or in time. */
  callSessions(call: SessionCall): Promise<SessionAnswer | undefined> {
    if (this.#state === 'closed') return Promise.resolve(undefined);
    return this.#calls.call((callId) => {
      this.#stream.write({ name: 'session-call', callId, call });
    });
  }

  /** Another session has taken its place; it finishes what it has. */
  retire(): void {
    if (this.#state === 'active') this.#state = 'draining';
  }

  /** Tells the agent that no new runs will come from here. */
  sayGoodbye(): void {
    if (this.#state === 'active') this.#state = 'draining';
    this.#goodbye = 'owed';
    this.#sayGoodbyeWhenDue();
  }

  /** Behind every run that was sent. */
  #sayGoodbyeWhenDue(): void {
    if (this.#goodbye !== 'owed' || !this.#outbox.isEmpty || this.#state === 'closed') return;
    this.#goodbye = 'said';
    this.#stream.write({ name: 'goodbye' });
  }

  #receiveHeartbeat(load: NodeLoad): void {
    this.#load = load;
    const runsClaimed = load.runsInFlight + load.runsWaiting;
    this.#auditRuns(runsClaimed);
    if (load.runsWaiting === 0) this.#runs.nothingWaits();
    for (const { runId, ticket } of this.#runs.giveUpOverdue()) {
      this.cancelRun(runId);
      this.#owner.lost(ticket);
    }
    if (this.#runsMaxNow === this.runsMax || runsClaimed >= this.runsMax) return;
    this.#runsMaxNow = this.runsMax;
    this.#owner.roomFreed();
  }

  #auditRuns(runsClaimed: number): void {
    const forgotten = this.#audit.heard(runsClaimed, this.#runs, this.#clock.nowMs());
    if (forgotten === 0) return;
    throw new WireError(
      `Could not go on with node ${this.nodeId}: it has forgotten ${forgotten} runs`,
    );
  }

  #receiveEvents(events: RunEvents): void {
    for (const { runId, lines } of events.logs) this.#ticketOf(runId)?.logs(lines);
    for (const { runId, valueJson } of events.progress) this.#ticketOf(runId)?.progress(valueJson);
    for (const { runId, call } of events.hostCalls) this.#ticketOf(runId)?.called(call);
    for (const { runId, outcome } of events.ended) {
      const ticket = this.#ticketOf(runId);
      this.#runs.ended(runId, outcome);
      // An agent that stops rejects what it has not begun, which another may still take.
      if (ticket && outcome.word === 'REJECTED') this.#refused(ticket);
      else if (ticket) {
        ticket.end(outcome);
        this.#owner.runEnded(ticket);
      }
    }
    for (const { runId, reason } of events.refused) {
      const ticket = this.#ticketOf(runId);
      this.#runs.refused(runId);
      if (ticket && reason === 'PROGRAM_UNKNOWN') {
        this.#programs.forget(ticket.execution.program.hash);
        this.#owner.refused(ticket);
      } else if (ticket && reason === 'TENANT_FULL') this.#owner.refused(ticket, true);
      else if (ticket) this.#refused(ticket);
    }
    this.#owner.roomFreed();
  }

  /** Others fill this node too: what it takes is what it has, for the time being. */
  #refused(ticket: Ticket): void {
    this.#runsMaxNow = Math.min(this.#runsMaxNow, this.#runs.size);
    this.#owner.refused(ticket);
  }

  /** Undefined where it is not waited for any more. */
  #ticketOf(runId: number): Ticket | undefined {
    const ticket = this.#runs.ticketOf(runId);
    if (ticket) return ticket === 'given-up' ? undefined : ticket;
    throw new WireError(
      `Could not go on with node ${this.nodeId}: it spoke of run ${runId}, which it has not`,
    );
  }

  #write(batch: readonly Command[]): boolean {
    const starts: RunStart[] = [];
    const hostCallReplies: RunHostCallReply[] = [];
    const cancelledRunIds: number[] = [];
    for (const command of batch) {
      if ('start' in command) starts.push(command.start);
      else if ('hostCallReply' in command) hostCallReplies.push(command.hostCallReply);
      else cancelledRunIds.push(command.cancelledRunId);
    }
    const commands = { starts, hostCallReplies, cancelledRunIds };
    return this.#stream.write({ name: 'run-commands', commands });
  }
}
