/** The headers of a request as it is sent: what a program said, less what is not its to say. */
import { type Destination } from '../../shared/egress/egress-rule.ts';
import { fetchBounds, type HeaderPair } from '../frames/fetch-call.ts';
import { FetchFailed } from './fetch-failed.ts';
import { hasPlaceholder, type Secret, type SecretStore } from './secrets.ts';

const tokenPattern = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const valuePattern = /^[\t\x20-\x7e\x80-\xff]*$/;

/**
 * Of the connection, and not of the request: https://fetch.spec.whatwg.org/#forbidden-request-header
 * without those that only a page in a browser has to be kept from.
 */
const ourOwn: ReadonlySet<string> = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'date',
  'expect',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'via',
]);
/** Not for whoever a redirection leads to elsewhere. */
const ofOneOrigin: ReadonlySet<string> = new Set(['authorization', 'cookie', 'cookie2']);
const ofBodies: ReadonlySet<string> = new Set([
  'content-encoding',
  'content-language',
  'content-location',
  'content-type',
]);

/** Throws FetchFailed. */
export function checkedHeaders(headers: readonly HeaderPair[]): HeaderPair[] {
  for (const [name, value] of headers) {
    if (!tokenPattern.test(name) || !valuePattern.test(value))
      throw new FetchFailed('REQUEST_NOT_VALID', 'A header has a name or a value that cannot be');
  }
  return headers.filter(([name]) => {
    const lowerName = name.toLowerCase();
    return !ourOwn.has(lowerName) && !/^(?:proxy|sec)-/.test(lowerName);
  });
}

/** For another origin: what was for the first one is left behind, secrets that are not for it too. */
export function headersElsewhere(
  headers: readonly HeaderPair[],
  url: URL,
  secrets: SecretStore,
): HeaderPair[] {
  return headers.filter(([name, value]) => {
    if (ofOneOrigin.has(name.toLowerCase())) return false;
    return !hasPlaceholder(value) || secrets.fill(value, url).name === 'filled';
  });
}

export function headersWithoutBody(headers: readonly HeaderPair[]): HeaderPair[] {
  return headers.filter(([name]) => !ofBodies.has(name.toLowerCase()));
}

/** Without what asks for a part: half of a secret in a response would not be found. */
export function headersForWhole(headers: readonly HeaderPair[]): HeaderPair[] {
  return headers.filter(([name]) => !/^(?:if-)?range$/i.test(name));
}

export interface FilledHeaders {
  readonly headers: readonly HeaderPair[];
  readonly secrets: readonly Secret[];
}

/** Throws FetchFailed where a secret is not for this origin, or they are too long together. */
export function filledHeaders(
  headers: readonly HeaderPair[],
  url: URL,
  store: SecretStore,
): FilledHeaders {
  const secrets: Secret[] = [];
  let chars = 0;
  const filled = headers.map(([name, value]): HeaderPair => {
    const result = store.fill(value, url);
    if (result.name === 'refused')
      throw new FetchFailed(
        'SECRET_NOT_ALLOWED',
        `There is no secret of this name for this origin: ${result.secretName}`,
      );
    // A placeholder is short, and may be there a thousand times.
    chars += name.length + result.value.length;
    if (chars > fetchBounds.headerCharsMax) throw headersTooLarge();
    secrets.push(...result.used);
    return [name, result.value];
  });
  return { headers: filled, secrets };
}

function headersTooLarge(): FetchFailed {
  const why = `The headers of the request have more than ${fetchBounds.headerCharsMax} characters`;
  return new FetchFailed('REQUEST_TOO_LARGE', why);
}

/** All that is sent, ours included, one after another as node:http takes them. */
export function rawHeaders(
  headers: readonly HeaderPair[],
  { protocol, hostname, port }: Destination,
  bodyBytes: number | undefined,
): string[] {
  const usualPort = protocol === 'https:' ? 443 : 80;
  const raw = ['Host', port === usualPort ? hostname : `${hostname}:${port}`];
  for (const [name, value] of headers) raw.push(name, value);
  const has = (wanted: string): boolean => headers.some(([name]) => name.toLowerCase() === wanted);
  if (!has('accept')) raw.push('Accept', '*/*');
  if (!has('user-agent')) raw.push('User-Agent', 'isopod');
  // What is compressed could not be searched for secrets, nor measured before it is unpacked.
  raw.push('Accept-Encoding', 'identity', 'Connection', 'close');
  if (bodyBytes !== undefined) raw.push('Content-Length', String(bodyBytes));
  return raw;
}
