/**
 * The calls out of the sandbox that one run has made, of tools and of servers: which are open, which
 * replies have come and not been brought to it.
 */
import {
  failedCall,
  type HostCall,
  type HostCallReply,
  hostCallBytesMax,
  isTooLarge,
} from '../../../shared/execution/host-call.ts';
import { excessOf, type FetchCall, type FetchReply, failedFetch } from '../../frames/fetch-call.ts';
import { readRequestHead } from '../runtime/fetch-texts.ts';

/** What is brought to the run, as the engine's entry. */
export type ReplyEntry =
  | { readonly name: 'reply'; readonly reply: HostCallReply }
  | { readonly name: 'fetch-reply'; readonly reply: FetchReply };

/** What the run asks of the outside. */
export type CallOut =
  | { readonly name: 'call'; readonly call: HostCall }
  | { readonly name: 'fetch'; readonly call: FetchCall }
  | { readonly name: 'fetch-abort'; readonly callId: number };

export class SessionCalls {
  /** Few runs call, so these are made by the first call. */
  #open: Set<number> | undefined;
  #replies: ReplyEntry[] | undefined;

  /** Whether a reply is still to come. */
  get hasOpen(): boolean {
    return this.#open !== undefined && this.#open.size > 0;
  }

  get hasReplies(): boolean {
    return this.#replies !== undefined && this.#replies.length > 0;
  }

  made(callId: number): void {
    this.#open ??= new Set();
    this.#open.add(callId);
  }

  /** False where it has been replied to. */
  givenUp(callId: number): boolean {
    return this.#open?.delete(callId) === true;
  }

  /** False where no such call is open. */
  replied(entry: ReplyEntry): boolean {
    if (!this.#open?.delete(entry.reply.callId)) return false;
    this.#replies ??= [];
    this.#replies.push(entry);
    return true;
  }

  takeReply(): ReplyEntry | undefined {
    return this.#replies?.shift();
  }
}

/**
 * What the run is told of one that is larger than may be, instead of its being made: the guest's
 * side counted characters, these are bytes.
 */
export function refusalOf(
  callOut: Exclude<CallOut, { name: 'fetch-abort' }>,
): ReplyEntry | undefined {
  const { callId } = callOut.call;
  if (callOut.name === 'fetch') {
    if (excessOf(callOut.call.request) === undefined) return undefined;
    const why = failedFetch('REQUEST_TOO_LARGE', 'The request is larger than one may be');
    return { name: 'fetch-reply', reply: { callId, result: why } };
  }
  const { argumentJson } = callOut.call;
  if (argumentJson === undefined || !isTooLarge(argumentJson)) return undefined;
  const why = `The argument is longer than ${hostCallBytesMax} bytes`;
  return { name: 'reply', reply: { callId, result: failedCall('HostCallTooLarge', why) } };
}

/** What a report says of a call, `ID NAME ARGUMENT`: no guest had a hand in its form. */
export function reportedCall(body: string): CallOut {
  const nameAt = body.indexOf(' ') + 1;
  const argumentAt = body.indexOf(' ', nameAt) + 1;
  const callId = Number(body.slice(0, nameAt - 1));
  const toolName = body.slice(nameAt, argumentAt - 1);
  const call = { callId, toolName };
  if (argumentAt === body.length) return { name: 'call', call };
  return { name: 'call', call: { ...call, argumentJson: body.slice(argumentAt) } };
}

/** The same of a fetch, `ID HEAD`, an empty line, and the body as Base64. */
export function reportedFetch(report: string): CallOut {
  const headAt = report.indexOf(' ') + 1;
  const headEnd = report.indexOf('\n\n', headAt);
  const callId = Number(report.slice(0, headAt - 1));
  const head = readRequestHead(report.slice(headAt, headEnd));
  const body = Buffer.from(report.slice(headEnd + 2), 'base64');
  const request = body.length === 0 ? head : { ...head, body };
  return { name: 'fetch', call: { callId, request } };
}

export function reportedAborts(ids: string): CallOut[] {
  return ids
    .split(' ')
    .filter(Boolean)
    .map((id) => ({ name: 'fetch-abort', callId: Number(id) }));
}
