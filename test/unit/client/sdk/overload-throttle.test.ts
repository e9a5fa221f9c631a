import { expect, test } from 'vitest';
import { OverloadThrottle, refusalRatio } from '../../../../client/sdk/overload-throttle.ts';
import { IsopodError } from '../../../../shared/errors/isopod-error.ts';
import { seededRandom } from '../../../../shared/random/random.ts';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';

test.each([
  [100, 100, 0],
  [100, 50, 0],
  [100, 40, 0.198],
  [100, 10, 0.792],
  [100, 0, 0.99],
])('of %i requests with %i accepted, %f of the next are not sent', (requests, accepts, ratio) => {
  expect(refusalRatio(requests, accepts)).toBeCloseTo(ratio, 3);
});

const full = new IsopodError('QUEUE_FULL', 'full', { retryAfterMs: 700 });

function makeThrottle() {
  const clock = new VirtualClock();
  const throttle = new OverloadThrottle({ clock, random: seededRandom(1) });
  /** So many requests, of which the cluster accepts every nth. Returns how many were sent. */
  const ask = (requests: number, acceptedOneOf: number, refusal: unknown = full): number => {
    let sent = 0;
    for (let request = 0; request < requests; request++) {
      clock.stall(1);
      if (throttle.refusal()) continue;
      throttle.answered(sent++ % acceptedOneOf === 0 ? undefined : refusal);
    }
    return sent;
  };
  return { clock, throttle, ask };
}

test('OverloadThrottle sends everything to a cluster that accepts half of it', () => {
  expect(makeThrottle().ask(1_000, 2)).toBe(1_000);
});

test('OverloadThrottle sends a small part to a cluster that accepts next to nothing', () => {
  const { ask } = makeThrottle();
  ask(4_000, 1_000);
  expect(ask(1_000, 1_000)).toBeLessThan(150);
});

test('OverloadThrottle sends everything again ten seconds after the cluster accepts everything', () => {
  const { ask } = makeThrottle();
  ask(30_000, 1_000);
  ask(10_000, 1);
  expect(ask(1_000, 1)).toBe(1_000);
});

test('OverloadThrottle says what the cluster said last, and when to come again', () => {
  const { throttle, ask } = makeThrottle();
  ask(200, 1_000);
  let refusal: IsopodError | undefined;
  while (!refusal) refusal = throttle.refusal();
  expect(refusal).toMatchObject({ reason: 'QUEUE_FULL', retryAfterMs: 700 });
});

test('OverloadThrottle sends everything of a client that asks for little', () => {
  const { throttle } = makeThrottle();
  for (let request = 0; request < 99; request++) {
    expect(throttle.refusal()).toBeUndefined();
    throttle.answered(full);
  }
});

test.each(['INVALID_EXECUTION', 'UNREACHABLE', 'NO_NODE', 'FUNCTION_LIMIT'] as const)(
  'OverloadThrottle takes %s for no overload',
  (reason) => {
    expect(makeThrottle().ask(1_000, 1_000, new IsopodError(reason, 'm'))).toBe(1_000);
  },
);
