/**
 * Fetches on their way out of a context. They are queued and counted with the calls of tools; what
 * the web API `fetch` says of a request is text, its body Base64, and measured here once more: the
 * part that brings `fetch` runs beside a guest that may have patched what it uses.
 */
import { fetchBounds } from '../../frames/fetch-call.ts';
import { errorHere } from './call-error.ts';
import { abortCall, type Call, closeCall, queueCall } from './host-calls.ts';
import { indexOf, mathCeil, slice } from './intrinsics.ts';
import { ownData } from './read-data.ts';
import { hasEnded, runState } from './run-state.ts';
import { reports } from './runtime-protocol.ts';

/** As the host brought it: the head's text (fetch-texts.ts), and the body. */
export interface FetchedReply {
  readonly head: string;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** Of frames/fetch-call.ts, with a message. */
export interface FetchRefusal {
  readonly code: string;
  readonly message: string;
}

const { headerCharsMax, headersMax, requestBytesMax, urlCharsMax } = fetchBounds;
const headCharsMax = headerCharsMax + urlCharsMax + 2 * headersMax + 256;
const bodyCharsMax = mathCeil(requestBytesMax / 3) * 4;

/** What undoes it: nobody waits any more. `bodyBase64` is empty for no body. */
export function callFetch(
  head: string,
  bodyBase64: string,
  resolve: (reply: FetchedReply) => void,
  reject: (refusal: FetchRefusal) => void,
): () => void {
  if (runState.virtualMs !== undefined) {
    reject(refusal('DETERMINISTIC', 'A deterministic run fetches nothing'));
    return () => {};
  }
  // Of a run that is over nothing is made any more, and nobody is to hear of it.
  if (hasEnded()) return () => {};
  if (typeof head !== 'string' || typeof bodyBase64 !== 'string') return () => {};
  if (head.length > headCharsMax || bodyBase64.length > bodyCharsMax) {
    reject(refusal('REQUEST_TOO_LARGE', 'The request is larger than one may be'));
    return () => {};
  }
  const text = `${head}\n\n${bodyBase64}`;
  const call: Call = queueCall(
    reports.fetch,
    text,
    errorHere(),
    resolve as (value: unknown) => void,
    reject as (error: unknown) => void,
  );
  return () => abortCall(call);
}

/** `reply` is a copy that the host has made: head and body. */
export function resolveFetch(callId: number, reply: object): void {
  const head = ownData(reply, 'head');
  const body = ownData(reply, 'body');
  closeCall(callId)?.resolve({ __proto__: null, head, body });
}

/** `why` is a code and a message, apart by a space. */
export function rejectFetch(callId: number, why: string): void {
  const space = indexOf(why, ' ');
  closeCall(callId)?.reject(refusal(slice(why, 0, space), slice(why, space + 1)));
}

function refusal(code: string, message: string): FetchRefusal {
  return { __proto__: null, code, message } as FetchRefusal;
}
