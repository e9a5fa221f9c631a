import { expect, test } from 'vitest';
import {
  allowsMethod,
  destinationOf,
  egressRuleCharsMax,
  egressRuleText,
  leadsTo,
  parseEgressRule,
} from '../../../../shared/egress/egress-rule.ts';

const good: readonly (readonly [text: string, hostname: string, port: number])[] = [
  ['https://api.example.com', 'api.example.com', 443],
  ['http://api.example.com', 'api.example.com', 80],
  ['https://API.Example.COM.:8443 GET', 'api.example.com', 8443],
  ['https://*.example.com', 'example.com', 443],
  ['http://127.0.0.1:3000 *', '127.0.0.1', 3000],
  ['http://0x7f.1', '127.0.0.1', 80],
  ['https://[::1]:8443 POST PUT', '[::1]', 8443],
  ['https://bücher.example', 'xn--bcher-kva.example', 443],
];

test.each(good)('parseEgressRule reads %s', (text, hostname, port) => {
  expect(parseEgressRule(text)).toMatchObject({ hostname, port });
});

test.each(good)('egressRuleText writes %s so that it is read as the same', (text) => {
  const rule = parseEgressRule(text);
  expect(rule && parseEgressRule(egressRuleText(rule))).toEqual(rule);
});

const bad = [
  '',
  'api.example.com',
  'ftp://api.example.com',
  'https://',
  'https://*',
  'https://*.com',
  'https://*.127.0.0.1',
  'https://*.[::1]',
  'https://a*.example.com',
  'https://user@example.com',
  'https://example.com/path',
  'https://example.com?q',
  'https://example.com#f',
  'https://example.com:0',
  'https://example.com:65536',
  'https://example.com:x',
  'https://example.com get',
  'https://example.com * GET',
  'https://exa mple.com',
  `https://${'a.'.repeat(egressRuleCharsMax)}com`,
];

test.each(bad)('parseEgressRule refuses %s', (text) => {
  expect(parseEgressRule(text)).toBeUndefined();
});

function leads(rule: string, url: string): boolean {
  const parsed = parseEgressRule(rule);
  return parsed !== undefined && leadsTo(parsed, destinationOf(new URL(url)));
}

test('a rule leads to its origin, and to no other scheme, name or port', () => {
  const rule = 'https://api.example.com';
  expect(leads(rule, 'https://api.example.com/a?b#c')).toBe(true);
  expect(leads(rule, 'https://API.example.com.:443/')).toBe(true);
  for (const url of [
    'http://api.example.com/',
    'https://api.example.com:444/',
    'https://example.com/',
    'https://xapi.example.com/',
    'https://api.example.com.evil.test/',
    'https://api.example.com@evil.test/',
    'https://evil.test/https://api.example.com',
  ])
    expect(leads(rule, url), url).toBe(false);
});

test('a rule for subdomains leads below its name, and not to it', () => {
  const rule = 'https://*.example.com';
  expect(leads(rule, 'https://a.example.com/')).toBe(true);
  expect(leads(rule, 'https://a.b.example.com/')).toBe(true);
  expect(leads(rule, 'https://example.com/')).toBe(false);
  expect(leads(rule, 'https://notexample.com/')).toBe(false);
});

test('a rule that names no methods allows GET and HEAD, and one with a star all', () => {
  const usual = parseEgressRule('https://a.example');
  const any = parseEgressRule('https://a.example *');
  const named = parseEgressRule('https://a.example POST  DELETE');
  const allowed = (rule: typeof usual) =>
    ['GET', 'HEAD', 'POST', 'DELETE', 'X'].filter((method) => rule && allowsMethod(rule, method));
  expect(allowed(usual)).toEqual(['GET', 'HEAD']);
  expect(allowed(any)).toHaveLength(5);
  expect(allowed(named)).toEqual(['POST', 'DELETE']);
});
