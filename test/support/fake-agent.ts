/**
 * A node-agent over a real socket that does what a test tells it to: it says hello, takes runs,
 * and answers each when and as the test says, or with `answer` at once.
 */
import {
  type ChannelCredentials,
  type ClientDuplexStream,
  credentials,
  Metadata,
  type StatusObject,
} from '@grpc/grpc-js';
import type { LogEntry } from '../../shared/execution/outcome.ts';
import type { ConnectRequest } from '../../shared/generated/isopod/v1/ConnectRequest.ts';
import type { ConnectResponse__Output } from '../../shared/generated/isopod/v1/ConnectResponse.ts';
import { serverCheckOf } from '../../shared/tls/server-name.ts';
import { messageFromNodeToWire, messageToNodeFromWire } from '../../shared/wire/node-codec.ts';
import type {
  MessageFromNode,
  MessageToNode,
  NodeHello,
  RunEvents,
  RunStart,
} from '../../shared/wire/node-messages.ts';
import { NodeService } from '../../shared/wire/services.ts';
import { Arrivals } from './arrivals.ts';
import { exampleOutcome } from './example-execution.ts';
import { exampleHello, exampleLoad } from './example-node.ts';

type Given = Parameters<typeof exampleOutcome>[0];

interface FakeAgentOptions {
  readonly token: string;
  /** @default in the clear */
  readonly secure?: ChannelCredentials;
  /** How every run ends, at once; without it the test answers each. */
  readonly answer?: (start: RunStart) => Given;
}

export class FakeAgent {
  /** Runs, cancels and all else, each as it comes. */
  readonly runs = new Arrivals<RunStart>();
  readonly cancels = new Arrivals<number>();
  readonly messages = new Arrivals<MessageToNode>();
  /** How the stream ended. */
  readonly status: Promise<StatusObject>;
  readonly #client;
  readonly #stream: ClientDuplexStream<ConnectRequest, ConnectResponse__Output>;
  readonly #answer: FakeAgentOptions['answer'];
  #heartbeats = 0;

  /** Dials, and says nothing. */
  constructor(address: string, options: FakeAgentOptions) {
    const { token, answer, secure = credentials.createInsecure() } = options;
    this.#client = new NodeService(address, secure, {
      'grpc.max_receive_message_length': -1,
      ...(options.secure ? serverCheckOf(address, 'localhost').channelOptions : {}),
    });
    this.#answer = answer;
    const metadata = new Metadata();
    metadata.set('authorization', `Bearer ${token}`);
    this.#stream = this.#client.Connect(metadata);
    this.#stream.on('error', () => {});
    this.#stream.on('data', (wire: ConnectResponse__Output) =>
      this.#receive(messageToNodeFromWire(wire, 0)),
    );
    this.status = new Promise((resolve) => this.#stream.on('status', resolve));
  }

  /** Dials, says hello and waits for the welcome. */
  static async join(
    address: string,
    options: FakeAgentOptions,
    hello: Partial<NodeHello> = {},
  ): Promise<FakeAgent> {
    const agent = new FakeAgent(address, options);
    agent.say({ name: 'hello', hello: exampleHello(hello) });
    await agent.messages.next();
    return agent;
  }

  say(message: MessageFromNode): void {
    this.sayRaw(messageFromNodeToWire(message));
  }

  sayRaw(wire: ConnectRequest): void {
    this.#stream.write(wire);
  }

  heartbeat({ isDraining = false } = {}): void {
    const sequence = ++this.#heartbeats;
    this.say({ name: 'heartbeat', sequence, load: exampleLoad(), isDraining });
  }

  log(runId: number, lines: readonly LogEntry[]): void {
    this.#sayEvents({ logs: [{ runId, lines }] });
  }

  progress(runId: number, valueJson: string): void {
    this.#sayEvents({ progress: [{ runId, valueJson }] });
  }

  end(runId: number, given: Given = {}): void {
    this.#sayEvents({ ended: [{ runId, outcome: exampleOutcome(given) }] });
  }

  /** Has nothing more to say. */
  halfClose(): void {
    this.#stream.end();
  }

  /** Is gone. */
  break(): void {
    this.#stream.cancel();
    this.#client.close();
  }

  #sayEvents(events: Partial<RunEvents>): void {
    const none = { logs: [], progress: [], hostCalls: [], ended: [], refused: [] };
    this.say({ name: 'run-events', events: { ...none, ...events } });
  }

  #receive(message: MessageToNode): void {
    if (message.name !== 'run-commands') {
      this.messages.add(message);
      return;
    }
    for (const start of message.commands.starts) {
      this.runs.add(start);
      if (this.#answer) this.end(start.runId, this.#answer(start));
    }
    for (const runId of message.commands.cancelledRunIds) this.cancels.add(runId);
  }
}
