/**
 * The program that is in every context before the guest's. It installs the globals, takes every
 * ending of the guest's code and turns it into one plain string (runtime-protocol.ts), so that
 * no value of the guest's making is ever in the host's hands.
 *
 * tools/generate-guest-runtime.ts makes one script of this and what it imports.
 */
import { setLogIndent, takeKeptLogs } from './console.ts';
import { describeThrown, errorJson, guestError } from './describe-thrown.ts';
import { makeDeterministic } from './deterministic.ts';
import { offerFeatures } from './features.ts';
import { rejectFetch, resolveFetch } from './fetch-calls.ts';
import { installGlobals, removeWhatOutlivesRuns } from './globals.ts';
import {
  beginCalls,
  hasOpenCalls,
  rejectCall,
  resolveCall,
  takeAborts,
  takeCall,
} from './host-calls.ts';
import {
  apply,
  defineProperty,
  globalObject,
  indirectEval,
  parseJson,
  slice,
} from './intrinsics.ts';
import { beginProgress, keepProgress, progressDueInMs } from './progress.ts';
import { end, enterAt, hasEnded, runState } from './run-state.ts';
import { type EmitLog, logsWaiting, noLogs, operations, reports } from './runtime-protocol.ts';
import { describeEnding, fail, isUndescribed, settle } from './settle.ts';
import { beginStdin } from './stdin.ts';
import { forgetTimers, nextTimerInMs, runDueTimer } from './timers.ts';
import { callContext, offersStdin, offerTools } from './tools.ts';
import { connectHost } from './web/host-port.ts';
import type { CallHost } from './web/host-service-protocol.ts';

/** The default export of this context's module, once its evaluation is done. */
const held = { __proto__: null, defaultExport: undefined as unknown };

installGlobals();
removeWhatOutlivesRuns();

/**
 * The one function that the host holds. Its second argument is the run's time in milliseconds.
 * `a` and `b` are, for runScript, source and input; for callDefault, the module's namespace (or
 * undefined for the default export of the last time) and input; for offer, bits; for a reply, the
 * call's id and JSON, or what a fetch came to. The limits come with the first call of a run,
 * whichever it is; `seed` and `startEpochMs` only of a deterministic one.
 */
export function dispatch(
  operation: number,
  runMs: number,
  a?: unknown,
  b?: unknown,
  resultCharsMax?: number,
  logLinesMax?: number,
  logBytesMax?: number,
  logLineBytesMax?: number,
  timersMax?: number,
  emit?: EmitLog,
  seed?: number,
  startEpochMs?: number,
  toolNames?: string,
  hostCallsMax?: number,
  hostCallsOpenMax?: number,
): string | ArrayBuffer | undefined {
  enterAt(runMs);
  if (resultCharsMax !== undefined) {
    begin(emit);
    runState.resultCharsMax = resultCharsMax;
    runState.logLinesMax = logLinesMax as number;
    runState.logBytesMax = logBytesMax as number;
    runState.logLineBytesMax = logLineBytesMax as number;
    runState.timersMax = timersMax as number;
    if (seed !== undefined) makeDeterministic(seed, startEpochMs as number);
    offerTools(toolNames ?? '');
    beginStdin(offersStdin());
    beginCalls(hostCallsMax ?? 0, hostCallsOpenMax ?? 0);
  }
  switch (operation) {
    case operations.runScript:
      runScript(a as string, b as InputGiven);
      return report(reports.pending);
    case operations.callDefault:
      callDefault(a, b as InputGiven);
      return report(reports.pending);
    case operations.giveInput:
      attempt(() => giveInput(b as InputGiven));
      return report(reports.pending);
    case operations.settle:
      settle(a);
      return report(reports.pending);
    case operations.tick:
      runDueTimer();
      return report(reports.pending);
    case operations.collect:
      // Here no code of the guest's may run, and its errors may be made of some.
      return isUndescribed() ? reports.undescribed + noLogs : report(whatIsLeft());
    case operations.describe:
      return report(reports.pending);
    case operations.takeLogs:
      return takeKeptLogs();
    case operations.takeBytes:
      return takeResultBuffer();
    case operations.offer:
      connectHost(b as CallHost);
      offerFeatures(a as number);
      return '';
    default:
      bringReply(operation, a as number, b);
      return report(reports.pending);
  }
}

function bringReply(operation: number, callId: number, reply: unknown): void {
  switch (operation) {
    case operations.resolveCall:
      return resolveCall(callId, reply as string | undefined);
    case operations.rejectCall:
      return rejectCall(callId, reply as string);
    case operations.resolveFetch:
      return resolveFetch(callId, reply as object);
    case operations.rejectFetch:
      return rejectFetch(callId, reply as string);
  }
}

function begin(emit: EmitLog | undefined): void {
  runState.runNumber++;
  runState.emit = emit;
  runState.logLines = 0;
  runState.logBytes = 0;
  runState.keptLogs = '';
  runState.ending = '';
  runState.thrown = undefined;
  runState.resultBuffer = undefined;
  forgetTimers();
  beginProgress();
  setLogIndent('');
}

function report(unended: string): string {
  describeEnding();
  keepProgress(hasEnded() || unended === reports.stuck);
  const logs = runState.keptLogs === '' ? noLogs : logsWaiting;
  if (!hasEnded()) return slice(unended, 0, 1) + logs + slice(unended, 1);
  return slice(runState.ending, 0, 1) + logs + slice(runState.ending, 1);
}

function whatIsLeft(): string {
  const aborts = takeAborts();
  if (aborts !== '') return reports.fetchAborts + aborts;
  const call = takeCall();
  if (call !== undefined) return call;
  const delayMs = nextTimerInMs() ?? (hasOpenCalls() ? Infinity : undefined);
  if (delayMs === undefined) return reports.stuck;
  keepProgress(false);
  const dueMs = progressDueInMs() ?? Infinity;
  return `${reports.waiting}${dueMs < delayMs ? dueMs : delayMs}`;
}

function takeResultBuffer(): ArrayBuffer | undefined {
  const buffer = runState.resultBuffer;
  runState.resultBuffer = undefined;
  return buffer;
}

/** JSON text or bytes. */
type InputGiven = string | Uint8Array | undefined;

function runScript(source: string, input: InputGiven): void {
  let value: unknown;
  try {
    giveInput(input);
    value = indirectEval(source);
  } catch (error) {
    fail(error);
    return;
  }
  settle(value);
}

function giveInput(input: InputGiven): void {
  defineProperty(globalObject, 'input', {
    value: readInput(input),
    writable: true,
    configurable: true,
    enumerable: true,
  });
}

function attempt(work: () => void): void {
  try {
    work();
  } catch (error) {
    fail(error);
  }
}

function callDefault(namespace: unknown, input: InputGiven): void {
  let value: unknown;
  try {
    if (namespace !== undefined) {
      held.defaultExport = (namespace as { readonly default?: unknown }).default;
    }
    value = held.defaultExport;
    if (typeof value === 'function') {
      value = apply(value as () => unknown, undefined, [readInput(input), callContext()]);
    }
  } catch (error) {
    fail(error);
    return;
  }
  settle(value);
}

function readInput(input: InputGiven): unknown {
  if (typeof input !== 'string') return input;
  try {
    return parseJson(input);
  } catch (error) {
    const { message } = describeThrown(error);
    const why = `The input could not be read as JSON: ${message}`;
    end(reports.threw, errorJson(guestError('InputNotJson', why)));
    throw error;
  }
}
