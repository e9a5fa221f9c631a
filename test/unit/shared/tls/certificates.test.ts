import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  authoritiesOf,
  identityOf,
  isIssuedBy,
  isopodNamesOf,
} from '../../../../shared/tls/certificates.ts';
import { TestAuthority } from '../../../support/test-authority.ts';

function read(path: string): string {
  return readFileSync(path, 'utf8');
}

test('identityOf takes a certificate with its key, and says when it expires', () => {
  const { certificate, key } = new TestAuthority().issue();
  const identity = identityOf(read(certificate), read(key));
  expect(identity.certificate.toString()).toBe(read(certificate));
  expect(identity.expiresAtMs).toBe(new X509Certificate(read(certificate)).validToDate.getTime());
});

test('identityOf refuses what does not fit together, and quotes no key', () => {
  const authority = new TestAuthority();
  const [one, another] = [authority.issue(), authority.issue()];
  expect(() => identityOf(read(one.certificate), read(another.key))).toThrow(
    'the key is not that of the certificate',
  );
  expect(() => identityOf('', read(one.key))).toThrow('there is no certificate in it');
  expect(() => identityOf(read(one.certificate), 'a secret')).toThrow(
    'there is no private key in it that can be used without a passphrase',
  );
});

test('authoritiesOf takes several, and none that is no authority', () => {
  const [one, another] = [new TestAuthority(), new TestAuthority()];
  const both = `${read(one.path)}\n${read(another.path)}`;
  expect(authoritiesOf(both).certificates).toHaveLength(2);
  expect(() => authoritiesOf('')).toThrow('there is no certificate in it');
  expect(() => authoritiesOf(read(one.issue().certificate))).toThrow(
    'it holds a certificate of no authority: CN=issued',
  );
});

test('isIssuedBy goes by the signature, not by the name of who signed', () => {
  const [right, namesake] = [new TestAuthority('same'), new TestAuthority('same')];
  const certificate = new X509Certificate(read(right.issue().certificate));
  expect(isIssuedBy(certificate, authoritiesOf(read(right.path)))).toBe(true);
  expect(isIssuedBy(certificate, authoritiesOf(read(namesake.path)))).toBe(false);
});

test('authoritiesOf and identityOf take no file of which the end is missing', () => {
  const authority = new TestAuthority();
  const [pem, { certificate, key }] = [read(authority.path), authority.issue()];
  const cutOff = 'a certificate in it is cut off';
  for (const missing of [1, 40, pem.length - 40]) {
    const half = pem.slice(0, pem.length - 1 - missing);
    expect(() => authoritiesOf(pem + half)).toThrow(cutOff);
    expect(() => identityOf(read(certificate) + half, read(key))).toThrow(cutOff);
  }
});

test('isopodNamesOf finds the nodes and the tenants that a certificate is for', () => {
  const names = [
    'DNS:a.test',
    'URI:isopod:tenant:acme',
    'URI:isopod:node:n-1',
    'URI:isopod:node:n-2',
  ];
  const { certificate } = new TestAuthority().issue(names);
  const found = new X509Certificate(read(certificate));
  expect(isopodNamesOf(found)).toEqual({ nodeIds: ['n-1', 'n-2'], tenantIds: ['acme'] });
});

test.each([
  'DNS:isopod.test, URI:https://isopod:8080/',
  'URI:"https://example.org/?a,b"',
  undefined,
])('isopodNamesOf finds nobody in %s', (subjectAltName) => {
  expect(isopodNamesOf({ subjectAltName })).toEqual({ nodeIds: [], tenantIds: [] });
});

// What comes of it shall not be a certificate for anybody.
test.each([
  'DNS:"x, URI:isopod:tenant:acme"',
  'DNS:"x, URI:isopod:tenant:acme, y", URI:isopod:tenant:other',
  'DNS:URI:isopod:tenant:acme',
  'URI:https://example.org/?, URI:isopod:tenant:acme b',
  'URI:isopod:tenant:',
  'URI:isopod:team:acme',
])('isopodNamesOf reads nothing out of %s', (subjectAltName) => {
  expect(isopodNamesOf({ subjectAltName })).toBeUndefined();
});
