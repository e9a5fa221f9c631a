/**
 * Whether what a host says of a run can be true. A host that was taken over can lie about its
 * own tenant's runs; it cannot make this agent pass on what no run of these limits could be.
 */
import { hostCallBytesMax } from '../../shared/execution/host-call.ts';
import { errorTextLimits, type Limits } from '../../shared/execution/limits.ts';
import {
  progressBurstMax,
  progressBytesMax,
  progressEveryMs,
} from '../../shared/execution/progress.ts';
import { stdinCallName } from '../../shared/execution/stdin.ts';
import { excessOf, type FetchCall } from '../frames/fetch-call.ts';
import type { EndedFrame, FrameFromHost } from '../frames/frame.ts';
import type { Placement } from './run.ts';
import { faultOfRead } from './stdin-reads.ts';

/** Clocks are read at different moments; a result may carry an ellipsis or a note. */
const slackMs = 1_000;
const slackChars = 1_024;
const slackLines = 8;
/** No machine runs one process on more. */
const processorsMax = 1_024;
const heapBytesMax = 2 ** 40;

/** What is wrong with it, or undefined. */
export function faultOfEnded(
  frame: EndedFrame,
  { run, sentAtMs, stop }: Placement,
  nowMs: number,
): string | undefined {
  const { limits } = run.execution;
  if (frame.word === 'CANCELLED' && !stop) return 'it was cancelled unasked';
  const elapsedUs = (nowMs - sentAtMs + slackMs) * 1000;
  if (!isWithin(frame.wallUs, elapsedUs)) return `it took ${frame.wallUs} µs`;
  if (!isWithin(frame.cpuUs, elapsedUs * processorsMax)) return `it used ${frame.cpuUs} µs`;
  if (!isWithin(frame.heapPeakBytes, heapBytesMax)) return `its heap was ${frame.heapPeakBytes}`;
  if (!isWithin(frame.logBytes, limits.logBytesMax + slackChars)) {
    return `its logs were ${frame.logBytes} bytes`;
  }
  const resultBytes = frame.resultBytes?.length ?? 0;
  if (
    isLongerThan(frame.resultJson, limits.resultBytesMax) ||
    resultBytes > limits.resultBytesMax
  ) {
    return `its result is longer than ${limits.resultBytesMax} bytes`;
  }
  const { error } = frame;
  if (!error) return undefined;
  const isTooLong =
    error.name.length > errorTextLimits.nameCharsMax + slackChars ||
    error.message.length > errorTextLimits.messageCharsMax + slackChars ||
    error.stack.length > errorTextLimits.stackCharsMax + slackChars;
  return isTooLong ? 'its error is longer than any' : undefined;
}

/** Counts the lines to the run's account; what is wrong with them, or undefined. */
export function faultOfLogs(
  { lines }: Extract<FrameFromHost, { name: 'logs' }>,
  placement: Placement,
): string | undefined {
  const { limits } = placement.run.execution;
  // Each frame must use up some of what a run may say, or a host could send them without end.
  if (lines.length === 0) return 'it wrote no lines';
  placement.logLines += lines.length;
  for (const { text } of lines) placement.logChars += text.length;
  if (placement.logLines > limits.logLinesMax + slackLines) {
    return `it wrote ${placement.logLines} lines`;
  }
  if (placement.logChars > limits.logBytesMax + slackChars * slackLines) {
    return `it wrote ${placement.logChars} characters`;
  }
  return undefined;
}

/** The guest is held to a quarter of it, but clocks are read at different moments. */
const progressPerMsMax = 4 / progressEveryMs;
const progressAtOnceMax = 8 * progressBurstMax;

/** Counts it to the run's account; what is wrong with it, or undefined. */
export function faultOfProgress(
  { valueJson }: Extract<FrameFromHost, { name: 'progress' }>,
  placement: Placement,
  nowMs: number,
): string | undefined {
  placement.progressCount++;
  const elapsedMs = nowMs - placement.sentAtMs;
  if (placement.progressCount > progressAtOnceMax + elapsedMs * progressPerMsMax) {
    return `it told of its progress ${placement.progressCount} times`;
  }
  if (isLongerThan(valueJson, progressBytesMax)) {
    return `its progress is longer than ${progressBytesMax} bytes`;
  }
  return undefined;
}

/** Counts the call to the run's account; what is wrong with it, or undefined. */
export function faultOfCall(
  { call: { callId, toolName, argumentJson } }: Extract<FrameFromHost, { name: 'call' }>,
  placement: Placement,
): string | undefined {
  const { limits, toolNames } = placement.run.execution;
  if (!toolNames?.includes(toolName)) return 'it called what it may not';
  if (toolName === stdinCallName) return faultOfRead(placement, callId);
  const fault = faultOfCount(limits, placement);
  if (fault !== undefined) return fault;
  if (isLongerThan(argumentJson, hostCallBytesMax)) {
    return `its argument is longer than ${hostCallBytesMax} bytes`;
  }
  return undefined;
}

/** The same of a fetch, which counts as a call does. */
export function faultOfFetch(
  { callId, request }: FetchCall,
  placement: Placement,
): string | undefined {
  const { limits, determinism } = placement.run.execution;
  if (determinism) return 'it fetched, and is deterministic';
  const fault = faultOfCount(limits, placement) ?? excessOf(request);
  if (fault !== undefined) return fault;
  placement.openFetches ??= new Set();
  if (placement.openFetches.has(callId)) return `it fetched as ${callId}, which is under way`;
  placement.openFetches.add(callId);
  return undefined;
}

function faultOfCount(
  { hostCallsMax, hostCallsInFlightMax }: Limits,
  placement: Placement,
): string | undefined {
  placement.hostCalls++;
  if (placement.hostCalls > hostCallsMax) return `it made ${placement.hostCalls} calls`;
  const reading = placement.stdin.name === 'reading' ? 1 : 0;
  const calls = (placement.openCalls?.size ?? 0) - reading;
  const open = calls + (placement.openFetches?.size ?? 0);
  return open >= hostCallsInFlightMax ? `it made a call while ${open} were open` : undefined;
}

/**
 * In bytes, whatever it looked like in the frame: bytes that are no text become three each, and
 * what does not fit into a message ends the stream, and with it everybody's runs on this node.
 * Most texts need no counting: a UTF-16 unit takes one byte at least and three at most.
 */
function isLongerThan(text: string | undefined, bytesMax: number): boolean {
  if (text === undefined || text.length * 3 <= bytesMax) return false;
  return text.length > bytesMax || Buffer.byteLength(text) > bytesMax;
}

function isWithin(value: number, max: number): boolean {
  return value >= 0 && value <= max; // NaN is within nothing.
}
