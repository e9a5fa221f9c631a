import { expect, test } from 'vitest';
import { type AgentEnd, restartAfter } from '../../../../client/cli/restart-rule.ts';

const ofAge: AgentEnd = {
  wasReady: true,
  isOrderly: true,
  livedMs: 3_600_000,
  hasServed: false,
  quickEndsBefore: 0,
};

test('restartAfter has an agent that ended of age started at once, lost ones or not', () => {
  expect(restartAfter(ofAge, false)).toEqual({ delayMs: 0, quickEnds: 0 });
  expect(restartAfter(ofAge, true)).toEqual({ delayMs: 0, quickEnds: 0 });
});

test('restartAfter has a lost agent started after a moment, where lost ones are', () => {
  const lost = { ...ofAge, isOrderly: false };
  expect(restartAfter(lost, true)).toEqual({ delayMs: 500, quickEnds: 0 });
  expect(restartAfter(lost, false)).toBeUndefined();
});

test('restartAfter gives up an agent that was never ready, unless one in its place was', () => {
  const neverReady = { ...ofAge, wasReady: false, livedMs: 200 };
  expect(restartAfter(neverReady, true)).toBeUndefined();
  const follower = { ...neverReady, hasServed: true };
  expect(restartAfter(follower, true)).toEqual({ delayMs: 500, quickEnds: 1 });
  expect(restartAfter(follower, false)).toBeUndefined();
});

test.each([true, false])(
  'restartAfter waits longer for one that ends again and again, in order: %s',
  (isOrderly) => {
    const delaysMs: number[] = [];
    let quickEndsBefore = 0;
    for (let count = 0; count < 9; count++) {
      const restart = restartAfter({ ...ofAge, isOrderly, livedMs: 300, quickEndsBefore }, true);
      delaysMs.push(restart?.delayMs ?? Number.NaN);
      quickEndsBefore = restart?.quickEnds ?? 0;
    }
    const first = isOrderly ? 0 : 500;
    expect(delaysMs).toEqual([first, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000]);
    const settled = restartAfter({ ...ofAge, isOrderly, quickEndsBefore }, true);
    expect(settled).toEqual({ delayMs: first, quickEnds: 0 });
  },
);
