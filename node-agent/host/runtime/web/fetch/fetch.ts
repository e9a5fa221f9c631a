/**
 * fetch: https://fetch.spec.whatwg.org/#fetch-method, of a program that has no page and no
 * network: the agent carries it out, where its operator allows it, and the response comes whole.
 */
import { fetchBounds } from '../../../../frames/fetch-call.ts';
import { readResponseHead, writeRequestHead } from '../../fetch-texts.ts';
import { addAbortAlgorithm, removeAbortAlgorithm } from '../events/part.ts';
import { callFetch, type FetchedReply, type FetchRefusal } from '../kit.ts';
import { Body } from './body.ts';
import { headersOf, listOfHeaders } from './headers.ts';
import { Request, type RequestState, stateOfRequest } from './request.ts';
import { type Response, responseOf } from './response.ts';

type ResponseObject = InstanceType<typeof Response>;

const failedMessage = 'fetch failed';
const nullBodyStatuses = [101, 103, 204, 205, 304];

export function fetch(input: unknown, init?: unknown): Promise<ResponseObject> {
  // Made here for its stack: when the answer comes nobody is on it.
  const error = new TypeError(failedMessage);
  return fetched(input, init, error);
}

async function fetched(input: unknown, init: unknown, error: TypeError): Promise<ResponseObject> {
  const request = stateOfRequest(new Request(input, init));
  const { signal } = request;
  if (signal.aborted) throw signal.reason;
  const body = (await request.body?.readAll()) ?? new Uint8Array();
  if (signal.aborted) throw signal.reason;
  if (body.length > fetchBounds.requestBytesMax) {
    throw failed(error, {
      code: 'REQUEST_TOO_LARGE',
      message: `The request’s body has more than ${fetchBounds.requestBytesMax} bytes`,
    });
  }
  return await new Promise((resolve, reject) => {
    const abort = (): void => {
      giveUp?.();
      reject(signal.reason);
    };
    addAbortAlgorithm(signal, abort);
    const giveUp: (() => void) | undefined = callFetch(
      headOf(request),
      body.toBase64(),
      (reply) => {
        removeAbortAlgorithm(signal, abort);
        resolve(responseFrom(reply, request.method));
      },
      (refusal) => {
        removeAbortAlgorithm(signal, abort);
        reject(failed(error, refusal));
      },
    );
  });
}

function headOf({ method, redirect, url, headers }: RequestState): string {
  const mode = redirect === 'manual' || redirect === 'error' ? redirect : 'follow';
  return writeRequestHead({ method, redirect: mode, url, headers: listOfHeaders(headers).headers });
}

function responseFrom(reply: FetchedReply, method: string): ResponseObject {
  const { status, statusText, url, isRedirected, headers } = readResponseHead(reply.head);
  const hasBody = method !== 'HEAD' && !nullBodyStatuses.includes(status);
  return responseOf({
    type: 'basic',
    status,
    statusText,
    url,
    isRedirected,
    headers: headersOf(headers, 'immutable'),
    body: hasBody ? new Body(reply.body) : null,
  });
}

/** Its cause says why, with a `code` that programs may go by; and so do its message and its stack. */
function failed(error: TypeError, { code, message }: FetchRefusal): TypeError {
  const cause = Object.assign(new Error(message), { code });
  const whole = `${failedMessage}: ${message}`;
  const { stack } = error;
  define(error, 'cause', cause);
  define(error, 'message', whole);
  if (typeof stack === 'string')
    define(
      error,
      'stack',
      stack.replace(failedMessage, () => whole),
    );
  return error;
}

function define(error: TypeError, name: string, value: unknown): void {
  Object.defineProperty(error, name, { value, writable: true, configurable: true });
}
