/**
 * The agent's end of a gRPC connection, without one. It follows grpc-js to the letter where a link
 * could go wrong: a stream that ends has one status, after an error unless that is OK, and while
 * our half is open it never says `close`.
 */
import { EventEmitter } from 'node:events';
import { Metadata, status } from '@grpc/grpc-js';
import type { ConnectRequest } from '../../shared/generated/isopod/v1/ConnectRequest.ts';
import type { NodeServiceClient } from '../../shared/generated/isopod/v1/NodeService.ts';
import { messageFromNodeFromWire, messageToNodeToWire } from '../../shared/wire/node-codec.ts';
import type { MessageFromNode, MessageToNode } from '../../shared/wire/node-messages.ts';
import { connectRequestThroughWire, connectResponseThroughWire } from './through-wire.ts';

export class ScriptedStream extends EventEmitter {
  readonly metadata: Metadata;
  /** What the agent has said. */
  readonly said: MessageFromNode[] = [];
  isHalfClosed = false;
  isOver = false;
  isFull = false;

  constructor(metadata: Metadata) {
    super();
    this.metadata = metadata;
  }

  write(message: ConnectRequest): boolean {
    if (this.isHalfClosed || this.isOver) throw new Error('written to after its end');
    this.said.push(messageFromNodeFromWire(connectRequestThroughWire(message)));
    return !this.isFull;
  }

  end(): void {
    this.isHalfClosed = true;
  }

  cancel(): void {
    this.over(status.CANCELLED);
  }

  /** The coordinator speaks. */
  say(message: MessageToNode, nowMs = 0): void {
    this.emit('data', connectResponseThroughWire(messageToNodeToWire(message, nowMs)));
  }

  welcome(): void {
    this.say({ name: 'welcome', coordinatorId: 'c', heartbeatIntervalMs: 1_000 });
  }

  /** The stream ends, whoever ended it; asynchronously, as everything in gRPC. */
  over(code: status = status.UNAVAILABLE, details = 'over'): void {
    if (this.isOver) return;
    this.isOver = true;
    setImmediate(() => {
      const metadata = new Metadata();
      if (code !== status.OK)
        this.emit('error', Object.assign(new Error(details), { code, details, metadata }));
      this.emit('status', { code, details, metadata });
    });
  }
}

export class ScriptedConnection {
  /** Every stream that was opened, the last at the end. */
  readonly streams: ScriptedStream[] = [];
  isClosed = false;

  /** The client that a link is given. */
  get client(): NodeServiceClient {
    const client = {
      Connect: (metadata: Metadata) => {
        if (this.isClosed) throw new Error('dialled after its end');
        const stream = new ScriptedStream(metadata);
        this.streams.push(stream);
        return stream;
      },
      close: () => {
        this.isClosed = true;
      },
    };
    return client as unknown as NodeServiceClient;
  }

  get stream(): ScriptedStream {
    const stream = this.streams.at(-1);
    if (!stream) throw new Error('nobody has dialled');
    return stream;
  }
}
