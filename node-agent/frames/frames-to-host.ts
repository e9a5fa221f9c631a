/** How the agent's frames to a host lie in bytes: a type byte, then the fields in this order. */
import type { Determinism } from '../../shared/execution/determinism.ts';
import {
  isolationLevels,
  programKinds,
  programLanguages,
} from '../../shared/execution/execution.ts';
import type { Limits } from '../../shared/execution/limits.ts';
import { moduleKinds, type ProgramModule } from '../../shared/execution/program-module.ts';
import type { ByteReader } from './byte-reader.ts';
import type { ByteWriter } from './byte-writer.ts';
import { readFetchReply, writeFetchReply } from './fetch-fields.ts';
import { entryModes, type FrameToHost, type LoadFrame, type RunFrame } from './frame.ts';
import { FrameError } from './frame-error.ts';
import { readHostCallReply, writeHostCallReply } from './host-call-fields.ts';
import { readPayload, writePayload } from './payload-fields.ts';

const types = {
  load: 1,
  run: 2,
  drop: 3,
  cancel: 4,
  recall: 5,
  reset: 6,
  'call-reply': 7,
  'fetch-reply': 8,
  'open-session': 9,
  'close-session': 10,
} as const;

const textBytesMin = 4;

export function writeFrameToHost(writer: ByteWriter, frame: FrameToHost): void {
  writer.u8(types[frame.name]);
  switch (frame.name) {
    case 'load':
      writer.u32(frame.codeId);
      writer.u8(programKinds.indexOf(frame.kind));
      writer.u8(programLanguages.indexOf(frame.language));
      writer.text(frame.fileName);
      writer.text(frame.source);
      writeModules(writer, frame.modules ?? []);
      return;
    case 'run':
      writer.u32(frame.runId);
      writer.u32(frame.codeId);
      writer.u8(isolationLevels.indexOf(frame.isolation));
      writer.u8(entryModes.indexOf(frame.mode));
      writeLimits(writer, frame.limits);
      writeDeterminism(writer, frame.determinism);
      writeToolNames(writer, frame.toolNames);
      writePayload(writer, frame.inputJson, frame.inputBytes);
      writer.u32(frame.sessionId ?? 0);
      return;
    case 'open-session':
      writer.u32(frame.sessionId);
      writer.count(frame.memoryBytesMax);
      return;
    case 'close-session':
      writer.u32(frame.sessionId);
      return;
    case 'drop':
      writer.u32(frame.codeId);
      return;
    case 'cancel':
    case 'recall':
      writer.u32(frame.runId);
      return;
    case 'call-reply':
      writer.u32(frame.runId);
      return writeHostCallReply(writer, frame.reply);
    case 'fetch-reply':
      writer.u32(frame.runId);
      return writeFetchReply(writer, frame.reply);
    case 'reset':
      return;
  }
}

export function readFrameToHost(reader: ByteReader): FrameToHost {
  const type = reader.u8();
  switch (type) {
    case types.load:
      return readLoad(reader);
    case types.run:
      return readRun(reader);
    case types.drop:
      return { name: 'drop', codeId: reader.id() };
    case types.cancel:
      return { name: 'cancel', runId: reader.id() };
    case types.recall:
      return { name: 'recall', runId: reader.id() };
    case types['call-reply']:
      return { name: 'call-reply', runId: reader.id(), reply: readHostCallReply(reader) };
    case types['fetch-reply']:
      return { name: 'fetch-reply', runId: reader.id(), reply: readFetchReply(reader) };
    case types['open-session']:
      return { name: 'open-session', sessionId: reader.id(), memoryBytesMax: reader.count() };
    case types['close-session']:
      return { name: 'close-session', sessionId: reader.id() };
    case types.reset:
      return { name: 'reset' };
    default:
      throw new FrameError(`A frame to a host has an unknown type: ${type}`);
  }
}

function readLoad(reader: ByteReader): LoadFrame {
  const frame = {
    name: 'load',
    codeId: reader.id(),
    kind: reader.oneOf(programKinds),
    language: reader.oneOf(programLanguages),
    fileName: reader.text(),
    source: reader.text(),
  } as const;
  const modules = readModules(reader);
  return modules.length === 0 ? frame : { ...frame, modules };
}

function writeModules(writer: ByteWriter, modules: readonly ProgramModule[]): void {
  writer.u32(modules.length);
  for (const { path, kind, text } of modules) {
    writer.text(path);
    writer.u8(moduleKinds.indexOf(kind));
    writer.text(text);
  }
}

/** Of each, two lengths and a kind. */
const moduleBytesMin = 9;

function readModules(reader: ByteReader): ProgramModule[] {
  return reader.list(moduleBytesMin, () => ({
    path: reader.text(),
    kind: reader.oneOf(moduleKinds),
    text: reader.text(),
  }));
}

function readRun(reader: ByteReader): RunFrame {
  const frame = {
    name: 'run',
    runId: reader.id(),
    codeId: reader.id(),
    isolation: reader.oneOf(isolationLevels),
    mode: reader.oneOf(entryModes),
    limits: readLimits(reader),
    ...readDeterminism(reader),
    ...readToolNames(reader),
  } as const;
  const input = readPayload(reader);
  const sessionId = reader.u32();
  return {
    ...frame,
    ...(typeof input === 'string' ? { inputJson: input } : input && { inputBytes: input }),
    ...(sessionId === 0 ? undefined : { sessionId }),
  };
}

function writeDeterminism(writer: ByteWriter, determinism: Determinism | undefined): void {
  writer.flag(determinism !== undefined);
  if (determinism === undefined) return;
  writer.u32(determinism.seed);
  writer.count(determinism.startEpochMs);
}

function readDeterminism(reader: ByteReader): { determinism?: Determinism } {
  if (!reader.flag()) return {};
  return { determinism: { seed: reader.u32(), startEpochMs: reader.count() } };
}

function writeToolNames(writer: ByteWriter, toolNames: readonly string[] = []): void {
  writer.u32(toolNames.length);
  for (const name of toolNames) writer.text(name);
}

function readToolNames(reader: ByteReader): { toolNames?: readonly string[] } {
  const toolNames = reader.list(textBytesMin, () => reader.text());
  return toolNames.length === 0 ? {} : { toolNames };
}

function writeLimits(writer: ByteWriter, limits: Limits): void {
  writer.count(limits.wallUsMax);
  writer.count(limits.cpuUsMax);
  writer.count(limits.memoryBytesMax);
  writer.count(limits.resultBytesMax);
  writer.count(limits.logLinesMax);
  writer.count(limits.logBytesMax);
  writer.count(limits.logLineBytesMax);
  writer.count(limits.timersMax);
  writer.count(limits.hostCallsMax);
  writer.count(limits.hostCallsInFlightMax);
  writer.count(limits.hostCallWaitUsMax);
}

function readLimits(reader: ByteReader): Limits {
  return {
    wallUsMax: reader.count(),
    cpuUsMax: reader.count(),
    memoryBytesMax: reader.count(),
    resultBytesMax: reader.count(),
    logLinesMax: reader.count(),
    logBytesMax: reader.count(),
    logLineBytesMax: reader.count(),
    timersMax: reader.count(),
    hostCallsMax: reader.count(),
    hostCallsInFlightMax: reader.count(),
    hostCallWaitUsMax: reader.count(),
  };
}
