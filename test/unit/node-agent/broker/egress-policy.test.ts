import { expect, test } from 'vitest';
import { EgressPolicy } from '../../../../node-agent/broker/egress-policy.ts';
import { type EgressRule, parseEgressRule } from '../../../../shared/egress/egress-rule.ts';

function rules(...texts: string[]): EgressRule[] {
  return texts.map((text) => parseEgressRule(text) as EgressRule);
}

const url = new URL('https://a.example/x');

test('EgressPolicy allows nothing where nothing is said', () => {
  expect(new EgressPolicy([]).judge(url, 'GET')).toBe('OFF');
  expect(new EgressPolicy().judge(url, 'GET')).toBe('OFF');
});

test('EgressPolicy tells an origin that is not on the list from a method that is not', () => {
  const policy = new EgressPolicy(rules('https://a.example', 'https://b.example *'));
  expect(policy.judge(url, 'GET')).toBe('ALLOWED');
  expect(policy.judge(url, 'POST')).toBe('METHOD_NOT_ALLOWED');
  expect(policy.judge(new URL('https://b.example'), 'POST')).toBe('ALLOWED');
  expect(policy.judge(new URL('https://c.example'), 'GET')).toBe('ORIGIN_NOT_ALLOWED');
});

test('EgressPolicy of a call takes away from the node’s, and adds nothing', () => {
  const node = rules('https://a.example *', 'https://*.example.org');
  const judge = (call: string[], href: string, method = 'GET') =>
    new EgressPolicy(node, rules(...call)).judge(new URL(href), method);
  expect(judge(['https://a.example'], 'https://a.example')).toBe('ALLOWED');
  expect(judge(['https://a.example'], 'https://a.example', 'POST')).toBe('METHOD_NOT_ALLOWED');
  expect(judge(['https://a.example'], 'https://x.example.org')).toBe('ORIGIN_NOT_ALLOWED');
  expect(judge(['https://x.example.org *'], 'https://x.example.org', 'POST')).toBe(
    'METHOD_NOT_ALLOWED',
  );
  expect(judge(['https://evil.example *'], 'https://evil.example')).toBe('ORIGIN_NOT_ALLOWED');
  expect(judge([], 'https://a.example')).toBe('OFF');
});
