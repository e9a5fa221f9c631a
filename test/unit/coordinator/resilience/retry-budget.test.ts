import { expect, test } from 'vitest';
import { RetryBudget } from '../../../../coordinator/resilience/retry-budget.ts';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';

function retriesOf(budget: RetryBudget, asked: number): number {
  return Array.from({ length: asked }, () => budget.mayRetry()).filter(Boolean).length;
}

test('RetryBudget lets a tenth of what was asked for be retried', () => {
  const budget = new RetryBudget(
    { retryRatioMax: 0.1, retriesPerSecondMin: 0 },
    new VirtualClock(),
  );
  for (let request = 0; request < 5_000; request++) budget.requested();
  expect(retriesOf(budget, 10_000)).toBe(500);
});

test('RetryBudget lets ten a second be retried where little is asked for', () => {
  const budget = new RetryBudget({ retryRatioMax: 0.1 }, new VirtualClock());
  expect(retriesOf(budget, 1_000)).toBe(100);
});

test('RetryBudget fills again as time passes', async () => {
  const clock = new VirtualClock();
  const budget = new RetryBudget({ retryRatioMax: 0.1 }, clock);
  expect(retriesOf(budget, 1_000)).toBe(100);
  await clock.advance(9_000);
  expect(budget.mayRetry()).toBe(false);
  await clock.advance(1_000);
  expect(retriesOf(budget, 1_000)).toBe(100);
});
