/**
 * A deterministic run as a file: what was run, by which engine, and how it ended, so that it can
 * be run again elsewhere and later and compared.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { type Determinism, defaultDeterminism } from '../../shared/execution/determinism.ts';
import { defaultLimits, type Limits } from '../../shared/execution/limits.ts';
import type { GuestError } from '../../shared/execution/outcome.ts';
import type { ExecutionRequest } from '../../shared/wire/execution-codec.ts';
import type { NodeDescription } from '../../shared/wire/node-description-codec.ts';
import type { ExecuteResult } from '../sdk/execute-options.ts';
import { base64Of } from './outcome-report.ts';
import { UsageMistake } from './usage-mistake.ts';

const format = 'isopod-recording/1';

export interface Engine {
  readonly agentVersion: string;
  readonly nodeVersion: string;
  readonly v8Version: string;
}

/** How it ended, without what it cost: that differs each time. */
export interface RecordedEnd {
  readonly word: string;
  readonly resultJson?: string;
  readonly resultBase64?: string;
  readonly error?: GuestError;
  /** Of each console line: its level and its text. */
  readonly logs: readonly (readonly [string, string])[];
}

export interface Recording {
  readonly format: typeof format;
  readonly execution: Omit<ExecutionRequest, 'inputBytes'> & {
    readonly inputBase64?: string;
    readonly limits: Limits;
    readonly determinism: Determinism;
  };
  /** Of the node that ran it; null when that was gone before it could be asked. */
  readonly engine: Engine | null;
  readonly end: RecordedEnd;
}

export function recordingOf(
  { inputBytes, ...request }: ExecutionRequest,
  result: ExecuteResult,
  nodes: readonly NodeDescription[],
): Recording {
  return {
    format,
    execution: {
      ...request,
      ...(inputBytes ? { inputBase64: base64Of(inputBytes) } : {}),
      isolation: request.isolation ?? 'FRESH',
      limits: { ...defaultLimits, ...request.limits },
      determinism: { ...defaultDeterminism, ...request.determinism },
    },
    engine: engineOf(result, nodes),
    end: endOf(result),
  };
}

/** What is to be run again. */
export function requestOf({ execution }: Recording): ExecutionRequest {
  const { inputBase64, ...request } = execution;
  if (inputBase64 === undefined) return request;
  return { ...request, inputBytes: Buffer.from(inputBase64, 'base64') };
}

export function engineOf(
  { outcome }: ExecuteResult,
  nodes: readonly NodeDescription[],
): Engine | null {
  const node = nodes.find(({ nodeId }) => nodeId === outcome.usage.nodeId);
  if (!node) return null;
  const { agentVersion, nodeVersion, v8Version } = node;
  return { agentVersion, nodeVersion, v8Version };
}

export function endOf({ outcome, logs }: ExecuteResult): RecordedEnd {
  const { word, resultJson, resultBytes, error } = outcome;
  return {
    word,
    ...(resultJson === undefined ? {} : { resultJson }),
    ...(resultBytes ? { resultBase64: base64Of(resultBytes) } : {}),
    ...(error ? { error: { name: error.name, message: error.message, stack: error.stack } } : {}),
    logs: logs.map(({ level, text }) => [level, text] as const),
  };
}

/** Throws UsageMistake. */
export function writeRecording(path: string, recording: Recording): void {
  try {
    writeFileSync(path, `${JSON.stringify(recording, null, 2)}\n`);
  } catch (error) {
    throw new UsageMistake(`Could not write the recording: ${messageOf(error)}`);
  }
}

/** Throws UsageMistake. What the execution holds is for the cluster to check. */
export function readRecording(path: string): Recording {
  let recording: Partial<Recording> | null;
  try {
    recording = JSON.parse(readFileSync(path, 'utf8')) as Partial<Recording> | null;
  } catch (error) {
    throw new UsageMistake(`Could not read the recording: ${messageOf(error)}`);
  }
  const { execution, end } = recording ?? {};
  const isWhole =
    typeof execution?.source === 'string' &&
    typeof execution.limits === 'object' &&
    typeof execution.determinism === 'object' &&
    typeof end?.word === 'string' &&
    Array.isArray(end.logs);
  if (recording?.format === format && isWhole) return recording as Recording;
  throw new UsageMistake(`Could not read the recording: ${path} does not hold an ${format}`);
}

/** One line for each part that differs; none when both ended the same. */
export function differences(recorded: RecordedEnd, now: RecordedEnd): string[] {
  const parts: readonly (readonly [string, unknown, unknown])[] = [
    ['outcome', recorded.word, now.word],
    ['result', recorded.resultJson, now.resultJson],
    ['result of bytes', recorded.resultBase64, now.resultBase64],
    ['error name', recorded.error?.name, now.error?.name],
    ['error message', recorded.error?.message, now.error?.message],
    ['error stack', recorded.error?.stack, now.error?.stack],
    ...firstOtherLine(recorded.logs, now.logs),
  ];
  return parts
    .filter(([, before, after]) => before !== after)
    .map(([name, before, after]) => `${name}: recorded ${shown(before)}, now ${shown(after)}`);
}

function firstOtherLine(
  recorded: RecordedEnd['logs'],
  now: RecordedEnd['logs'],
): (readonly [string, unknown, unknown])[] {
  for (let index = 0; index < Math.max(recorded.length, now.length); index++) {
    const before = recorded[index]?.join(' ');
    const after = now[index]?.join(' ');
    if (before !== after) return [[`console line ${index + 1}`, before, after]];
  }
  return [];
}

const shownCharsMax = 200;

function shown(value: unknown): string {
  if (value === undefined) return 'none';
  const text = JSON.stringify(value);
  return text.length <= shownCharsMax ? text : `${text.slice(0, shownCharsMax)}…`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
