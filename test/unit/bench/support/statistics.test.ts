import { expect, test } from 'vitest';
import {
  latencyMetrics,
  median,
  medianOfRounds,
  quantile,
} from '../../../../bench/support/statistics.ts';

test('median is the middle value, or the mean of the two in the middle, as numbers', () => {
  expect(median([10, 9, 100])).toBe(10);
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([7])).toBe(7);
  expect(median([])).toBeNaN();
});

test('quantile takes the nearest rank', () => {
  const hundred = Float64Array.from({ length: 100 }, (_, index) => index + 1);
  expect(quantile(hundred, 0.5)).toBe(50);
  expect(quantile(hundred, 0.99)).toBe(99);
  expect(quantile(hundred, 1)).toBe(100);
  expect(quantile(hundred, 0)).toBe(1);
  expect(quantile(Float64Array.of(3), 0.99)).toBe(3);
});

test('medianOfRounds takes each metric by itself, ratios of a round included', () => {
  const rounds = [
    { ratio_to_echo: 0.5, executions_per_s: 100 },
    { ratio_to_echo: 0.7, executions_per_s: 300 },
    { ratio_to_echo: 0.6, executions_per_s: 200 },
  ];
  expect(medianOfRounds(rounds)).toEqual({ ratio_to_echo: 0.6, executions_per_s: 200 });
});

test('medianOfRounds gives no number for a metric that a round lacks', () => {
  expect(medianOfRounds([{ p50_ms: 1 }, {}])['p50_ms']).toBeNaN();
});

test('latencyMetrics takes samples in any order', () => {
  const samples = Array.from({ length: 1000 }, (_, index) => 1000 - index);
  expect(latencyMetrics(samples)).toEqual({ p50_ms: 500, p99_ms: 990 });
});
