/**
 * A fetch on its way out of the sandbox: what a program asks of a server on the internet, and what
 * became of it. The host, which has no sockets, passes it to its agent, whose broker carries it out
 * or says why not. Bytes are bytes here, and nothing is text that needs parsing.
 */

export type HeaderPair = readonly [name: string, value: string];

/** What to do about a redirection: follow it, fail, or hand it to the program. */
export const redirectModes = ['follow', 'error', 'manual'] as const;
export type RedirectMode = (typeof redirectModes)[number];

export interface FetchRequest {
  readonly method: string;
  readonly url: string;
  readonly redirect: RedirectMode;
  readonly headers: readonly HeaderPair[];
  readonly body?: Uint8Array;
}

export interface FetchResponse {
  readonly status: number;
  readonly statusText: string;
  /** Where it came from in the end. */
  readonly url: string;
  readonly isRedirected: boolean;
  readonly headers: readonly HeaderPair[];
  readonly body: Uint8Array;
}

/** Why there is no response: the `code` of the cause that a program catches. docs/egress.md. */
export const fetchFailures = [
  'EGRESS_OFF',
  'DETERMINISTIC',
  'URL_NOT_VALID',
  'REQUEST_NOT_VALID',
  'ORIGIN_NOT_ALLOWED',
  'METHOD_NOT_ALLOWED',
  'ADDRESS_NOT_ALLOWED',
  'SECRET_NOT_ALLOWED',
  'SECRET_IN_RESPONSE',
  'REDIRECTED',
  'TOO_MANY_REDIRECTS',
  'REQUEST_TOO_LARGE',
  'RESPONSE_TOO_LARGE',
  'RESPONSE_ENCODED',
  'RESPONSE_NOT_VALID',
  'RUN_BYTES_EXCEEDED',
  'NODE_BUSY',
  'NAME_NOT_FOUND',
  'CONNECTION_FAILED',
  'CERTIFICATE_NOT_VALID',
  'TIMED_OUT',
] as const;
export type FetchFailure = (typeof fetchFailures)[number];

export type FetchResult =
  | { readonly name: 'responded'; readonly response: FetchResponse }
  | { readonly name: 'failed'; readonly code: FetchFailure; readonly message: string };

/** A fetch, numbered within its run in one host. */
export interface FetchCall {
  readonly callId: number;
  readonly request: FetchRequest;
}

export interface FetchReply {
  readonly callId: number;
  readonly result: FetchResult;
}

export const fetchBounds = {
  urlCharsMax: 8_192,
  headersMax: 128,
  /** Names and values together, before secrets are filled in and after. */
  headerCharsMax: 32 * 1024,
  requestBytesMax: 1024 * 1024,
  /** The most that an operator can allow. */
  responseBytesMax: 16 * 1024 * 1024,
} as const;

/** What a host asks that no honest host would, or undefined. */
export function excessOf({ method, url, headers, body }: FetchRequest): string | undefined {
  const { urlCharsMax, headersMax, headerCharsMax, requestBytesMax } = fetchBounds;
  if (method.length > 64) return `its method has ${method.length} characters`;
  if (url.length > urlCharsMax) return `its URL has more than ${urlCharsMax} characters`;
  if (headers.length > headersMax) return `it has more than ${headersMax} headers`;
  const headerChars = headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
  if (headerChars > headerCharsMax)
    return `its headers have more than ${headerCharsMax} characters`;
  const bodyBytes = body?.length ?? 0;
  return bodyBytes > requestBytesMax
    ? `its body has more than ${requestBytesMax} bytes`
    : undefined;
}

export function failedFetch(code: FetchFailure, message: string): FetchResult {
  return { name: 'failed', code, message };
}
