/** Response: https://fetch.spec.whatwg.org/#response-class */

import { URL } from '../url/part.ts';
import { utf8Bytes } from '../utf8.ts';
import {
  asInterface,
  requireArguments,
  toDictionary,
  toUsvString,
  toWrappedInteger,
} from '../webidl.ts';
import { Body } from './body.ts';
import { addBodyMethods } from './body-methods.ts';
import { type Extracted, extractBody } from './extract-body.ts';
import { type Headers, headersOf, listOfHeaders, toByteString } from './headers.ts';

/** What a response is, whoever made it. */
export interface ResponseState {
  readonly type: 'basic' | 'cors' | 'default' | 'error' | 'opaque' | 'opaqueredirect';
  readonly status: number;
  readonly statusText: string;
  readonly url: string;
  readonly isRedirected: boolean;
  readonly headers: Headers;
  body: Body | null;
}

const nullBodyStatuses = [101, 103, 204, 205, 304];
const redirectStatuses = [301, 302, 303, 307, 308];

let stateOf: (response: ResponseClass) => ResponseState;
let withState: (state: ResponseState) => ResponseClass;

class ResponseClass {
  #state: ResponseState;

  static {
    stateOf = (response) => response.#state;
    withState = (state) => {
      const response = new ResponseClass();
      response.#state = state;
      return response;
    };
  }

  constructor(body: unknown = null, init?: unknown) {
    const extracted = body === null || body === undefined ? undefined : extractBody(body);
    this.#state = initialize(init, extracted);
  }

  static error(): ResponseClass {
    return withState({ ...initialize({}, undefined, 'immutable'), type: 'error', status: 0 });
  }

  static redirect(url: string, status: number = 302): ResponseClass {
    requireArguments(arguments.length, 1, 'Response.redirect');
    const { href } = new URL(toUsvString(url));
    const code = toWrappedInteger(status, 16, false);
    if (!redirectStatuses.includes(code)) {
      throw new RangeError(`This is no status of a redirection: ${code}`);
    }
    const state = initialize({ headers: { location: href } }, undefined, 'immutable');
    return withState({ ...state, status: code });
  }

  static json(data: unknown, init?: unknown): ResponseClass {
    requireArguments(arguments.length, 1, 'Response.json');
    const text: unknown = JSON.stringify(data);
    if (typeof text !== 'string') throw new TypeError('The data cannot be written as JSON');
    const body = new Body(utf8Bytes(text.toWellFormed()));
    return withState(initialize(init, { body, type: 'application/json' }));
  }

  get type(): string {
    return this.#state.type;
  }

  get url(): string {
    return this.#state.url;
  }

  get redirected(): boolean {
    return this.#state.isRedirected;
  }

  get status(): number {
    return this.#state.status;
  }

  get ok(): boolean {
    return this.#state.status >= 200 && this.#state.status <= 299;
  }

  get statusText(): string {
    return this.#state.statusText;
  }

  get headers(): Headers {
    return this.#state.headers;
  }

  clone(): ResponseClass {
    const state = this.#state;
    if (state.body?.isUnusable === true)
      throw new TypeError('The body was used already, or is locked');
    const list = listOfHeaders(state.headers);
    const headers = headersOf([...list.headers], list.guard);
    return withState({ ...state, headers, body: state.body?.clone() ?? null });
  }
}

function initialize(
  init: unknown,
  extracted: Extracted | undefined,
  guard: 'response' | 'immutable' = 'response',
): ResponseState {
  const { status = 200, statusText = '', headers: given } = toDictionary(init, 'The options');
  const code = toWrappedInteger(status, 16, false);
  const reason = toByteString(statusText);
  if (code < 200 || code > 599) throw new RangeError(`The status is outside 200 to 599: ${code}`);
  if (!/^[\t -~\x80-\xff]*$/.test(reason)) throw new TypeError('The status text is no text');
  const headers = headersOf(given, guard);
  if (extracted !== undefined) {
    if (nullBodyStatuses.includes(code)) {
      throw new TypeError(`A response of this status has no body: ${code}`);
    }
    const list = listOfHeaders(headers);
    if (extracted.type !== null && !list.has('content-type')) {
      list.append('Content-Type', extracted.type);
    }
  }
  return {
    type: 'default',
    status: code,
    statusText: reason,
    url: '',
    isRedirected: false,
    headers,
    body: extracted?.body ?? null,
  };
}

addBodyMethods(ResponseClass, (response) => {
  const { body, headers } = stateOf(response);
  return { body, contentType: listOfHeaders(headers).get('content-type') };
});
export const Response = asInterface(ResponseClass, 'Response');
/** A response that came from elsewhere. */
export const responseOf = (state: ResponseState): InstanceType<typeof Response> => withState(state);
