/** How a host's frames to its agent lie in bytes: a type byte, then the fields in this order. */
import { logLevels } from '../../shared/execution/outcome.ts';
import type { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';
import { readFetchCall, writeFetchCall } from './fetch-fields.ts';
import { type EndedFrame, type FrameFromHost, hostOutcomeWords, type LogLine } from './frame.ts';
import { FrameError } from './frame-error.ts';
import { readHostCall, writeHostCall } from './host-call-fields.ts';
import { readPayload, writePayload } from './payload-fields.ts';

const types = {
  ready: 1,
  logs: 2,
  parked: 3,
  ended: 4,
  recalled: 5,
  wedged: 6,
  'reset-done': 7,
  call: 8,
  fetch: 9,
  'fetch-abort': 10,
  progress: 11,
} as const;

const textBytesMin = 4;
const logLineBytesMin = 1 + textBytesMin + 8;

export function writeFrameFromHost(writer: ByteWriter, frame: FrameFromHost): void {
  writer.u8(types[frame.name]);
  switch (frame.name) {
    case 'ready':
      writer.text(frame.v8Version);
      writer.u32(frame.layers.length);
      for (const layer of frame.layers) writer.text(layer);
      return;
    case 'logs':
      writer.u32(frame.runId);
      writer.u32(frame.lines.length);
      for (const line of frame.lines) writeLogLine(writer, line);
      return;
    case 'progress':
      writer.u32(frame.runId);
      writer.text(frame.valueJson);
      return;
    case 'parked':
    case 'recalled':
      writer.u32(frame.runId);
      return;
    case 'call':
      writer.u32(frame.runId);
      return writeHostCall(writer, frame.call);
    case 'fetch':
      writer.u32(frame.runId);
      return writeFetchCall(writer, frame.call);
    case 'fetch-abort':
      writer.u32(frame.runId);
      writer.u32(frame.callId);
      return;
    case 'ended':
      writeEnded(writer, frame);
      return;
    case 'wedged':
      writer.u32(frame.runId);
      writer.u8(hostOutcomeWords.indexOf(frame.word));
      return;
    case 'reset-done':
      return;
  }
}

export function readFrameFromHost(reader: ByteReader): FrameFromHost {
  const type = reader.u8();
  switch (type) {
    case types.ready:
      return {
        name: 'ready',
        v8Version: reader.text(),
        layers: reader.list(textBytesMin, () => reader.text()),
      };
    case types.logs:
      return {
        name: 'logs',
        runId: reader.id(),
        lines: reader.list(logLineBytesMin, () => readLogLine(reader)),
      };
    case types.progress:
      return { name: 'progress', runId: reader.id(), valueJson: reader.text() };
    case types.parked:
      return { name: 'parked', runId: reader.id() };
    case types.call:
      return { name: 'call', runId: reader.id(), call: readHostCall(reader) };
    case types.fetch:
      return { name: 'fetch', runId: reader.id(), call: readFetchCall(reader) };
    case types['fetch-abort']:
      return { name: 'fetch-abort', runId: reader.id(), callId: reader.id() };
    case types.ended:
      return readEnded(reader);
    case types.recalled:
      return { name: 'recalled', runId: reader.id() };
    case types.wedged:
      return { name: 'wedged', runId: reader.id(), word: reader.oneOf(hostOutcomeWords) };
    case types['reset-done']:
      return { name: 'reset-done' };
    default:
      throw new FrameError(`A frame from a host has an unknown type: ${type}`);
  }
}

function writeLogLine(writer: ByteWriter, line: LogLine): void {
  writer.u8(logLevels.indexOf(line.level));
  writer.text(line.text);
  writer.count(line.sinceStartUs);
}

function readLogLine(reader: ByteReader): LogLine {
  return {
    level: reader.oneOf(logLevels),
    text: reader.text(),
    sinceStartUs: reader.count(),
  };
}

function writeEnded(writer: ByteWriter, frame: EndedFrame): void {
  writer.u32(frame.runId);
  writer.u8(hostOutcomeWords.indexOf(frame.word));
  writer.count(frame.wallUs);
  writer.count(frame.cpuUs);
  writer.count(frame.heapPeakBytes);
  writer.count(frame.logBytes);
  writer.flag(frame.isWarm);
  writer.flag(frame.isHostSpent === true);
  writer.flag(frame.isSessionLost === true);
  writePayload(writer, frame.resultJson, frame.resultBytes);
  writer.flag(frame.error !== undefined);
  if (frame.error === undefined) return;
  writer.text(frame.error.name);
  writer.text(frame.error.message);
  writer.text(frame.error.stack);
}

function readEnded(reader: ByteReader): EndedFrame {
  const ended = {
    name: 'ended',
    runId: reader.id(),
    word: reader.oneOf(hostOutcomeWords),
    wallUs: reader.count(),
    cpuUs: reader.count(),
    heapPeakBytes: reader.count(),
    logBytes: reader.count(),
    isWarm: reader.flag(),
    ...(reader.flag() ? { isHostSpent: true as const } : undefined),
    ...(reader.flag() ? { isSessionLost: true as const } : undefined),
  } as const;
  const result = readPayload(reader);
  const error = reader.flag()
    ? { name: reader.text(), message: reader.text(), stack: reader.text() }
    : undefined;
  return {
    ...ended,
    ...(typeof result === 'string' ? { resultJson: result } : undefined),
    ...(result instanceof Uint8Array ? { resultBytes: result } : undefined),
    ...(error === undefined ? undefined : { error }),
  };
}
