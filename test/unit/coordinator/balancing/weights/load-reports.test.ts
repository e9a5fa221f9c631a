import { expect, test } from 'vitest';
import { LoadReports } from '../../../../../coordinator/balancing/weights/load-reports.ts';

function weightOf(ratePerS: number, utilization: number, faultsPerS: number): number {
  const reports = new LoadReports();
  for (let atMs = 0; atMs <= 10_000; atMs += 1_000)
    reports.add({ ratePerS, utilization, faultsPerS }, atMs);
  return reports.weight(10_000) ?? Number.NaN;
}

test('LoadReports share 45.2 to 32.3 to 22.6 by rate, use and faults', () => {
  const weights = [weightOf(100, 0.5, 0), weightOf(100, 0.5, 20), weightOf(100, 1, 0)];
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const percents = weights.map((weight) => Number(((weight / sum) * 100).toFixed(1)));
  expect(percents).toEqual([45.2, 32.3, 22.6]);
});

test('LoadReports count from ten seconds after the first one on', () => {
  const reports = new LoadReports();
  const report = { ratePerS: 10, utilization: 0.5, faultsPerS: 0 };
  reports.add(report, 1_000);
  reports.add(report, 10_999);
  expect(reports.weight(10_999)).toBeUndefined();
  expect(reports.weight(11_000)).toBe(20);
});

test('LoadReports expire after three minutes, and begin anew', () => {
  const reports = new LoadReports();
  const report = { ratePerS: 10, utilization: 0.5, faultsPerS: 0 };
  reports.add(report, 0);
  expect(reports.weight(179_999)).toBe(20);
  expect(reports.weight(180_000)).toBeUndefined();
  reports.add(report, 200_000);
  expect(reports.weight(209_999)).toBeUndefined();
  expect(reports.weight(210_000)).toBe(20);
});

test('LoadReports of no rate or no use say nothing', () => {
  expect(weightOf(0, 0.5, 0)).toBeNaN();
  expect(weightOf(100, 0, 0)).toBeNaN();
});
