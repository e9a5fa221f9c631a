/**
 * Frames as bytes: a length of four bytes, little end first, a type byte, then the fields in
 * fixed order; texts are a length and UTF-8 (a lone surrogate becomes U+FFFD). The reader at
 * either end holds what it reads for hostile: it yields frames or throws FrameError.
 */
import { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';
import {
  type FrameFromHost,
  type FrameToHost,
  frameFromHostBytesMax,
  frameToHostBytesMax,
} from './frame.ts';
import { FrameSplitter } from './frame-splitter.ts';
import { readFrameFromHost, writeFrameFromHost } from './frames-from-host.ts';
import { readFrameToHost, writeFrameToHost } from './frames-to-host.ts';

/** Appends a frame for a host. Take the bytes of many frames at once with `writer.take()`. */
export function encodeFrameToHost(writer: ByteWriter, frame: FrameToHost): void {
  writer.lengthPrefixed(() => writeFrameToHost(writer, frame));
}

/** Appends a frame for the agent. */
export function encodeFrameFromHost(writer: ByteWriter, frame: FrameFromHost): void {
  writer.lengthPrefixed(() => writeFrameFromHost(writer, frame));
}

/** Give it chunks as they arrive; it calls `onFrame` for each whole frame, in order. */
export class FrameDecoder<Frame> {
  readonly #splitter: FrameSplitter;

  private constructor(
    read: (reader: ByteReader) => Frame,
    onFrame: (frame: Frame) => void,
    bytesMax: number,
  ) {
    this.#splitter = new FrameSplitter(bytesMax, (buffer, start, end) => {
      const reader = new ByteReader(buffer, start, end);
      const frame = read(reader);
      reader.finish();
      onFrame(frame);
    });
  }

  static toHost(
    onFrame: (frame: FrameToHost) => void,
    bytesMax = frameToHostBytesMax,
  ): FrameDecoder<FrameToHost> {
    return new FrameDecoder(readFrameToHost, onFrame, bytesMax);
  }

  static fromHost(
    onFrame: (frame: FrameFromHost) => void,
    bytesMax = frameFromHostBytesMax,
  ): FrameDecoder<FrameFromHost> {
    return new FrameDecoder(readFrameFromHost, onFrame, bytesMax);
  }

  /** @throws FrameError when the bytes are no frames; the decoder must not be used again. */
  push(chunk: Buffer): void {
    this.#splitter.push(chunk);
  }
}
