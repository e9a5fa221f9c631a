import { expect, test } from 'vitest';
import { Secret, SecretStore } from '../../../../node-agent/broker/secrets.ts';
import { type EgressRule, parseEgressRule } from '../../../../shared/egress/egress-rule.ts';

const value = 'sk-p/l+a=n"t ed~ky';
const origin = parseEgressRule('https://api.example.com') as EgressRule;
const secret = new Secret('KEY', value, [origin]);
const store = new SecretStore([secret]);
const api = new URL('https://api.example.com/x');

test('SecretStore fills placeholders for the origins that a secret is for', () => {
  expect(store.fill('Bearer {{secret:KEY}}, {{secret:KEY}}', api)).toEqual({
    name: 'filled',
    value: `Bearer ${value}, ${value}`,
    used: [secret, secret],
  });
  expect(store.fill('plain {{secret:}} {{ secret:KEY }}', api)).toMatchObject({ used: [] });
});

test.each([
  ['{{secret:KEY}}', 'http://api.example.com/'],
  ['{{secret:KEY}}', 'https://api.example.com:444/'],
  ['{{secret:KEY}}', 'https://evil.example/'],
  ['{{secret:OTHER}}', 'https://api.example.com/'],
])('SecretStore refuses %s for %s in the same words', (text, url) => {
  const filled = store.fill(text, new URL(url));
  expect(filled.name).toBe('refused');
  expect(JSON.stringify(filled)).not.toContain('sk-p');
});

const bytes = Buffer.from(value);
const disguises: readonly (readonly [string, string])[] = [
  ['itself', value],
  ['a URL', encodeURIComponent(value)],
  ['a URL in lower case', encodeURIComponent(value).toLowerCase().replace('sk', 'sk')],
  ['a form', encodeURIComponent(value).replaceAll('%20', '+')],
  ['JSON', JSON.stringify(value)],
  ['JSON with slashes escaped', JSON.stringify(value).replaceAll('/', '\\/')],
  ['hex', bytes.toString('hex')],
  ['hex in upper case', bytes.toString('hex').toUpperCase()],
  ...['', 'a', 'ab', 'user:'].flatMap((before) =>
    ['', 'z', 'zz'].flatMap((after): [string, string][] => {
      const whole = Buffer.from(before + value + after);
      return [
        [`Base64 between '${before}' and '${after}'`, whole.toString('base64')],
        [`Base64 for URLs between '${before}' and '${after}'`, whole.toString('base64url')],
      ];
    }),
  ),
];

test.each(disguises)('Secret finds itself as %s', (_name, text) => {
  expect(secret.isIn(Buffer.from(`<<${text}>>`))).toBe(true);
});

test('Secret does not find itself where it is not, and shows itself nowhere', () => {
  expect(secret.isIn(Buffer.from('an answer of some length, without anything in it'))).toBe(false);
  expect(JSON.stringify({ secret, store })).not.toContain('sk-p');
});
