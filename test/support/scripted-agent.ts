/** An agent that does what a test tells it to, at the coordinator's end of its stream. */
import type { NodeRoster } from '../../coordinator/sessions/node-roster.ts';
import type { NodeSession, NodeStream } from '../../coordinator/sessions/node-session.ts';
import type { LogEntry } from '../../shared/execution/outcome.ts';
import type {
  MessageToNode,
  NodeHello,
  NodeLoad,
  RefusalReason,
  RunEvents,
  RunHostCallReply,
  RunStart,
} from '../../shared/wire/node-messages.ts';
import { exampleOutcome } from './example-execution.ts';
import { exampleHello, exampleLoad } from './example-node.ts';

export class ScriptedAgent implements NodeStream {
  readonly session: NodeSession;
  readonly messages: MessageToNode[] = [];
  /** Runs it was given and has not answered, in order. */
  readonly running = new Map<number, RunStart>();
  readonly cancelledRunIds: number[] = [];
  readonly replies: RunHostCallReply[] = [];
  /** Set when the coordinator closes the stream. */
  closedFor: string | undefined;
  /** Its stream takes no more, until `drained`. */
  isFull = false;
  readonly #roster: NodeRoster;
  #heartbeats = 0;

  constructor(roster: NodeRoster, hello: Partial<NodeHello> = {}) {
    this.#roster = roster;
    this.session = roster.join(exampleHello(hello), this);
  }

  get runIds(): number[] {
    return [...this.running.keys()];
  }

  /** What it was given, by source. */
  get sources(): string[] {
    return [...this.running.values()].map(({ execution }) => execution.program.source);
  }

  write(message: MessageToNode): boolean {
    this.messages.push(message);
    if (message.name === 'run-commands') {
      for (const start of message.commands.starts) this.running.set(start.runId, start);
      this.cancelledRunIds.push(...message.commands.cancelledRunIds);
      this.replies.push(...message.commands.hostCallReplies);
    }
    return !this.isFull;
  }

  close(reason: string): void {
    this.closedFor = reason;
    this.running.clear();
  }

  drained(): void {
    this.isFull = false;
    this.session.writable();
  }

  end(runId: number, given: Parameters<typeof exampleOutcome>[0] = {}): void {
    this.running.delete(runId);
    this.say({ ended: [{ runId, outcome: exampleOutcome(given) }] });
  }

  refuse(runId: number, reason: RefusalReason = 'NODE_BUSY'): void {
    this.running.delete(runId);
    this.say({ refused: [{ runId, reason }] });
  }

  call(runId: number, callId: number, argumentJson = '1'): void {
    this.say({ hostCalls: [{ runId, call: { callId, toolName: 'tool', argumentJson } }] });
  }

  log(runId: number, lines: readonly LogEntry[]): void {
    this.say({ logs: [{ runId, lines }] });
  }

  say(events: Partial<RunEvents>): void {
    const none = { logs: [], progress: [], hostCalls: [], ended: [], refused: [] };
    this.session.receive({ name: 'run-events', events: { ...none, ...events } });
  }

  heartbeat(given: { load?: Partial<NodeLoad>; isDraining?: boolean } = {}): void {
    const { load, isDraining = false } = given;
    const sequence = ++this.#heartbeats;
    this.session.receive({ name: 'heartbeat', sequence, load: exampleLoad(load), isDraining });
    this.#roster.changed(this.session);
  }

  /** Its stream breaks. */
  vanish(): void {
    this.#roster.leave(this.session, 'the connection broke');
  }
}
