/** Request: https://fetch.spec.whatwg.org/#request-class, of a program that has no page. */
import { AbortController, AbortSignal, isSignal } from '../events/part.ts';
import { URL } from '../url/part.ts';
import {
  asInterface,
  requireArguments,
  toDictionary,
  toDomString,
  toUsvString,
} from '../webidl.ts';
import type { Body } from './body.ts';
import { addBodyMethods } from './body-methods.ts';
import { extractBody } from './extract-body.ts';
import { type Headers, headersOf, listOfHeaders, toByteString } from './headers.ts';

type Signal = InstanceType<typeof AbortSignal>;

/** What a request says, for whoever carries it out. */
export interface RequestState {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly signal: Signal;
  readonly redirect: string;
  readonly credentials: string;
  readonly cache: string;
  readonly mode: string;
  readonly referrer: string;
  readonly referrerPolicy: string;
  readonly integrity: string;
  readonly keepalive: boolean;
  readonly duplex: string;
  body: Body | null;
}

const words = {
  redirect: ['follow', 'error', 'manual'],
  credentials: ['same-origin', 'omit', 'include'],
  cache: ['default', 'no-store', 'reload', 'no-cache', 'force-cache', 'only-if-cached'],
  mode: ['cors', 'no-cors', 'same-origin', 'navigate'],
  referrerPolicy: [
    '',
    'no-referrer',
    'no-referrer-when-downgrade',
    'same-origin',
    'origin',
    'strict-origin',
    'origin-when-cross-origin',
    'strict-origin-when-cross-origin',
    'unsafe-url',
  ],
} as const;

const tokenPattern = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const normalMethods = ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT'];
const forbiddenMethods = ['CONNECT', 'TRACE', 'TRACK'];

let stateOf: (request: RequestClass) => RequestState;
let withState: (state: RequestState) => RequestClass;

class RequestClass {
  #state: RequestState;

  static {
    stateOf = (request) => request.#state;
    withState = (state) => {
      const request = new RequestClass(state.url);
      request.#state = state;
      return request;
    };
  }

  constructor(input: unknown, init?: unknown) {
    requireArguments(arguments.length, 1, 'Request');
    const options = toDictionary(init, 'The options');
    const isRequest = typeof input === 'object' && input !== null && #state in input;
    this.#state = initialize(isRequest ? input.#state : toUsvString(input), options);
  }

  get method(): string {
    return this.#state.method;
  }

  get url(): string {
    return this.#state.url;
  }

  get headers(): Headers {
    return this.#state.headers;
  }

  get destination(): string {
    void this.#state;
    return '';
  }

  get referrer(): string {
    return this.#state.referrer;
  }

  get referrerPolicy(): string {
    return this.#state.referrerPolicy;
  }

  get mode(): string {
    return this.#state.mode;
  }

  get credentials(): string {
    return this.#state.credentials;
  }

  get cache(): string {
    return this.#state.cache;
  }

  get redirect(): string {
    return this.#state.redirect;
  }

  get integrity(): string {
    return this.#state.integrity;
  }

  get keepalive(): boolean {
    return this.#state.keepalive;
  }

  get signal(): Signal {
    return this.#state.signal;
  }

  get duplex(): string {
    return this.#state.duplex;
  }

  clone(): RequestClass {
    const state = this.#state;
    if (state.body?.isUnusable === true)
      throw new TypeError('The body was used already, or is locked');
    const headers = headersOf([...listOfHeaders(state.headers).headers], 'request');
    const signal = AbortSignal.any([state.signal]);
    return withState({ ...state, headers, signal, body: state.body?.clone() ?? null });
  }
}

type Options = Readonly<Record<string, unknown>>;

function initialize(input: RequestState | string, options: Options): RequestState {
  const from = typeof input === 'string' ? undefined : input;
  const method =
    options['method'] === undefined ? (from?.method ?? 'GET') : toMethod(options['method']);
  const headers = headersOf(
    options['headers'] ?? (from ? [...listOfHeaders(from.headers).headers] : undefined),
    'request',
  );
  const state = {
    method,
    url: typeof input === 'string' ? toPlainUrl(input) : input.url,
    headers,
    signal: toSignal(options['signal'], from),
    redirect: word(options, from, 'redirect'),
    credentials: word(options, from, 'credentials'),
    cache: word(options, from, 'cache'),
    mode: word(options, from, 'mode'),
    referrerPolicy: word(options, from, 'referrerPolicy'),
    referrer: referrerOf(options['referrer'], from),
    integrity:
      options['integrity'] === undefined
        ? (from?.integrity ?? '')
        : toDomString(options['integrity']),
    keepalive:
      options['keepalive'] === undefined
        ? (from?.keepalive ?? false)
        : Boolean(options['keepalive']),
    duplex: 'half',
  };
  refuseOddities(state, options);
  return { ...state, body: bodyOf(method, headers, options, from) };
}

function refuseOddities(state: Pick<RequestState, 'mode' | 'cache'>, options: Options): void {
  if (options['window'] !== undefined && options['window'] !== null) {
    throw new TypeError('A request has no window');
  }
  if (options['mode'] === 'navigate') throw new TypeError('A program does not navigate');
  if (state.cache === 'only-if-cached' && state.mode !== 'same-origin') {
    throw new TypeError('only-if-cached is for mode same-origin');
  }
}

function bodyOf(
  method: string,
  headers: Headers,
  options: Options,
  from: RequestState | undefined,
): Body | null {
  const given = options['body'];
  const inherited = from?.body ?? null;
  if ((given !== undefined && given !== null) || inherited !== null) {
    if (method === 'GET' || method === 'HEAD') throw new TypeError(`A ${method} has no body`);
  }
  if (given === undefined || given === null) {
    if (inherited === null) return null;
    if (inherited.isUnusable) throw new TypeError('The body was used already, or is locked');
    return inherited.take();
  }
  const { body, type } = extractBody(given);
  if (body.plainBytes === undefined && options['duplex'] === undefined) {
    throw new TypeError('A request with a stream for a body says duplex: half');
  }
  const list = listOfHeaders(headers);
  if (type !== null && !list.has('content-type')) list.append('Content-Type', type);
  return body;
}

function toPlainUrl(text: string): string {
  const url = URL.parse(text);
  if (url === null) throw new TypeError(`The request's URL cannot be read: ${text.slice(0, 200)}`);
  if (url.username !== '' || url.password !== '') {
    throw new TypeError('The request’s URL has a user name or a password in it');
  }
  return url.href;
}

function toMethod(value: unknown): string {
  const method = toByteString(value);
  const upper = method.toUpperCase();
  if (!tokenPattern.test(method) || forbiddenMethods.includes(upper)) {
    throw new TypeError(`A request cannot have this method: ${method}`);
  }
  return normalMethods.includes(upper) ? upper : method;
}

function toSignal(value: unknown, from: RequestState | undefined): Signal {
  if (value === null || (value === undefined && from === undefined))
    return new AbortController().signal;
  const signal = value ?? from?.signal;
  if (!isSignal(signal)) throw new TypeError('The signal is no AbortSignal');
  return AbortSignal.any([signal as Signal]);
}

function word(options: Options, from: RequestState | undefined, key: keyof typeof words): string {
  const known: readonly string[] = words[key];
  const given = options[key];
  if (given === undefined) return from?.[key] ?? (known[0] as string);
  const text = toDomString(given);
  if (!known.includes(text)) throw new TypeError(`A request knows no ${key} ${text}`);
  return text;
}

function referrerOf(given: unknown, from: RequestState | undefined): string {
  if (given === undefined) return from?.referrer ?? 'about:client';
  const text = toUsvString(given);
  if (text === '') return '';
  if (!URL.canParse(text)) throw new TypeError(`The referrer cannot be read as a URL: ${text}`);
  return 'about:client';
}

addBodyMethods(RequestClass, (request) => {
  const { body, headers } = stateOf(request);
  return { body, contentType: listOfHeaders(headers).get('content-type') };
});
export const Request = asInterface(RequestClass, 'Request');
/** Throws for what is no Request. */
export const stateOfRequest = (request: InstanceType<typeof Request>): RequestState =>
  stateOf(request);
