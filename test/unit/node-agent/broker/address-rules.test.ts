import { expect, test } from 'vitest';
import { AddressRules, parseAllowedRange } from '../../../../node-agent/broker/address-rules.ts';

function rulesOf(texts: readonly string[], own: readonly string[] = []): AddressRules {
  const ranges = texts.map(parseAllowedRange).filter((range) => range !== undefined);
  expect(ranges).toHaveLength(texts.length);
  return new AddressRules(ranges, () => own);
}

test('AddressRules permits what is public, but not this machine by its public address', () => {
  const rules = rulesOf([], ['8.8.8.8']);
  expect(rules.permits('1.1.1.1', 443)).toBe(true);
  expect(rules.permits('8.8.8.8', 443)).toBe(false);
  expect(rules.permits('10.0.0.1', 443)).toBe(false);
});

test('AddressRules permits a range that is named, at the port that is named with it', () => {
  const rules = rulesOf(['127.0.0.1/32:8080', '10.1.0.0/16', '[fd00::]/8:443']);
  expect(rules.permits('127.0.0.1', 8080)).toBe(true);
  expect(rules.permits('127.0.0.1', 8081)).toBe(false);
  expect(rules.permits('127.0.0.2', 8080)).toBe(false);
  expect(rules.permits('10.1.255.1', 1)).toBe(true);
  expect(rules.permits('10.2.0.1', 1)).toBe(false);
  expect(rules.permits('fd00::1', 443)).toBe(true);
  expect(rules.permits('fd00::1', 80)).toBe(false);
  // Another way of writing what was named.
  expect(rules.permits('::ffff:127.0.0.1', 8080)).toBe(false);
  expect(rules.permits('', 8080)).toBe(false);
});

test('parseAllowedRange takes an address alone for itself', () => {
  expect(parseAllowedRange('192.168.0.7')).toMatchObject({ prefixBits: 32, port: undefined });
  expect(parseAllowedRange('[::1]:9')).toMatchObject({ prefixBits: 128, port: 9 });
});

test.each(['', 'localhost', '10.0.0.0/33', '[fd00::]/129', 'fd00::/8', '[10.0.0.0]/8', '1.2.3/8'])(
  'parseAllowedRange refuses %j',
  (text) => {
    expect(parseAllowedRange(text)).toBeUndefined();
  },
);
