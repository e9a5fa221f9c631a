/**
 * The agent's stream to one coordinator, dialled again for as long as the agent lives.
 *
 *                                                 ┌──drain──▶ asking ──goodbye─┐
 *   waiting ──backoff over──▶ dialling ──welcome──▶ active ──goodbye──────────▶ finishing
 *      ▲                         │                    │                           │ last answer
 *      └────── stream ends ──────┴────────────────────┴───────────┬──── leaving ◀─┘
 *                                                                 └─ agent stops ─▶ closed
 *
 * Asking has said that it wants no more runs, while some may be on their way: behind the last of them
 * the coordinator says goodbye. Finishing has runs to answer; leaving has said everything and waits for the stream to end, for
 * what was written may still be on its way.
 */
import type { ClientDuplexStream, StatusObject } from '@grpc/grpc-js';
import type { ConnectRequest } from '../../shared/generated/isopod/v1/ConnectRequest.ts';
import type { ConnectResponse__Output } from '../../shared/generated/isopod/v1/ConnectResponse.ts';
import type { NodeServiceClient } from '../../shared/generated/isopod/v1/NodeService.ts';
import type { Random } from '../../shared/random/random.ts';
import type { Logger } from '../../shared/telemetry/logger.ts';
import type { Clock, Timer } from '../../shared/time/clock.ts';
import { messageFromNodeToWire, messageToNodeFromWire } from '../../shared/wire/node-codec.ts';
import type {
  MessageFromNode,
  MessageToNode,
  NodeHello,
  NodeLoad,
} from '../../shared/wire/node-messages.ts';
import { WireError } from '../../shared/wire/wire-error.ts';
import type { RunExecutor } from '../pool/run-request.ts';
import { answerSessionCall } from './answer-session-call.ts';
import { Heartbeats } from './heartbeats.ts';
import { LinkRuns } from './link-runs.ts';
import type { NodeCredential } from './node-credential.ts';

interface CoordinatorLinkParts {
  /** The link's own; closed with it. */
  readonly client: NodeServiceClient;
  readonly credential: NodeCredential;
  readonly hello: NodeHello;
  /** Another link to the same coordinator is still there, which this one takes the place of. */
  readonly isRenewal?: () => boolean;
  /** Calls back once when the connection is to end although its streams go on, as of age it does. */
  readonly whenGoingAway?: (client: NodeServiceClient, told: () => void) => void;
  /** The connection is to end: somebody should open the link that takes the place of this one. */
  readonly replaceMe?: () => void;
  readonly executor: RunExecutor;
  readonly readLoad: () => NodeLoad;
  readonly joined: () => void;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
}

type Stream = ClientDuplexStream<ConnectRequest, ConnectResponse__Output>;

/** What a link has while it has a stream. */
interface Connection {
  readonly stream: Stream;
  readonly runs: LinkRuns;
}

interface Welcomed extends Connection {
  readonly heartbeats: Heartbeats;
  readonly welcomedAtMs: number;
}

type LinkState =
  | { readonly name: 'waiting'; readonly redial: Timer }
  | (Connection & { readonly name: 'dialling'; readonly patience: Timer })
  | (Welcomed & { readonly name: 'active' | 'finishing' | 'leaving' })
  | (Welcomed & { readonly name: 'asking'; readonly patience: Timer })
  | { readonly name: 'closed' };

const backoffMsMin = 100;
const backoffMsMax = 5_000;
/** A coordinator that takes a connection and then says nothing is as good as none. */
const welcomeMsMax = 10_000;
/** How long it waits to hear that no more runs will come. */
const goodbyeMsMax = 5_000;
/** A connection that broke is told of first as one that goes away; then its streams end with it. */
const goingAwayMs = 100;

export class CoordinatorLink {
  readonly #parts: CoordinatorLinkParts;
  #state: LinkState;
  #failures = 0;
  #isDraining = false;
  /** It does not dial again. */
  #isReplaced = false;

  constructor(parts: CoordinatorLinkParts) {
    this.#parts = parts;
    this.#state = this.#dial();
  }

  get isClosed(): boolean {
    return this.#state.name === 'closed';
  }

  /** Asks for no new runs, and leaves when those it has are answered. */
  drain(): void {
    this.#isDraining = true;
    const state = this.#state;
    if (state.name === 'waiting' || state.name === 'dialling') this.close();
    else if (state.name === 'active') {
      state.heartbeats.beat();
      const patience = this.#parts.clock.setTimer(goodbyeMsMax, () => this.#finish());
      this.#state = { ...state, name: 'asking', patience };
    }
  }

  /** Ends the stream and everything that came over it. Idempotent. */
  close(): void {
    const state = this.#state;
    if (state.name === 'closed') return;
    this.#state = { name: 'closed' };
    if (state.name === 'waiting') state.redial.cancel();
    else {
      release(state);
      state.stream.cancel();
    }
    this.#parts.client.close();
  }

  #dial(): LinkState {
    const { client, credential, hello, isRenewal, executor, clock } = this.#parts;
    const stream = client.Connect(credential.metadata());
    const runs = new LinkRuns(executor, {
      write: (events) => send(stream, { name: 'run-events', events }),
      allAnswered: () => this.#leaveWhenDone(),
      overflowed: (unreadBytes) => {
        this.#parts.logger.error({ unreadBytes }, 'coordinator does not read: leaving it');
        stream.cancel();
      },
    });
    stream.on('data', (wire: ConnectResponse__Output) => this.#receive(stream, wire));
    stream.on('drain', () => runs.writable());
    // Each stream has one status, whoever ends it; an error is told before it and again in it.
    stream.on('error', () => {});
    stream.on('status', (status: StatusObject) => this.#ended(stream, status));
    send(stream, { name: 'hello', hello: isRenewal?.() ? { ...hello, isRenewal: true } : hello });
    const patience = clock.setTimer(welcomeMsMax, () => stream.cancel());
    return { name: 'dialling', stream, runs, patience };
  }

  /** The state, where `stream` is the one it is about. */
  #stateOf(stream: Stream): Exclude<LinkState, { name: 'waiting' | 'closed' }> | undefined {
    const state = this.#state;
    if (state.name === 'waiting' || state.name === 'closed') return undefined;
    return state.stream === stream ? state : undefined;
  }

  #receive(stream: Stream, wire: ConnectResponse__Output): void {
    if (!this.#stateOf(stream)) return;
    try {
      this.#obey(stream, messageToNodeFromWire(wire, this.#parts.clock.nowMs()));
    } catch (thrown) {
      if (!(thrown instanceof WireError)) throw thrown;
      this.#parts.logger.error({ reason: thrown.message }, 'coordinator broke the protocol');
      stream.cancel();
    }
  }

  #obey(stream: Stream, message: MessageToNode): void {
    const state = this.#stateOf(stream);
    if (message.name === 'welcome' && state?.name === 'dialling') this.#welcomed(state, message);
    else if (message.name === 'welcome') throw new WireError('Could not go on: welcomed twice');
    else if (state?.name === 'dialling')
      throw new WireError(`Could not join: ${message.name} before welcome`);
    else if (message.name === 'session-call') this.#answer(stream, message);
    else if (message.name === 'credential') this.#parts.credential.replace(message.token);
    else if (message.name === 'goodbye') this.#finish();
    // Once it is leaving nothing could be answered; the coordinator counts these as lost.
    else if (state && state.name !== 'leaving') state.runs.obey(message.commands);
  }

  #answer(stream: Stream, { callId, call }: MessageToNode & { name: 'session-call' }): void {
    const answer = answerSessionCall(this.#parts.executor.sessions, call);
    send(stream, { name: 'session-answer', callId, answer });
  }

  #welcomed(
    { stream, runs, patience }: Connection & { readonly patience: Timer },
    welcome: { readonly coordinatorId: string; readonly heartbeatIntervalMs: number },
  ): void {
    const { clock, readLoad, logger } = this.#parts;
    patience.cancel();
    const heartbeats = new Heartbeats(clock, welcome.heartbeatIntervalMs, (sequence) => {
      const isDraining = this.#isDraining;
      send(stream, { name: 'heartbeat', sequence, load: readLoad(), isDraining });
    });
    this.#state = { name: 'active', stream, runs, heartbeats, welcomedAtMs: clock.nowMs() };
    heartbeats.beat();
    logger.info({ coordinatorId: welcome.coordinatorId }, 'joined coordinator');
    this.#parts.joined();
    const { client, whenGoingAway } = this.#parts;
    whenGoingAway?.(client, () => clock.setTimer(goingAwayMs, () => this.#goingAway(stream)));
  }

  #goingAway(stream: Stream): void {
    if (this.#stateOf(stream)?.name !== 'active' || this.#isDraining || this.#isReplaced) return;
    this.#isReplaced = true;
    this.#parts.logger.info({}, 'the connection is to end: joining by another');
    this.#parts.replaceMe?.();
  }

  #finish(): void {
    const state = this.#state;
    if (state.name === 'asking') state.patience.cancel();
    if (state.name === 'active' || state.name === 'asking') {
      const { stream, runs, heartbeats, welcomedAtMs } = state;
      this.#state = { name: 'finishing', stream, runs, heartbeats, welcomedAtMs };
    }
    this.#leaveWhenDone();
  }

  #leaveWhenDone(): void {
    const state = this.#state;
    if (state.name !== 'finishing' || !state.runs.isDone) return;
    this.#state = { ...state, name: 'leaving' };
    state.heartbeats.stop();
    state.stream.end();
  }

  /** Whatever ended the stream: dial again, later each time, with full jitter. */
  #ended(stream: Stream, status: StatusObject): void {
    const state = this.#stateOf(stream);
    if (!state) return;
    release(state);
    if (this.#isDraining || this.#isReplaced) {
      this.#state = { name: 'closed' };
      this.#parts.client.close();
      return;
    }
    const { clock, random, logger } = this.#parts;
    // A welcome alone is no success: two agents of one id would turn each other out without end.
    if (state.name !== 'dialling' && clock.nowMs() - state.welcomedAtMs >= backoffMsMax)
      this.#failures = 0;
    const ceilingMs = Math.min(backoffMsMax, backoffMsMin * 2 ** this.#failures++);
    const delayMs = Math.round(random.next() * ceilingMs);
    const { code, details: reason } = status;
    if (state.name === 'leaving') logger.info({ delayMs }, 'left coordinator');
    else logger.warn({ code, reason, delayMs }, 'link broke');
    const redial = clock.setTimer(delayMs, () => {
      this.#state = this.#dial();
    });
    this.#state = { name: 'waiting', redial };
  }
}

/** Gives up what a state holds, but the stream itself. */
function release(state: Exclude<LinkState, { name: 'waiting' | 'closed' }>): void {
  if (state.name === 'dialling' || state.name === 'asking') state.patience.cancel();
  if (state.name !== 'dialling') state.heartbeats.stop();
  state.runs.close();
}

function send(stream: Stream, message: MessageFromNode): boolean {
  return stream.write(messageFromNodeToWire(message));
}
