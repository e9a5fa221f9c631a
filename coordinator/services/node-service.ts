/**
 * NodeService over grpc-js: agents knock here. Their certificate or token is checked before anything
 * they say is read; then the first message must be a hello, in time; then the stream belongs to a
 * NodeSession.
 */
import type { ServerDuplexStream } from '@grpc/grpc-js';
import { IsopodError } from '../../shared/errors/isopod-error.ts';
import type { ConnectRequest__Output } from '../../shared/generated/isopod/v1/ConnectRequest.ts';
import type { ConnectResponse } from '../../shared/generated/isopod/v1/ConnectResponse.ts';
import type { NodeServiceHandlers } from '../../shared/generated/isopod/v1/NodeService.ts';
import { rejoinTokenMs } from '../../shared/nodes/join-token.ts';
import type { Logger } from '../../shared/telemetry/logger.ts';
import type { Clock, Timer } from '../../shared/time/clock.ts';
import { messageFromNodeFromWire, messageToNodeToWire } from '../../shared/wire/node-codec.ts';
import {
  type MessageFromNode,
  type MessageToNode,
  type NodeHello,
  nodeProtocolVersion,
} from '../../shared/wire/node-messages.ts';
import { WireError } from '../../shared/wire/wire-error.ts';
import type { NodeSession, NodeStream } from '../sessions/node-session.ts';
import type { Admission, NodeAdmission } from '../transport/node-admission.ts';
import type { PeerCertificates } from '../transport/peer-certificates.ts';
import { explained, toServiceError } from './call-errors.ts';

/** Takes in agents that have introduced themselves. */
export interface NodeDoor {
  /** Welcomes the node and makes it known, in the place of an older one of its id. */
  join(hello: NodeHello, stream: NodeStream): NodeSession;
  /** A heartbeat has come; its state may have changed. */
  changed(session: NodeSession): void;
  leave(session: NodeSession, reason: string): void;
}

interface NodeServiceParts {
  readonly door: NodeDoor;
  readonly clock: Clock;
  readonly admission: NodeAdmission;
  readonly peers: PeerCertificates;
  readonly logger: Logger;
}

const helloMsMax = 5_000;

type Call = ServerDuplexStream<ConnectRequest__Output, ConnectResponse>;
/**  awaiting-hello ──hello──▶ joined ──left, broke, broke the rules──▶ closed
 *          └── too late, or something else ───────────────────────────▲       */
type Phase =
  | { readonly name: 'awaiting-hello'; readonly helloTimer: Timer }
  | { readonly name: 'joined'; readonly session: NodeSession }
  | { readonly name: 'closed' };

export function nodeServiceHandlers(parts: NodeServiceParts): NodeServiceHandlers {
  return {
    Connect: (call) => {
      const authorization = call.metadata.get('authorization')[0]?.toString();
      const admission = parts.admission.admit(parts.peers.peerOf(call), authorization);
      if (admission) new NodeCall(call, admission, parts).listen();
      else refuse(call, new IsopodError('UNAUTHENTICATED', 'Could not join: wrong node token'));
    },
  };
}

class NodeCall implements NodeStream {
  readonly #call: Call;
  readonly #admission: Admission;
  readonly #parts: NodeServiceParts;
  #phase: Phase;
  #nextToken: Timer | undefined;

  constructor(call: Call, admission: Admission, parts: NodeServiceParts) {
    this.#call = call;
    this.#admission = admission;
    this.#parts = parts;
    const helloTimer = parts.clock.setTimer(helloMsMax, () =>
      this.#refuse(`Could not join: no hello in ${helloMsMax} ms`),
    );
    this.#phase = { name: 'awaiting-hello', helloTimer };
  }

  listen(): void {
    const call = this.#call;
    call.on('data', (wire: ConnectRequest__Output) => this.#receive(wire));
    call.on('drain', () => {
      if (this.#phase.name === 'joined') this.#phase.session.writable();
    });
    call.on('end', () => this.#leave('the node has left'));
    call.on('cancelled', () => this.#leave('the connection broke'));
    call.on('error', () => this.#leave('the connection broke'));
  }

  write(message: MessageToNode): boolean {
    return this.#call.write(messageToNodeToWire(message, this.#parts.clock.nowMs()));
  }

  /** Ends the stream, with OK where nothing was wrong with it. */
  close(): void {
    this.#enter({ name: 'closed' });
    this.#call.end();
  }

  #receive(wire: ConnectRequest__Output): void {
    const phase = this.#phase;
    if (phase.name === 'closed') return;
    try {
      const message = messageFromNodeFromWire(wire);
      if (phase.name === 'awaiting-hello') this.#greet(message);
      else {
        phase.session.receive(message);
        if (message.name === 'heartbeat') this.#parts.door.changed(phase.session);
      }
    } catch (thrown) {
      // Whatever goes wrong here goes wrong with this one agent, not with the others.
      if (thrown instanceof WireError) this.#refuse(thrown.message);
      else this.#leave('a fault of the coordinator', explained(thrown, this.#parts.logger));
    }
  }

  #greet(message: MessageFromNode): void {
    if (message.name !== 'hello')
      throw new WireError(`Could not join: ${message.name} before hello`);
    const { protocolVersion, nodeId } = message.hello;
    if (protocolVersion !== nodeProtocolVersion)
      throw new WireError(
        `Could not join: protocol version ${protocolVersion}, this coordinator speaks ${nodeProtocolVersion}`,
      );
    if (!this.#admission.isFor(nodeId)) {
      const why = `Could not join as ${nodeId}: the certificate or token is for others`;
      return this.#leave(why, new IsopodError('UNAUTHENTICATED', why));
    }
    this.#enter({ name: 'joined', session: this.#parts.door.join(message.hello, this) });
    if (this.#admission.isTemporary) this.#prolong(nodeId);
  }

  /** What it came by expires, and it may have to come back. */
  #prolong(nodeId: string): void {
    const { admission, clock } = this.#parts;
    this.write({ name: 'credential', token: admission.nextToken(nodeId) });
    this.#nextToken = clock.setTimer(rejoinTokenMs / 2, () => this.#prolong(nodeId));
  }

  /** An agent that does what it may not: told so, and out. */
  #refuse(message: string): void {
    this.#leave(message, new IsopodError('PROTOCOL_VIOLATION', message));
  }

  #leave(reason: string, error?: IsopodError): void {
    const phase = this.#phase;
    this.#enter({ name: 'closed' });
    // The first end counts, and a session ends its stream with OK.
    if (error) refuse(this.#call, error);
    else this.#call.end();
    if (phase.name === 'joined') this.#parts.door.leave(phase.session, reason);
  }

  #enter(phase: Phase): void {
    if (this.#phase.name === 'awaiting-hello') this.#phase.helloTimer.cancel();
    if (phase.name === 'closed') this.#nextToken?.cancel();
    this.#phase = phase;
  }
}

function refuse(call: Call, error: IsopodError): void {
  call.emit('error', toServiceError(error));
}
