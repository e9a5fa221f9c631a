import fc from 'fast-check';
import { expect, test } from 'vitest';
import { narrowedEgress } from '../../../../coordinator/tenancy/narrow-egress.ts';
import { EgressPolicy } from '../../../../node-agent/broker/egress-policy.ts';
import { type EgressRule, parseEgressRule } from '../../../../shared/egress/egress-rule.ts';

function parsed(rules: readonly string[]): EgressRule[] {
  return rules.map(parseEgressRule).filter((rule) => rule !== undefined);
}

const narrowed = (policy: readonly string[], asked: readonly string[] | undefined) =>
  narrowedEgress(parsed(policy), asked);

test('narrowedEgress gives the tenant’s rules to whoever asks for nothing in particular', () => {
  expect(narrowed(['https://api.example.com', 'http://10.0.0.7:8080 *'], undefined)).toEqual([
    'https://api.example.com GET HEAD',
    'http://10.0.0.7:8080 *',
  ]);
});

test('narrowedEgress leaves nothing where either allows nothing', () => {
  expect(narrowed([], ['https://api.example.com *'])).toEqual([]);
  expect(narrowed(['https://api.example.com *'], [])).toEqual([]);
});

test.each([
  ['https://*.example.com *', 'https://api.example.com GET', ['https://api.example.com GET']],
  ['https://api.example.com GET', 'https://*.example.com *', ['https://api.example.com GET']],
  [
    'https://*.example.com GET POST',
    'https://*.eu.example.com POST PUT',
    ['https://*.eu.example.com POST'],
  ],
  ['https://example.com', 'https://*.example.com', []],
  ['https://a.example.com', 'http://a.example.com', []],
  ['https://a.example.com:8443', 'https://a.example.com', []],
  ['https://a.example.com POST', 'https://a.example.com', []],
  ['https://[::1] *', 'https://[::1] *', ['https://[::1] *']],
])('narrowedEgress makes of %s and %s what both allow', (policy, asked, both) => {
  expect(narrowed([policy], [asked])).toEqual(both);
});

const arbitraryRule = fc
  .record({
    scheme: fc.constantFrom('http', 'https'),
    wildcard: fc.constantFrom('', '*.'),
    host: fc.constantFrom('example.com', 'a.example.com', 'b.a.example.com', 'other.org'),
    port: fc.constantFrom('', ':8443'),
    methods: fc.constantFrom('', ' *', ' GET', ' POST', ' GET POST'),
  })
  .map(
    ({ scheme, wildcard, host, port, methods }) =>
      `${scheme}://${wildcard}${host}${port}${methods}`,
  );

test('narrowedEgress allows what the tenant and the caller both allow, and nothing else', () => {
  const some = fc.array(arbitraryRule, { maxLength: 4 });
  const urls = ['http', 'https'].flatMap((scheme) =>
    ['example.com', 'a.example.com', 'b.a.example.com', 'x.b.a.example.com', 'other.org'].flatMap(
      (host) => ['', ':8443'].map((port) => new URL(`${scheme}://${host}${port}/`)),
    ),
  );
  fc.assert(
    fc.property(some, some, (policy, asked) => {
      const apart = new EgressPolicy(parsed(policy), parsed(asked));
      const together = new EgressPolicy(parsed(narrowed(policy, asked)));
      for (const url of urls)
        for (const method of ['GET', 'HEAD', 'POST', 'PUT'])
          expect(together.judge(url, method) === 'ALLOWED', `${method} ${url.href}`).toBe(
            apart.judge(url, method) === 'ALLOWED',
          );
    }),
  );
});
