/**
 * The socket to the agent: frames in, frames out. What one turn of the event loop has to say
 * goes out in one write; a run that is about to be entered has it written before.
 */
import { type Socket } from 'node:net';
import { ByteWriter } from '../../frames/byte-writer.ts';
import type { FrameFromHost, FrameToHost } from '../../frames/frame.ts';
import { encodeFrameFromHost, FrameDecoder } from '../../frames/frame-codec.ts';
import type { FrameSink } from '../runs/frame-sink.ts';

export interface FrameLinkEvents {
  frame(frame: FrameToHost): void;
  /** All frames of one read have been given. */
  readDone(): void;
  /** What was held up by a slow reader has gone. */
  drained(): void;
  /** The agent is gone, or speaks no frames: this process has no purpose. */
  broken(reason: Error | undefined): void;
}

export class FrameLink implements FrameSink {
  readonly #socket: Socket;
  readonly #writer = new ByteWriter();
  readonly #defer: (task: () => void) => void;
  #isFlushDue = false;

  constructor(socket: Socket, defer: (task: () => void) => void, events: FrameLinkEvents) {
    this.#socket = socket;
    this.#defer = defer;
    const decoder = FrameDecoder.toHost((frame) => events.frame(frame));
    socket.on('data', (chunk: Buffer) => {
      try {
        decoder.push(chunk);
        events.readDone();
      } catch (error) {
        events.broken(error as Error);
      }
    });
    socket.on('drain', () => events.drained());
    socket.on('error', (error) => events.broken(error));
    socket.on('close', () => events.broken(undefined));
  }

  get isCongested(): boolean {
    return this.#socket.writableNeedDrain;
  }

  send(frame: FrameFromHost): void {
    encodeFrameFromHost(this.#writer, frame);
    if (this.#isFlushDue) return;
    this.#isFlushDue = true;
    this.#defer(() => this.flush());
  }

  flush(): void {
    this.#isFlushDue = false;
    if (this.#writer.length > 0) this.#socket.write(this.#writer.take());
  }
}
