/**
 * A fetch from its first request to its last response. Every request on the way, the first and
 * those that redirections ask for, is judged anew: its origin and method by the policy, every
 * address of its host by the address rules, its secrets by what they are for. What is not HTTP's
 * own is as https://fetch.spec.whatwg.org/#http-redirect-fetch has it.
 */
import { destinationOf } from '../../shared/egress/egress-rule.ts';
import {
  type FetchRequest,
  type FetchResponse,
  fetchBounds,
  type HeaderPair,
} from '../frames/fetch-call.ts';
import type { AddressRules } from './address-rules.ts';
import type { EgressPolicy, PolicyVerdict } from './egress-policy.ts';
import { FetchFailed } from './fetch-failed.ts';
import { HttpExchange } from './http-exchange.ts';
import { addressRefusal, connectPinned, withoutBrackets } from './pinned-connection.ts';
import {
  checkedHeaders,
  filledHeaders,
  headersElsewhere,
  headersForWhole,
  headersWithoutBody,
  rawHeaders,
} from './request-headers.ts';
import type { Secret, SecretStore } from './secrets.ts';

export interface CarrierParts {
  readonly policy: EgressPolicy;
  readonly addresses: AddressRules;
  readonly secrets: SecretStore;
  /** Those that this run has sent: what has them may come back later, too. */
  readonly secretsSent: Set<Secret>;
  readonly resolveHost: (hostname: string) => Promise<readonly string[]>;
  readonly responseBytesMax: number;
  /** Charges the run; throws FetchFailed where it has had enough. */
  readonly take: (bytes: number) => void;
  readonly signal: AbortSignal;
}

/** One request of those that a fetch may take. */
interface Hop {
  readonly url: URL;
  readonly method: string;
  readonly headers: readonly HeaderPair[];
  readonly body: Uint8Array | undefined;
}

export const redirectsMax = 10;
const redirectStatuses: readonly number[] = [301, 302, 303, 307, 308];

/** Rejects with FetchFailed, or with the reason of the signal. */
export async function carryOutFetch(
  request: FetchRequest,
  parts: CarrierParts,
): Promise<FetchResponse> {
  let hop = firstHop(request, parts);
  for (let redirects = 0; ; redirects++) {
    const exchange = await exchanged(hop, parts);
    try {
      refuseSecretsIn(headTextOf(exchange), hop.url, parts);
      const location = redirectStatuses.includes(exchange.status)
        ? exchange.header('location')
        : undefined;
      if (location === undefined || request.redirect === 'manual')
        return await responseOf(exchange, hop, redirects > 0, parts);
      if (request.redirect === 'error')
        throw new FetchFailed('REDIRECTED', 'The server redirects, which the request refuses');
      if (redirects >= redirectsMax)
        throw new FetchFailed('TOO_MANY_REDIRECTS', `More than ${redirectsMax} redirections`);
      hop = nextHop(hop, exchange.status, location, parts);
    } finally {
      exchange.close();
    }
  }
}

function firstHop(request: FetchRequest, parts: CarrierParts): Hop {
  const { method } = request;
  if (!/^[A-Za-z]{1,20}$/.test(method) || /^(?:connect|trace|track)$/i.test(method))
    throw new FetchFailed('REQUEST_NOT_VALID', 'The request has a method that cannot be');
  const url = readUrl(request.url);
  refuseByPolicy(url, method, parts.policy);
  const headers = checkedHeaders(request.headers);
  // So that what is refused is refused before anything is looked up.
  filledHeaders(headers, url, parts.secrets);
  return { url, method, headers, body: request.body };
}

/** As the standard has it: a POST may become a GET, and what was for one origin stays with it. */
function nextHop(hop: Hop, status: number, location: string, parts: CarrierParts): Hop {
  const url = readUrl(location, hop.url);
  const becomesGet =
    ((status === 301 || status === 302) && hop.method === 'POST') ||
    (status === 303 && hop.method !== 'GET' && hop.method !== 'HEAD');
  const method = becomesGet ? 'GET' : hop.method;
  refuseByPolicy(url, method, parts.policy);
  const kept = becomesGet ? headersWithoutBody(hop.headers) : hop.headers;
  const headers = url.origin === hop.url.origin ? kept : headersElsewhere(kept, url, parts.secrets);
  return { url, method, headers, body: becomesGet ? undefined : hop.body };
}

async function exchanged(hop: Hop, parts: CarrierParts): Promise<HttpExchange> {
  const { url, method, body } = hop;
  const destination = destinationOf(url);
  const { headers: filled, secrets } = filledHeaders(hop.headers, url, parts.secrets);
  const addresses = await checkedAddresses(destination.hostname, destination.port, parts);
  parts.take(body?.length ?? 0);
  for (const secret of secrets) parts.secretsSent.add(secret);
  const headers = knownSecrets(url, parts).size === 0 ? filled : headersForWhole(filled);
  const socket = await connectPinned(destination, addresses, parts.addresses, parts.signal);
  const mayHaveBody = method !== 'GET' && method !== 'HEAD';
  const bodyBytes = body?.length ?? (mayHaveBody ? 0 : undefined);
  return HttpExchange.begin(socket, {
    method,
    path: url.pathname + url.search,
    rawHeaders: rawHeaders(headers, destination, bodyBytes),
    body,
  });
}

/** All of them must be allowed: one that is not says that somebody means harm. */
async function checkedAddresses(
  hostname: string,
  port: number,
  { addresses: rules, resolveHost, signal }: CarrierParts,
): Promise<readonly string[]> {
  const literal = withoutBrackets(hostname);
  const addresses = isAddress(hostname) ? [literal] : await resolved(hostname, resolveHost);
  signal.throwIfAborted();
  if (!addresses.every((address) => rules.permits(address, port)))
    throw new FetchFailed('ADDRESS_NOT_ALLOWED', addressRefusal);
  return addresses;
}

async function resolved(
  hostname: string,
  resolveHost: CarrierParts['resolveHost'],
): Promise<readonly string[]> {
  const addresses = await resolveHost(hostname).catch(() => []);
  if (addresses.length === 0)
    throw new FetchFailed('NAME_NOT_FOUND', 'The name of the server has no address');
  return addresses;
}

async function responseOf(
  exchange: HttpExchange,
  { url, method }: Hop,
  isRedirected: boolean,
  parts: CarrierParts,
): Promise<FetchResponse> {
  const { status, statusText, headers } = exchange;
  const body = method === 'HEAD' ? Buffer.alloc(0) : await bodyOf(exchange, parts);
  refuseSecretsIn(body, url, parts);
  const shown = new URL(url);
  shown.hash = '';
  return { status, statusText, url: shown.href, isRedirected, headers, body };
}

async function bodyOf(
  exchange: HttpExchange,
  { responseBytesMax, take }: CarrierParts,
): Promise<Buffer> {
  const encoding = exchange.header('content-encoding')?.trim().toLowerCase() || 'identity';
  if (encoding !== 'identity')
    throw new FetchFailed('RESPONSE_ENCODED', 'The response is compressed, unasked');
  const refuse = (): never => {
    const message = `The response has more than ${responseBytesMax} bytes`;
    throw new FetchFailed('RESPONSE_TOO_LARGE', message);
  };
  if (Number(exchange.header('content-length')) > responseBytesMax) refuse();
  let total = 0;
  return exchange.readBody((bytes) => {
    total += bytes;
    if (total > responseBytesMax) refuse();
    take(bytes);
  });
}

function readUrl(text: string, base?: URL): URL {
  const url = URL.parse(text, base);
  const isGood =
    url !== null &&
    (url.protocol === 'http:' || url.protocol === 'https:') &&
    url.username === '' &&
    url.password === '' &&
    url.href.length <= fetchBounds.urlCharsMax;
  if (isGood) return url;
  throw new FetchFailed(
    'URL_NOT_VALID',
    'Only http and https URLs without a user name can be fetched',
  );
}

const refusals: Record<Exclude<PolicyVerdict, 'ALLOWED'>, FetchFailed['code']> = {
  OFF: 'EGRESS_OFF',
  ORIGIN_NOT_ALLOWED: 'ORIGIN_NOT_ALLOWED',
  METHOD_NOT_ALLOWED: 'METHOD_NOT_ALLOWED',
};

function refuseByPolicy(url: URL, method: string, policy: EgressPolicy): void {
  const verdict = policy.judge(url, method);
  if (verdict === 'ALLOWED') return;
  const messages = {
    OFF: 'Nothing may be fetched here',
    ORIGIN_NOT_ALLOWED: `This origin may not be fetched from: ${url.origin}`,
    METHOD_NOT_ALLOWED: `This origin may not be asked by this method: ${method} ${url.origin}`,
  };
  throw new FetchFailed(refusals[verdict], messages[verdict]);
}

/** Those that a response from there may have in it: what this run has sent, and what is for the server. */
function knownSecrets(url: URL, { secrets, secretsSent }: CarrierParts): ReadonlySet<Secret> {
  return new Set([...secretsSent, ...secrets.allFor(destinationOf(url))]);
}

function refuseSecretsIn(bytes: Buffer, url: URL, parts: CarrierParts): void {
  for (const secret of knownSecrets(url, parts)) {
    if (!secret.isIn(bytes)) continue;
    const message = `The response has a secret in it, and is kept from the program: ${secret.name}`;
    throw new FetchFailed('SECRET_IN_RESPONSE', message);
  }
}

function headTextOf({ statusText, headers }: HttpExchange): Buffer {
  const lines = headers.map(([name, value]) => `${name}: ${value}`);
  return Buffer.from([statusText, ...lines].join('\n'), 'latin1');
}

/** The URL standard has brought whatever means an IPv4 address into its one form. */
function isAddress(hostname: string): boolean {
  return hostname.startsWith('[') || /^\d{1,3}(?:\.\d{1,3}){3}$/.test(hostname);
}
