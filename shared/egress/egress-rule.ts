/**
 * One line of what programs may fetch: an origin, and the methods it may be asked by. An operator
 * writes such lines for a node, a caller for one execution, and each may only take from what the
 * others allow.
 *
 *   https://api.example.com                  GET and HEAD, port 443
 *   https://*.example.com:8443 GET POST      every name below example.com, not that itself
 *   http://127.0.0.1:3000 *                  by any method
 */

export interface EgressRule {
  readonly protocol: 'http:' | 'https:';
  /** As the URL standard writes it, without a dot at its end. */
  readonly hostname: string;
  /** Whether it stands for every name below `hostname`, instead of for that. */
  readonly isForSubdomains: boolean;
  readonly port: number;
  readonly methods: readonly string[] | 'ANY';
}

/** Where a request goes, in the same terms. */
export interface Destination {
  readonly protocol: string;
  readonly hostname: string;
  readonly port: number;
}

/** Of one execution. */
export const egressRulesMax = 64;
export const egressRuleCharsMax = 512;

const rulePattern =
  /^(https?:)\/\/(\*\.)?([^\s/?#@\\*]{1,255}?)(?::(\d{1,5}))?((?: +(?:\*|[A-Z]{1,20}))*)$/;
const usualMethods = ['GET', 'HEAD'];
const defaultPorts = { 'http:': 80, 'https:': 443 };

/** Undefined for what is no rule. */
export function parseEgressRule(text: string): EgressRule | undefined {
  if (text.length > egressRuleCharsMax) return undefined;
  const match = rulePattern.exec(text.trim());
  if (!match) return undefined;
  const [, scheme, wildcard, host = '', portText, methodsText = ''] = match;
  const protocol = scheme === 'http:' ? 'http:' : 'https:';
  const hostname = hostnameOf(protocol, host);
  const port = portText === undefined ? defaultPorts[protocol] : Number(portText);
  if (hostname === undefined || port < 1 || port > 65_535) return undefined;
  const isForSubdomains = wildcard !== undefined;
  if (isForSubdomains && !mayHaveSubdomains(hostname)) return undefined;
  const named = methodsText.split(' ').filter(Boolean);
  if (named.includes('*') && named.length > 1) return undefined;
  const methods = named.length === 0 ? usualMethods : named[0] === '*' ? 'ANY' : named;
  return { protocol, hostname, isForSubdomains, port, methods };
}

/** As parseEgressRule reads it. */
export function egressRuleText(rule: EgressRule): string {
  const { protocol, isForSubdomains, hostname, port, methods } = rule;
  const portText = port === defaultPorts[protocol] ? '' : `:${port}`;
  const methodsText = methods === 'ANY' ? '*' : methods.join(' ');
  return `${protocol}//${isForSubdomains ? '*.' : ''}${hostname}${portText} ${methodsText}`;
}

/** What both allow, as a rule; undefined where that is nothing. */
export function commonRule(one: EgressRule, other: EgressRule): EgressRule | undefined {
  if (one.protocol !== other.protocol || one.port !== other.port) return undefined;
  const narrower = narrowerHost(one, other) ?? narrowerHost(other, one);
  const methods = commonMethods(one.methods, other.methods);
  return narrower && methods.length > 0 ? { ...narrower, methods } : undefined;
}

/** `one` where all it stands for the other stands for, too. */
function narrowerHost(one: EgressRule, other: EgressRule): EgressRule | undefined {
  const isSame = one.hostname === other.hostname && one.isForSubdomains === other.isForSubdomains;
  const isBelow = other.isForSubdomains && one.hostname.endsWith(`.${other.hostname}`);
  return isSame || isBelow ? one : undefined;
}

function commonMethods(
  one: EgressRule['methods'],
  other: EgressRule['methods'],
): EgressRule['methods'] {
  if (one === 'ANY') return other;
  return other === 'ANY' ? one : one.filter((method) => other.includes(method));
}

/** Of a URL that is fetched; the dot that may end a name says nothing of where it goes. */
export function destinationOf(url: URL): Destination {
  const { protocol, hostname, port } = url;
  const usualPort = protocol === 'http:' ? 80 : 443;
  return {
    protocol,
    hostname: hostname.endsWith('.') ? hostname.slice(0, -1) : hostname,
    port: port === '' ? usualPort : Number(port),
  };
}

export function leadsTo(rule: EgressRule, { protocol, hostname, port }: Destination): boolean {
  if (rule.protocol !== protocol || rule.port !== port) return false;
  return rule.isForSubdomains ? hostname.endsWith(`.${rule.hostname}`) : hostname === rule.hostname;
}

export function allowsMethod({ methods }: EgressRule, method: string): boolean {
  return methods === 'ANY' || methods.includes(method);
}

function hostnameOf(protocol: string, host: string): string | undefined {
  // One that the URL standard would read as something else, such as a path, is no host.
  const url = URL.parse(`${protocol}//${host}/`);
  if (!url || url.pathname !== '/' || url.port !== '' || url.hostname === '') return undefined;
  return destinationOf(url).hostname;
}

/** All of a top-level domain is nobody's; and an address has nothing below it. */
function mayHaveSubdomains(hostname: string): boolean {
  return /\.[^.]*[a-z][^.]*$/.test(hostname) && !hostname.startsWith('[');
}
