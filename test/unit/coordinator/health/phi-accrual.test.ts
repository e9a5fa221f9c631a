import { expect, test } from 'vitest';
import { HeartbeatPace } from '../../../../coordinator/health/phi-accrual.ts';

test('HeartbeatPace with a mean of 1 s has φ at 8 after 4,523 ms', () => {
  const pace = new HeartbeatPace(1_000);
  expect(pace.phi(4_522)).toBeLessThan(8);
  expect(pace.phi(4_523)).toBeGreaterThanOrEqual(8);
});

test('HeartbeatPace has φ rise without end and without overflow', () => {
  const pace = new HeartbeatPace(1_000);
  const silencesMs = [0, 1_000, 3_500, 4_000, 4_500, 6_000, 60_000, 1e9];
  const phis = silencesMs.map((silentMs) => pace.phi(silentMs));
  expect(phis.every(Number.isFinite)).toBe(true);
  expect(phis).toEqual(phis.toSorted((a, b) => a - b));
  expect(phis[0]).toBeCloseTo(0, 10);
  // At the mean and the forgiven pause it is as likely as not.
  expect(phis[3]).toBeCloseTo(Math.log10(2), 10);
});

test('HeartbeatPace learns the pace of the last hundred', () => {
  const pace = new HeartbeatPace(1_000);
  for (let beat = 0; beat < 100; beat++) pace.add(200);
  expect(pace.meanMs).toBe(200);
  expect(pace.phi(3_723)).toBeGreaterThanOrEqual(8);
});

test('HeartbeatPace is patient with who comes irregularly', () => {
  const steady = new HeartbeatPace(1_000);
  const irregular = new HeartbeatPace(1_000);
  for (let beat = 0; beat < 50; beat++) irregular.add(beat % 2 === 0 ? 500 : 1_500);
  expect(irregular.phi(4_523)).toBeLessThan(steady.phi(4_523));
});
