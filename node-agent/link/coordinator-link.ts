/**
 * The agent's stream to one coordinator, dialled again for as long as the agent lives.
 *
 *   waiting ──backoff over──▶ dialling ──welcome──▶ active ──goodbye, or drain──▶ finishing
 *      ▲                         │                    │                              │
 *      └────── stream ends ──────┴────────────────────┴──────────────────────────────┤
 *                                                           agent stops ──▶ closed ◀─┘
 */
import type { ClientDuplexStream } from '@grpc/grpc-js';
import { Metadata } from '@grpc/grpc-js';
import type { ConnectRequest } from '../../shared/generated/isopod/v1/ConnectRequest.ts';
import type { ConnectResponse__Output } from '../../shared/generated/isopod/v1/ConnectResponse.ts';
import type { NodeServiceClient } from '../../shared/generated/isopod/v1/NodeService.ts';
import type { Random } from '../../shared/random/random.ts';
import type { Logger } from '../../shared/telemetry/logger.ts';
import type { Clock, Timer } from '../../shared/time/clock.ts';
import { messageFromNodeToWire, messageToNodeFromWire } from '../../shared/wire/node-codec.ts';
import type { MessageFromNode, NodeHello, NodeLoad } from '../../shared/wire/node-messages.ts';
import { WireError } from '../../shared/wire/wire-error.ts';
import type { RunExecutor } from '../pool/run-request.ts';
import { LinkRuns } from './link-runs.ts';

interface CoordinatorLinkParts {
  readonly client: NodeServiceClient;
  readonly nodeToken: string;
  readonly hello: NodeHello;
  readonly executor: RunExecutor;
  readonly readLoad: () => NodeLoad;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
}

type Stream = ClientDuplexStream<ConnectRequest, ConnectResponse__Output>;

type LinkState =
  | { readonly name: 'waiting'; readonly timer: Timer }
  | { readonly name: 'dialling'; readonly stream: Stream; readonly runs: LinkRuns }
  | {
      readonly name: 'active' | 'finishing';
      readonly stream: Stream;
      readonly runs: LinkRuns;
      readonly heartbeats: Heartbeats;
    }
  | { readonly name: 'closed' };

const backoffMsMin = 100;
const backoffMsMax = 5_000;

export class CoordinatorLink {
  readonly #parts: CoordinatorLinkParts;
  #state: LinkState = { name: 'closed' };
  #failures = 0;
  #isDraining = false;

  constructor(parts: CoordinatorLinkParts) {
    this.#parts = parts;
    this.#dial();
  }

  /** Asks for no new runs, and leaves when those it has are answered. */
  drain(): void {
    this.#isDraining = true;
    const state = this.#state;
    if (state.name === 'waiting' || state.name === 'dialling') this.close();
    else if (state.name === 'active') {
      state.heartbeats.beat();
      this.#state = { ...state, name: 'finishing' };
      this.#leaveWhenDone();
    }
  }

  /** Ends the stream and everything that came over it. */
  close(): void {
    const state = this.#state;
    this.#state = { name: 'closed' };
    if (state.name === 'waiting') state.timer.cancel();
    if (state.name === 'closed' || state.name === 'waiting') return;
    if (state.name !== 'dialling') state.heartbeats.stop();
    state.runs.close();
    state.stream.cancel();
  }

  get isClosed(): boolean {
    return this.#state.name === 'closed';
  }

  #dial(): void {
    const { client, nodeToken, hello, executor, logger } = this.#parts;
    const metadata = new Metadata({ waitForReady: true });
    metadata.set('authorization', `Bearer ${nodeToken}`);
    const stream = client.Connect(metadata);
    const runs = new LinkRuns(executor, (events) => {
      const isWritable = send(stream, { name: 'run-events', events });
      setImmediate(() => this.#leaveWhenDone());
      return isWritable;
    });
    this.#state = { name: 'dialling', stream, runs };
    stream.on('data', (wire: ConnectResponse__Output) => this.#receive(stream, wire));
    stream.on('drain', () => runs.writable());
    stream.on('error', (error) => logger.warn({ reason: error.message }, 'link broke'));
    stream.on('close', () => this.#broke(stream));
    send(stream, { name: 'hello', hello });
  }

  #receive(stream: Stream, wire: ConnectResponse__Output): void {
    const state = this.#state;
    if (state.name === 'waiting' || state.name === 'closed' || state.stream !== stream) return;
    try {
      const message = messageToNodeFromWire(wire, this.#parts.clock.nowMs());
      switch (message.name) {
        case 'welcome':
          this.#welcomed(state, message);
          return;
        case 'run-commands':
          state.runs.obey(message.commands);
          return;
        case 'goodbye':
          if (state.name === 'active') this.#state = { ...state, name: 'finishing' };
          this.#leaveWhenDone();
      }
    } catch (thrown) {
      if (!(thrown instanceof WireError)) throw thrown;
      this.#parts.logger.error({ reason: thrown.message }, 'coordinator broke the protocol');
      stream.cancel();
    }
  }

  #welcomed(
    state: LinkState & { readonly runs: LinkRuns; readonly stream: Stream },
    { coordinatorId, heartbeatIntervalMs }: { coordinatorId: string; heartbeatIntervalMs: number },
  ): void {
    if (state.name !== 'dialling') throw new WireError('Could not go on: welcomed twice');
    const { clock, readLoad, logger } = this.#parts;
    const { stream, runs } = state;
    this.#failures = 0;
    const heartbeats = new Heartbeats(clock, heartbeatIntervalMs, (sequence) =>
      send(stream, {
        name: 'heartbeat',
        sequence,
        load: readLoad(),
        isDraining: this.#isDraining,
      }),
    );
    this.#state = { name: 'active', stream, runs, heartbeats };
    heartbeats.beat();
    logger.info({ coordinatorId }, 'joined coordinator');
  }

  #leaveWhenDone(): void {
    const state = this.#state;
    if (state.name !== 'finishing' || !state.runs.isDone) return;
    state.heartbeats.stop();
    state.stream.end();
    if (this.#isDraining) this.#state = { name: 'closed' };
  }

  /** Whatever ended the stream: dial again, later each time, with full jitter. */
  #broke(stream: Stream): void {
    const state = this.#state;
    if (state.name === 'waiting' || state.name === 'closed' || state.stream !== stream) return;
    if (state.name !== 'dialling') state.heartbeats.stop();
    state.runs.close();
    if (this.#isDraining) {
      this.#state = { name: 'closed' };
      return;
    }
    const { clock, random } = this.#parts;
    const ceilingMs = Math.min(backoffMsMax, backoffMsMin * 2 ** this.#failures++);
    const timer = clock.setTimer(random.next() * ceilingMs, () => this.#dial());
    this.#state = { name: 'waiting', timer };
  }
}

class Heartbeats {
  readonly #clock: Clock;
  readonly #intervalMs: number;
  readonly #send: (sequence: number) => void;
  #sequence = 0;
  #timer: Timer | undefined;

  constructor(clock: Clock, intervalMs: number, sendBeat: (sequence: number) => void) {
    this.#clock = clock;
    this.#intervalMs = intervalMs;
    this.#send = sendBeat;
  }

  /** Sends one now, and the next an interval later. */
  beat(): void {
    this.stop();
    this.#send(++this.#sequence);
    this.#timer = this.#clock.setTimer(this.#intervalMs, () => this.beat());
  }

  stop(): void {
    this.#timer?.cancel();
  }
}

function send(stream: Stream, message: MessageFromNode): boolean {
  return stream.write(messageFromNodeToWire(message));
}
