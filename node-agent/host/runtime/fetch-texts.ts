/**
 * What is said of a fetch across the border of a context: the head of a request and of a response
 * as a text of lines. Bodies go beside it.
 *
 *   request    METHOD REDIRECT URL          response    STATUS 0|1 URL      1 where redirected
 *              NAME:VALUE                               STATUS TEXT
 *              …                                        NAME:VALUE …
 */
import {
  type FetchRequest,
  type FetchResponse,
  type HeaderPair,
  redirectModes,
} from '../../frames/fetch-call.ts';

export type RequestHead = Omit<FetchRequest, 'body'>;
export type ResponseHead = Omit<FetchResponse, 'body'>;

export function writeRequestHead({ method, redirect, url, headers }: RequestHead): string {
  return [`${method} ${redirect} ${url}`, ...headers.map(headerLine)].join('\n');
}

/** Of what a guest may have had a hand in: it may be any request, and is one. */
export function readRequestHead(text: string): RequestHead {
  const [first = '', ...lines] = text.split('\n');
  const [method = '', mode = '', url = ''] = first.split(' ');
  const redirect = redirectModes.find((known) => known === mode) ?? 'error';
  return { method, redirect, url, headers: lines.map(headerOf) };
}

export function writeResponseHead(head: ResponseHead): string {
  const { status, isRedirected, url, statusText, headers } = head;
  const first = `${status} ${isRedirected ? 1 : 0} ${url}`;
  return [first, statusText, ...headers.map(headerLine)].join('\n');
}

export function readResponseHead(text: string): ResponseHead {
  const [first = '', statusText = '', ...lines] = text.split('\n');
  const [status = '', redirected = '', url = ''] = first.split(' ');
  return {
    status: Number(status),
    statusText,
    url,
    isRedirected: redirected === '1',
    headers: lines.map(headerOf),
  };
}

function headerLine([name, value]: HeaderPair): string {
  return `${name}:${value}`;
}

function headerOf(line: string): HeaderPair {
  const colon = line.indexOf(':');
  return [line.slice(0, colon), line.slice(colon + 1)];
}
