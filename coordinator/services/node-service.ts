/**
 * NodeService over grpc-js: agents knock here. The token is checked before anything they say is
 * read; then the first message must be a hello, in time; then the stream belongs to a NodeSession.
 */
import { hash, timingSafeEqual } from 'node:crypto';
import type { ServerDuplexStream } from '@grpc/grpc-js';
import { IsopodError } from '../../shared/errors/isopod-error.ts';
import type { ConnectRequest__Output } from '../../shared/generated/isopod/v1/ConnectRequest.ts';
import type { ConnectResponse } from '../../shared/generated/isopod/v1/ConnectResponse.ts';
import type { NodeServiceHandlers } from '../../shared/generated/isopod/v1/NodeService.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { messageFromNodeFromWire, messageToNodeToWire } from '../../shared/wire/node-codec.ts';
import {
  type MessageFromNode,
  type NodeHello,
  nodeProtocolVersion,
} from '../../shared/wire/node-messages.ts';
import { WireError } from '../../shared/wire/wire-error.ts';
import type { NodeSession, NodeStream } from '../sessions/node-session.ts';
import { toServiceError } from './call-errors.ts';

/** Takes in agents that have introduced themselves. */
export interface NodeDoor {
  /** Welcomes the node and makes it known. */
  join(hello: NodeHello, stream: NodeStream): NodeSession;
  /** Its phase may have changed. */
  changed(session: NodeSession): void;
  leave(session: NodeSession, reason: string): void;
}

interface NodeServiceParts {
  readonly door: NodeDoor;
  readonly clock: Clock;
  readonly nodeToken: string;
}

const helloMsMax = 5_000;

type Call = ServerDuplexStream<ConnectRequest__Output, ConnectResponse>;
type Phase =
  | { readonly name: 'awaiting-hello' }
  | { readonly name: 'joined'; readonly session: NodeSession }
  | { readonly name: 'closed' };

export function nodeServiceHandlers(parts: NodeServiceParts): NodeServiceHandlers {
  return { Connect: (call) => new NodeCall(call, parts) };
}

class NodeCall implements NodeStream {
  readonly #call: Call;
  readonly #parts: NodeServiceParts;
  #phase: Phase = { name: 'awaiting-hello' };

  constructor(call: Call, parts: NodeServiceParts) {
    this.#call = call;
    this.#parts = parts;
    if (!hasToken(call.metadata.get('authorization')[0], parts.nodeToken)) {
      this.#refuse(new IsopodError('UNAUTHENTICATED', 'Could not join: the node token is wrong'));
      return;
    }
    const helloTimer = parts.clock.setTimer(helloMsMax, () => {
      const message = `Could not join: no hello in ${helloMsMax} ms`;
      if (this.#phase.name === 'awaiting-hello')
        this.#refuse(new IsopodError('PROTOCOL_VIOLATION', message));
    });
    call.on('data', (wire: ConnectRequest__Output) => {
      helloTimer.cancel();
      this.#receive(wire);
    });
    call.on('drain', () => {
      if (this.#phase.name === 'joined') this.#phase.session.writable();
    });
    call.on('end', () => this.#leave('the node has left'));
    call.on('cancelled', () => this.#leave('the connection broke'));
    call.on('error', () => this.#leave('the connection broke'));
  }

  write(message: Parameters<typeof messageToNodeToWire>[0]): boolean {
    return this.#call.write(messageToNodeToWire(message, this.#parts.clock.nowMs()));
  }

  close(): void {
    this.#phase = { name: 'closed' };
    this.#call.end();
  }

  #receive(wire: ConnectRequest__Output): void {
    try {
      const message = messageFromNodeFromWire(wire);
      if (this.#phase.name === 'awaiting-hello') this.#greet(message);
      else if (this.#phase.name === 'joined') {
        this.#phase.session.receive(message);
        if (message.name === 'heartbeat') this.#parts.door.changed(this.#phase.session);
      }
    } catch (thrown) {
      if (!(thrown instanceof WireError)) throw thrown;
      this.#leave(thrown.message);
      this.#refuse(new IsopodError('PROTOCOL_VIOLATION', thrown.message));
    }
  }

  #greet(message: MessageFromNode): void {
    if (message.name !== 'hello')
      throw new WireError(`Could not join: ${message.name} before hello`);
    const { protocolVersion } = message.hello;
    if (protocolVersion !== nodeProtocolVersion)
      throw new WireError(
        `Could not join: protocol version ${protocolVersion}, this coordinator speaks ${nodeProtocolVersion}`,
      );
    this.#phase = { name: 'joined', session: this.#parts.door.join(message.hello, this) };
  }

  #leave(reason: string): void {
    const phase = this.#phase;
    this.#phase = { name: 'closed' };
    if (phase.name === 'joined') this.#parts.door.leave(phase.session, reason);
  }

  #refuse(error: IsopodError): void {
    this.#phase = { name: 'closed' };
    this.#call.emit('error', toServiceError(error));
  }
}

/** Compares digests, so that neither the time taken nor a length tells anything of the token. */
function hasToken(authorization: string | Buffer | undefined, nodeToken: string): boolean {
  const digest = (text: string): Buffer => hash('sha256', text, 'buffer');
  return timingSafeEqual(digest(String(authorization)), digest(`Bearer ${nodeToken}`));
}
