import { expect, test } from 'vitest';
import { fingerprintOf, hasLabels } from '../../../../../coordinator/health/alerts/labels.ts';

test('fingerprintOf is the same for the same labels in any order, and another for others', () => {
  expect(fingerprintOf({ a: '1', b: '2' })).toBe(fingerprintOf({ b: '2', a: '1' }));
  const others = [{ a: '1' }, { a: '1', b: '3' }, { ab: '12' }, { a: '1b', '': '2' }, {}];
  const fingerprints = new Set(others.map(fingerprintOf)).add(fingerprintOf({ a: '1', b: '2' }));
  expect(fingerprints.size).toBe(6);
});

test('fingerprintOf is FNV-1a of 64 bits, as Prometheus has it', () => {
  expect(fingerprintOf({})).toBe('cbf29ce484222325');
  expect(fingerprintOf({ job: 'prometheus' })).toMatch(/^[0-9a-f]{16}$/);
});

test('hasLabels wants all of them', () => {
  expect(hasLabels({ a: '1', b: '2' }, { a: '1' })).toBe(true);
  expect(hasLabels({ a: '1' }, { a: '1', b: '2' })).toBe(false);
  expect(hasLabels({ a: '1' }, {})).toBe(true);
});
