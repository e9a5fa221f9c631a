/**
 * Calls out of the sandbox. A call is plain JSON text, counted and measured, before anybody
 * outside hears of it; the host takes them one by one when the guest has come back, and brings
 * each reply as an entry of its own, so that, as everywhere, microtasks run between two of them.
 *
 *   called ──▶ waiting ──taken, while few enough are open──▶ open ──replied──▶ settled
 *
 * What is not taken when the run ends is never made.
 */
import { hostCallBytesMax } from '../../../shared/execution/host-call.ts';
import { stdinCallName } from '../../../shared/execution/stdin.ts';
import { become, becomeThrown, errorHere } from './call-error.ts';
import { errorJson, guestError } from './describe-thrown.ts';
import {
  MapConstructor,
  mapDelete,
  mapGet,
  mapSet,
  PromiseConstructor,
  parseJson,
  stringifyJson,
} from './intrinsics.ts';
import { end, hasEnded, runState } from './run-state.ts';
import { callOverflowLevel, reports } from './runtime-protocol.ts';

export interface Call {
  /** `call` or `fetch` of the reports. */
  readonly kind: string;
  readonly text: string;
  /** For what a tool throws. */
  readonly error: Error;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  /** It takes no place of those that may be open. */
  readonly isUncounted: boolean;
  after: Call | undefined;
  /** From when it is open. */
  callId: number;
  isAborted: boolean;
}

const calls = {
  __proto__: null,
  callsMax: 0,
  openMax: 0,
  /** Of this run; the last one's number is its id. */
  made: 0,
  taken: 0,
  first: undefined as Call | undefined,
  last: undefined as Call | undefined,
  open: new MapConstructor<unknown, Call>(),
  openCount: 0,
  /** Of stdin, which waits for no other call. */
  read: undefined as Call | undefined,
  isReading: false,
  /** The open ones that nobody waits for any more, each id with a space after it. */
  aborts: '',
};

/** For the run that begins; what an earlier one has left open is not replied to any more. */
export function beginCalls(callsMax: number, openMax: number): void {
  calls.callsMax = callsMax;
  calls.openMax = openMax;
  calls.made = 0;
  calls.taken = 0;
  calls.first = undefined;
  calls.last = undefined;
  if (hasOpenCalls()) calls.open = new MapConstructor<unknown, Call>();
  calls.openCount = 0;
  calls.read = undefined;
  calls.isReading = false;
  calls.aborts = '';
}

/** Rejects where the call cannot be made, and with what its tool throws. */
export function callTool(toolName: string, argument: unknown): Promise<unknown> {
  const error = errorHere();
  return new PromiseConstructor((resolve, reject) => {
    // The guest's own getters run here, and may themselves call.
    const argumentJson = jsonOf(argument);
    if (argumentJson === undefined) {
      throw become(
        error,
        'HostCallTooLarge',
        `The argument is longer than ${hostCallBytesMax} bytes`,
      );
    }
    queueCall(reports.call, `${toolName} ${argumentJson}`, error, resolve, reject);
  });
}

/** Throws where the run has called as often as it may. */
export function queueCall(
  kind: string,
  text: string,
  error: Error,
  resolve: (value: unknown) => void,
  reject: (error: unknown) => void,
): Call {
  if (hasEnded() || calls.made >= calls.callsMax) throw tooMany(error);
  calls.made++;
  const call = newCall(kind, text, error, resolve, reject, false);
  if (calls.last === undefined) calls.first = call;
  else calls.last.after = call;
  calls.last = call;
  return call;
}

/** More of stdin; undefined at its end. One at a time, and beside the calls. */
export function readMore(): Promise<unknown> {
  const error = errorHere();
  return new PromiseConstructor((resolve, reject) => {
    if (hasEnded()) return;
    calls.read = newCall(reports.call, `${stdinCallName} `, error, resolve, reject, true);
  });
}

function newCall(
  kind: string,
  text: string,
  error: Error,
  resolve: (value: unknown) => void,
  reject: (error: unknown) => void,
  isUncounted: boolean,
): Call {
  return {
    // @ts-expect-error -- so that nothing the guest does to Object.prototype is seen through it
    __proto__: null,
    kind,
    text,
    error,
    resolve,
    reject,
    isUncounted,
    after: undefined,
    callId: 0,
    isAborted: false,
  };
}

/** Nobody waits for it any more: it is not made, or given up. */
export function abortCall(call: Call): void {
  call.isAborted = true;
  if (mapGet(calls.open, call.callId) !== call) return;
  closeCall(call.callId);
  calls.aborts += `${call.callId} `;
}

export function takeAborts(): string {
  const { aborts } = calls;
  calls.aborts = '';
  return aborts;
}

/**
 * The report of the next call to be made; undefined when none waits, or as many are open as may
 * be. Of a tool's the argument may be empty.
 */
export function takeCall(): string | undefined {
  const { read } = calls;
  if (read !== undefined) {
    calls.read = undefined;
    return opened(read);
  }
  while (calls.first?.isAborted === true) takeFirst();
  const call = calls.first;
  if (call === undefined || calls.openCount >= calls.openMax) return undefined;
  takeFirst();
  return opened(call);
}

function opened(call: Call): string {
  call.callId = ++calls.taken;
  mapSet(calls.open, call.callId, call);
  if (call.isUncounted) calls.isReading = true;
  else calls.openCount++;
  return `${call.kind}${call.callId} ${call.text}`;
}

function takeFirst(): void {
  calls.first = calls.first?.after;
  if (calls.first === undefined) calls.last = undefined;
}

export function hasOpenCalls(): boolean {
  return calls.openCount > 0 || calls.isReading;
}

/** Its tool has returned. */
export function resolveCall(callId: number, resultJson: string | undefined): void {
  const call = closeCall(callId);
  if (call === undefined) return;
  let result: unknown;
  try {
    result = resultJson === undefined ? undefined : parseJson(resultJson);
  } catch {
    call.reject(become(call.error, 'HostCallNotJson', 'The reply is no JSON'));
    return;
  }
  call.resolve(result);
}

/** Its tool has thrown; or it could not be asked. */
export function rejectCall(callId: number, json: string): void {
  const call = closeCall(callId);
  if (call !== undefined) call.reject(becomeThrown(call.error, json));
}

/** The call that was open by this id. */
export function closeCall(callId: number): Call | undefined {
  const call = mapGet(calls.open, callId);
  if (call === undefined) return undefined;
  mapDelete(calls.open, callId);
  if (call.isUncounted) calls.isReading = false;
  else calls.openCount--;
  return call;
}

/** Empty for no argument; undefined when it is too long. Throws what JSON and the guest throw. */
function jsonOf(argument: unknown): string | undefined {
  // As JSON it is longer still, and might not fit into the memory that is left.
  if (typeof argument === 'string' && argument.length > hostCallBytesMax) return undefined;
  const json = stringifyJson(argument);
  if (typeof json !== 'string') return '';
  return json.length > hostCallBytesMax ? undefined : json;
}

/** Ends the run, and makes the error that unwinds it; should the guest catch it, the host acts. */
function tooMany(error: Error): Error {
  const why = `The program may make ${calls.callsMax} calls, and no more`;
  const isFirst = !hasEnded();
  end(reports.tooManyCalls, errorJson(guestError('HostCallLimit', why)));
  if (isFirst && runState.emit !== undefined) runState.emit(callOverflowLevel, why, 0);
  return become(error, 'HostCallLimit', why);
}
